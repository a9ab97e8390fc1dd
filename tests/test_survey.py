from collections.abc import Callable
from pathlib import Path

import pytest

from generator import layout
from generator import survey as surveying
from generator.check import check
from generator.kit import Kit, gather, without_entries
from generator.survey import Memory, survey


def seen(root: Path) -> list[str]:
    kit, told = survey(without_entries(root))
    return [str(found) for found in check(kit, told)]


def plain(root: Path) -> list[str]:
    return [str(found) for found in check(gather(root))]


def misspell(root: Path) -> None:
    entry = root / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("resume:", "resumé:"), "utf-8")


def add(root: Path) -> None:
    text = (root / "atd_offers/exemple.md").read_text("utf-8")
    (root / "atd_offers/second.md").write_text(text.replace("Contexte", "Contxte"), "utf-8")


def remove(root: Path) -> None:
    (root / "atd_offers/exemple.md").unlink()


def rename(root: Path) -> None:
    (root / "atd_offers/exemple.md").rename(root / "atd_offers/autre-nom.md")


def change_a_term(root: Path) -> None:
    file = root / "kit/vocabulaires/enjeux.yml"
    file.write_text(file.read_text("utf-8").replace("id: transparence", "id: clarte"), "utf-8")


def require_a_field(root: Path) -> None:
    file = root / "kit/canevas/offre.yml"
    file.write_text(file.read_text("utf-8").replace("required: [", "required: [contact, ", 1), "utf-8")


CHANGES: list[Callable[[Path], None]] = [misspell, add, remove, rename, change_a_term, require_a_field]


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_same_is_said_as_without_what_was_kept(
    small_kit: Path, change: Callable[[Path], None]
) -> None:
    assert seen(small_kit) == plain(small_kit)
    change(small_kit)
    expected = plain(small_kit)
    assert seen(small_kit) == expected
    assert seen(small_kit) == expected


@pytest.mark.parametrize("path", ["atd_offers/exemple.md", "kit/vocabulaires/enjeux.yml", "content/index.md"])
def test_a_file_that_cannot_be_read_is_looked_at_again_by_the_same_program(
    small_kit: Path, path: str
) -> None:
    memory, file = Memory(), small_kit / path
    for size in (layout.MAX_FILE_BYTES + 1, 2 * layout.MAX_FILE_BYTES):
        file.write_bytes(b"x" * size)
        kit, told = survey(without_entries(small_kit, former=memory.frame), memory)
        assert [str(found) for found in check(kit, told)] == plain(small_kit)


def test_a_file_that_did_not_change_is_not_read_again(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(small_kit)
    expected = seen(small_kit)
    read: list[list[str]] = []
    look = surveying._look

    def noted(frame: Kit, paths: list[str]) -> list[tuple[str, tuple[bytes, bytes]]]:
        read.append(list(paths))
        return look(frame, paths)

    monkeypatch.setattr(surveying, "_look", noted)
    assert seen(small_kit) == expected
    misspell(small_kit)
    seen(small_kit)
    assert read == [["atd_offers/exemple.md"]]


def test_a_clean_kit_is_interpreted_once(real_kit: Path) -> None:
    kit, told = survey(without_entries(real_kit))
    check(kit, told)
    assert not [entry.path for entry in kit.entries if {"_whole"} & vars(entry).keys()]
    assert not [entry.path for entry in kit.entries if "head" in vars(entry.document)]


def test_a_definition_that_changes_once_it_was_read_is_not_believed_later(small_kit: Path) -> None:
    frame = without_entries(small_kit)
    change_a_term(small_kit)
    survey(frame)
    assert seen(small_kit) == plain(small_kit)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/index.md").open("a").write("\n<b>gras</b>\n"),
        lambda root: (root / "content/index.md").write_text("# Sans en-tête\n", "utf-8"),
        lambda root: (root / "content/seconde page.md").write_text("x", "utf-8"),
        lambda root: (root / "kit/exceptions.yml").write_text("exceptions: [{}]\n", "utf-8"),
        lambda root: (root / "mkdocs.yml").open("a").write("nav: [absente.md]\n"),
        change_a_term,
    ],
)
def test_what_was_said_of_pages_and_definitions_is_said_anew_when_they_change(
    small_kit: Path, change: Callable[[Path], object]
) -> None:
    memory = Memory()
    survey(without_entries(small_kit), memory)
    change(small_kit)
    kit, told = survey(without_entries(small_kit, former=memory.frame), memory)
    assert [str(found) for found in check(kit, told)] == plain(small_kit)


def test_pages_that_did_not_change_are_not_read_again(small_kit: Path) -> None:
    first = without_entries(small_kit)
    again = without_entries(small_kit, former=first)
    assert again.pages[0] is first.pages[0]
    (small_kit / "content/index.md").open("a").write("\nUn mot.\n")
    assert without_entries(small_kit, former=first).pages[0] is not first.pages[0]
