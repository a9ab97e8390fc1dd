"""The owners of files: no line is left behind, and nothing is asked of who adds an offer, whose file
follows the line of its folder: so no test here looks for a missing line.
"""

import shutil
import subprocess
from pathlib import Path

from tests.conftest import REPOSITORY

OWNERS = ".github/CODEOWNERS"
TEAM = "@opendatafrance/kit"


def rules(root: Path = REPOSITORY) -> list[tuple[str, list[str]]]:
    """Give the lines of the owners: a pattern and its owners."""
    lines = (root / OWNERS).read_text("utf-8").splitlines()
    parts = [line.split() for line in lines if line and not line.startswith("#")]
    return [(pattern, owners) for pattern, *owners in parts]


def test_the_team_of_the_kit_reads_every_change() -> None:
    assert rules()[0] == ("*", [TEAM])
    assert [pattern for pattern, owners in rules() if TEAM not in owners] == []


def test_no_line_names_a_folder_that_is_gone() -> None:
    """The line of an offer may: « make owners » takes it out, and who renames an offer need not know."""
    places = [pattern for pattern, _ in rules() if pattern != "*" and not Path(pattern).suffix]
    assert places
    assert [place for place in places if not (REPOSITORY / place.lstrip("/")).exists()] == []


def test_the_offer_of_an_atd_is_also_read_by_its_team() -> None:
    named = {Path(pattern).stem: owners for pattern, owners in rules() if Path(pattern).suffix}
    assert named
    assert {
        name: owners for name, owners in named.items() if owners != [TEAM, f"{TEAM[:-3]}atd-{name}"]
    } == {}


def written_again(root: Path) -> list[str]:
    command = ["make", "owners"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return [pattern for pattern, _ in rules(root)]


def test_the_lines_written_again_are_those_of_the_offers_that_exist(tmp_path: Path) -> None:
    for name in ("Makefile", OWNERS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(REPOSITORY / name, tmp_path / name)
    offers = tmp_path / "atd_offers"
    offers.mkdir()
    kept = [pattern for pattern, _ in rules() if not Path(pattern).suffix]
    for name in ("une.md", "deux.yml"):
        (offers / name).touch()
    assert written_again(tmp_path) == [*kept, "/atd_offers/deux.yml", "/atd_offers/une.md"]
    assert rules(tmp_path)[-1] == ("/atd_offers/une.md", [TEAM, "@opendatafrance/atd-une"])
    (offers / "une.md").unlink()
    assert written_again(tmp_path) == [*kept, "/atd_offers/deux.yml"]
