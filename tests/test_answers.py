from pathlib import Path

import pytest

from generator.answers import judge, understand
from generator.kit import Kit, gather
from generator.literals import Json
from tests.conftest import MINIMAL


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


def understood(kit: Kit, name: str, text: str, *, ranked: bool = False) -> Json:
    part = kit.definitions.canevases[0].by_name[name]
    return understand(text, part, kit.definitions.vocabularies.get(part.vocabulary), ranked=ranked)


def said(kit: Kit, name: str, value: Json, **others: Json) -> list[str]:
    found = judge(kit, kit.definitions.canevases[0], {**others, name: value}, name)
    return [f"{one.code} {one.message}" for one in found]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("statut", "publiee", "publiee"),
        ("statut", "Publiée", "publiee"),
        ("statut", "PUBLIEE", "publiee"),
        ("licence", "Licence Ouverte 2.0", "etalab-2.0"),
        ("licence", "cc by sa 4.0", "cc-by-sa-4.0"),
        ("niveau", "National", "national"),
        ("enjeux", "Transparence", ["transparence"]),
        ("enjeux", "confiance, transparence", ["confiance", "transparence"]),
        ("enjeux", "confiance,,confiance", ["confiance"]),
        ("statut", "bientôt", "bientôt"),
        ("nombre", "12", 12),
        ("nombre", "douze", "douze"),
        ("nom", "12", "12"),
        ("nom", "no", "no"),
    ],
)
def test_an_answer_is_read_along_its_field(kit: Kit, name: str, text: str, expected: Json) -> None:
    assert understood(kit, name, text) == expected


def test_an_alias_designates_its_term(real_kit: Path) -> None:
    assert understood(gather(real_kit), "statut", "à venir") == "annoncee"


def test_a_rank_is_a_term_only_where_the_list_was_shown(kit: Kit) -> None:
    assert understood(kit, "enjeux", "2, 1", ranked=True) == ["confiance", "transparence"]
    assert understood(kit, "enjeux", "2, 1") == ["2", "1"]
    assert understood(kit, "enjeux", "0, 99", ranked=True) == ["0", "99"]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("nom", "Syndicat d'Exemple", []),
        ("nom", "X", ["C108"]),
        ("nom", "", ["C106"]),
        ("nom", "a\x1b[31m", ["S104"]),
        ("nom", "caf\udce9", ["S101"]),
        ("statut", "bientot", ["C103"]),
        ("nombre", "douze", ["C104"]),
        ("nombre", 0, ["C108"]),
        ("courriel", "nulle part", ["C105"]),
        ("publie_le", "22/11/2026", ["C105"]),
        ("enjeux", ["transparence", "x"], ["C103"]),
        ("contact", {"courriel": "donnees@exemple.fr"}, []),
        ("contact", {"courriel": "donnees"}, ["C105"]),
        ("allies", ["exemple"], []),
        ("allies", ["absent"], ["R102"]),
        ("contexte", "Douze communes en ont besoin.", []),
        ("contexte", "<b>Douze</b> communes en ont besoin.", ["T101"]),
    ],
)
def test_an_answer_is_judged_by_the_rules_of_the_kit(
    kit: Kit, name: str, value: Json, expected: list[str]
) -> None:
    assert [found[:4] for found in said(kit, name, value)] == expected


def test_an_answer_is_judged_with_those_that_came_before(real_kit: Path) -> None:
    kit = gather(real_kit)
    assert said(kit, "enjeux", [], statut="annoncee") == []
    assert said(kit, "enjeux", [], statut="publiee") != []


def test_what_is_said_of_other_fields_and_files_is_left_out(small_kit: Path) -> None:
    broken = small_kit / "atd_offers/exemple.md"
    broken.write_text(broken.read_text("utf-8").replace("[transparence]", "[x]"), "utf-8")
    assert said(gather(small_kit), "allies", ["exemple"], statut="x") == []


def test_the_order_of_the_answers_is_no_fault(kit: Kit) -> None:
    assert said(kit, "nom", "Syndicat", enjeux=["confiance"], id="essai") == []
