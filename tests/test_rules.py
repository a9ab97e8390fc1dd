"""Every rule against its fixtures: `tests/rules/<CODE>/{valide,invalide}/<champ>_<raison>.*`.

A fixture is the entry `atd_offers/essai.md` of the minimal kit, unless a comment says « fichier: <chemin> ».
A folder with « fichier: . » is laid over the kit.
An invalid one holds its expectation, « attendu: <CODE> <ligne>:<colonne> », and nothing else may be found in
it; what a file cannot hold (an empty one, a folder) stands in `<fixture>.attendu` beside it.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostic import Diagnostic
from generator.outline import outline
from generator.positions import Positions
from generator.rules import TITLES, Rule, discover
from tests.conftest import brief

RULES = Path(__file__).with_name("rules")
EXPECTED = re.compile(r"attendu: ([A-Z]\d{3} \d+:\d+)")
TARGET = re.compile(r"fichier: ([^\n]+?)\s*(?:-->)?$", re.MULTILINE)
TESTED_APART = {
    "F102": "un fichier trop gros n'a pas sa place dans le dépôt : tests/test_hostile_files.py",
    "F105": "un fichier illisible ne se range pas dans git : tests/test_hostile_files.py",
    "F112": "il faut une faute et son exception, dans deux fichiers : tests/test_debts.py",
    "F114": "il faut cent mille éléments : tests/test_outline.py et tests/test_yaml_builder.py",
    "F113": "il faut plus de cinq cents fautes : tests/test_check.py",
    "F107": "il faut un kit sans canevas : tests/test_hostile_files.py",
}


def fixtures(verdict: str) -> list[Path]:
    found = sorted(RULES.glob(f"*/{verdict}/*"))
    return [path for path in found if path.suffix != ".attendu"]


def identify(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.parent.name}/{path.name}"


def read_notes(fixture: Path) -> tuple[str, str]:
    """Give the path of a fixture in the kit, and what is expected of it."""
    note = fixture.with_name(f"{fixture.name}.attendu")
    text = note.read_text("utf-8") if note.exists() else fixture.read_bytes().decode("utf-8", "replace")
    named, expected = TARGET.search(text), EXPECTED.search(text)
    return named[1] if named else f"atd_offers/essai{fixture.suffix}", expected[1] if expected else ""


def install(fixture: Path, kit: Path) -> str:
    """Put a fixture in the kit, and say what is expected of it."""
    target, expected = read_notes(fixture)
    place = kit / target
    place.parent.mkdir(parents=True, exist_ok=True)
    if fixture.is_dir() and not fixture.is_symlink():
        shutil.copytree(fixture, place, dirs_exist_ok=True)
    else:
        place.unlink(missing_ok=True)  # a link is not written over a file
        shutil.copy(fixture, place, follow_symlinks=False)
    return expected


@pytest.mark.parametrize("fixture", fixtures("invalide"), ids=identify)
def test_an_invalid_fixture_has_its_fault_and_no_other(
    fixture: Path, small_kit: Path, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    expected = install(fixture, small_kit)
    assert expected, "la faute attendue n'est pas écrite dans le fichier"
    assert expected.startswith(fixture.parent.parent.name)
    assert [brief(found) for found in diagnose(small_kit)] == [expected]


@pytest.mark.parametrize("fixture", fixtures("valide"), ids=identify)
def test_a_valid_fixture_has_no_fault(
    fixture: Path, small_kit: Path, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    install(fixture, small_kit)
    assert diagnose(small_kit) == []


@pytest.mark.parametrize("rule", discover(), ids=lambda rule: rule.code)
def test_every_rule_is_documented_and_has_fixtures_both_ways(rule: Rule) -> None:
    parts = outline(rule.documentation, Positions("", rule.documentation))
    assert tuple(heading.text for heading in parts.headings) == TITLES
    if rule.code not in TESTED_APART:
        for verdict in ("valide", "invalide"):
            assert list((RULES / rule.code / verdict).glob("*")), f"{rule.code} n'a pas d'exemple {verdict}"


def test_every_folder_of_fixtures_belongs_to_a_rule() -> None:
    codes = {rule.code for rule in discover()}
    assert {folder.name for folder in RULES.iterdir()} <= codes


def test_codes_are_unique_and_each_fault_has_one_rule() -> None:
    rules = discover()
    assert len({rule.code for rule in rules}) == len(rules)
    causes = [rule.cause for rule in rules if rule.cause]
    assert len(set(causes)) == len(causes)
