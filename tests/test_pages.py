from pathlib import Path

import pytest

from generator.pages import Content, Page, address_of, read_content
from tests.conftest import MINIMAL, REPOSITORY

HEAD = "---\ntitle: Titre de page\ndescription: Une description assez longue.\n---\n"


def pages(root: Path, **files: str) -> dict[str, Page]:
    for name, text in files.items():
        (root / f"content/{name}.md").write_text(text, "utf-8")
    return {page.path: page for page in read_content(root).pages}


def causes(root: Path, text: str) -> list[tuple[str, int, int]]:
    page = pages(root, essai=text)["content/essai.md"]
    return [(fault.cause, fault.span.line, fault.span.column) for fault in page.faults]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("comprendre/index.md", "comprendre/"),
        ("comprendre/phases.md", "comprendre/phases/"),
        ("sous-index.md", "sous-index/"),
    ],
)
def test_a_page_has_the_address_that_the_engine_gives_it(path: str, expected: str) -> None:
    assert address_of(path) == expected


def test_pages_are_read_sorted_folders_included(small_kit: Path) -> None:
    (small_kit / "content/a").mkdir()
    (small_kit / "content/a/b.md").write_text(HEAD, "utf-8")
    assert list(pages(small_kit, z=HEAD)) == ["content/a/b.md", "content/index.md", "content/z.md"]


def test_a_page_has_a_title_and_a_description() -> None:
    (page,) = read_content(MINIMAL).pages
    assert (page.title, page.address, page.faults) == ("Kit d'essai", "", ())
    assert page.description == "Un kit réduit au nécessaire, pour les tests."


def test_the_real_pages_have_no_fault() -> None:
    found = read_content(REPOSITORY).pages
    assert found
    assert [page.faults for page in found if page.faults] == []


def test_links_of_a_page_have_their_lines_in_the_file() -> None:
    (page,) = read_content(MINIMAL).pages
    assert [(link.target, link.span.line, link.span.column) for link in page.outline.links] == [
        ("../atd_offers/exemple.md", 8, 6),
        ("catalogue/index.md", 8, 46),
    ]


def test_a_key_that_the_engine_would_obey_is_refused(small_kit: Path) -> None:
    assert causes(small_kit, HEAD.replace("---\nt", "---\ntemplate: piege.html\nt")) == [
        ("unknown_field", 2, 1)
    ]


def test_a_page_without_a_description_is_a_fault(small_kit: Path) -> None:
    assert [cause for cause, *_ in causes(small_kit, "---\ntitle: Titre\n---\n")] == ["missing_field"]


def test_a_page_without_a_head_is_said_once(small_kit: Path) -> None:
    assert causes(small_kit, "Bonjour [[absent]].\n") == [("no_head", 1, 1)]


def test_pictures_and_documents_go_with_the_pages(small_kit: Path) -> None:
    for name in ("plan.pdf", "carte.png", "script.js", "dessin.svg"):
        (small_kit / "content" / name).touch()
    content = read_content(small_kit)
    assert content.assets == ("content/carte.png", "content/plan.pdf")
    assert [(fault.cause, fault.span.path) for fault in content.faults] == [
        ("unexpected_file", "content/dessin.svg"),
        ("unexpected_file", "content/script.js"),
    ]


def test_a_kit_without_content_has_no_page(tmp_path: Path) -> None:
    assert read_content(tmp_path) == Content()
