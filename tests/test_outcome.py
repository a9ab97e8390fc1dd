import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.console import OK

Captured = pytest.CaptureFixture[str]
TIME = re.compile(r"[0-9]+,[0-9]+")


def built(root: Path, *options: str) -> None:
    assert main(["build", "--root", str(root), *options]) == OK


@pytest.fixture
def warned(small_kit: Path) -> Path:
    """A kit of which the rules say something that does not stop a build."""
    with (small_kit / "atd_offers/exemple.md").open("a", encoding="utf-8") as entry:
        entry.write("\nPour en savoir plus, [cliquez ici](https://exemple.fr/page).\n")
    return small_kit


def test_the_second_of_two_builds_says_the_same_of_the_kit_and_that_nothing_changed(
    warned: Path, capsys: Captured
) -> None:
    built(warned)
    first = capsys.readouterr().out.rstrip("\n").rpartition("\n")
    built(warned)
    second = capsys.readouterr().out.rstrip("\n").rpartition("\n")
    assert "T109" in first[0]
    assert second[0] == first[0]
    pages = re.search(r"[0-9]+", first[2])
    assert pages
    assert TIME.sub("0,1", second[2]) == (
        f"Rien n'a changé : les {pages[0]} pages de {warned / 'site'} sont à jour (0,1 s)."
    )


def test_who_wants_quiet_hears_of_faults_alone(warned: Path, capsys: Captured) -> None:
    built(warned, "--quiet")
    first = capsys.readouterr()
    built(warned, "--quiet")
    assert "T109" in first.out
    assert capsys.readouterr() == first
    assert "pages" not in first.out


def test_who_wants_times_has_them_each_time(small_kit: Path, capsys: Captured) -> None:
    built(small_kit, "--timings")
    assert "publication" in capsys.readouterr().out
    built(small_kit, "--timings")
    assert re.findall(r"^(\w+) +[0-9]+,", capsys.readouterr().out, re.MULTILINE) == ["lecture", "total"]


def test_a_site_that_somebody_touched_is_built_again(small_kit: Path, capsys: Captured) -> None:
    built(small_kit)
    (small_kit / "site/index.html").unlink()
    built(small_kit)
    assert "pages écrites" in capsys.readouterr().out.splitlines()[-1]
    assert (small_kit / "site/index.html").is_file()
