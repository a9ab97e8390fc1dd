from pathlib import Path

import pytest

from generator.kit import gather
from generator.links import Links, has_refused_scheme, is_internal, path_of, written_links
from tests.conftest import MINIMAL

ENTRY = "atd_offers/exemple.md"


@pytest.fixture(scope="module")
def links() -> Links:
    return Links(gather(MINIMAL))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("content/index.md", "../atd_offers/exemple.md", "offres/exemple/"),
        ("content/index.md", "catalogue/index.md", "catalogue/"),
        ("content/index.md", "regles/c103/index.md", "regles/c103/"),
        (ENTRY, "exemple.md", "offres/exemple/"),
        (ENTRY, "./exemple.md#contexte", "offres/exemple/#contexte"),
        (ENTRY, "#objectifs", "offres/exemple/#objectifs"),
        (ENTRY, "../content/index.md", ""),
        (ENTRY, "../content/index.md#debut", "#debut"),
        (ENTRY, "ex%65mple.md", "offres/exemple/"),
    ],
)
def test_a_path_leads_to_the_address_of_its_page(
    links: Links, source: str, target: str, expected: str
) -> None:
    assert links.address(source, target) == expected


@pytest.mark.parametrize(
    "target",
    [
        "absent.md",
        "exemple.md#recette",
        "#recette",
        "/offres/exemple/",
        "../../exemple.md",
        "exemple",
        "../kit/canevas/offre.yml",
    ],
)
def test_a_path_to_nothing_leads_nowhere(links: Links, target: str) -> None:
    assert links.address(ENTRY, target) is None


def test_every_path_that_could_be_written_leads_somewhere(links: Links) -> None:
    known = links.known(ENTRY)
    assert "exemple.md" in known
    assert all(links.address(ENTRY, path) is not None for path in known)


@pytest.mark.parametrize("target", ["alpi.md", "../kit/x.md#a", "#a", "", "/offres/"])
def test_a_path_is_internal(target: str) -> None:
    assert is_internal(target)
    assert not has_refused_scheme(target)


@pytest.mark.parametrize("target", ["https://exemple.fr/", "HTTP://exemple.fr", "mailto:a@exemple.fr"])
def test_an_address_of_the_web_or_an_email_is_allowed(target: str) -> None:
    assert not is_internal(target)
    assert not has_refused_scheme(target)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//exemple.fr/",
        "http://[",
    ],
)
def test_any_other_address_is_refused(target: str) -> None:
    assert has_refused_scheme(target)
    assert not is_internal(target)


def test_links_are_given_with_their_file_and_images_for_pages_only(small_kit: Path) -> None:
    for path in (ENTRY, "content/index.md"):
        with (small_kit / path).open("a", encoding="utf-8") as file:
            file.write("\nVoir [là](autre.md) et ![carte](carte.png).\n")
    found = [(source, link.target) for source, link in written_links(gather(small_kit))]
    assert found == [
        (ENTRY, "autre.md"),
        ("content/index.md", "../atd_offers/exemple.md"),
        ("content/index.md", "catalogue/index.md"),
        ("content/index.md", "autre.md"),
        ("content/index.md", "carte.png"),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("alpi.md", "atd_offers/alpi.md"),
        ("../kit/./ressources/scdl.md#contexte", "kit/ressources/scdl.md"),
        ("#contexte", ENTRY),
        ("%C3%A9t%C3%A9.md", "atd_offers/été.md"),
        ("/offres/", "/offres"),
    ],
)
def test_a_target_has_a_path_from_the_root(target: str, expected: str) -> None:
    assert path_of(ENTRY, target) == expected


def test_a_file_that_goes_with_the_pages_keeps_its_place(small_kit: Path) -> None:
    (small_kit / "content/guides").mkdir()
    (small_kit / "content/guides/plan.pdf").write_bytes(b"%PDF")
    assert Links(gather(small_kit)).address("content/index.md", "guides/plan.pdf") == "guides/plan.pdf"


def test_an_email_between_angle_brackets_is_not_a_path(small_kit: Path) -> None:
    with (small_kit / ENTRY).open("a", encoding="utf-8") as entry:
        entry.write("\nÉcrire à <donnees@exemple.fr>.\n")
    (target,) = (link.target for source, link in written_links(gather(small_kit)) if source == ENTRY)
    assert not is_internal(target)


@pytest.mark.parametrize(
    ("source", "address", "expected"),
    [
        (ENTRY, "offres/exemple/", "exemple.md"),
        (ENTRY, "offres/exemple/index.html", "exemple.md"),
        ("content/index.md", "offres/exemple/", "../atd_offers/exemple.md"),
        ("content/index.md", "catalogue/", "catalogue/index.md"),
        (ENTRY, "", "../content/index.md"),
        (ENTRY, "offres/absente/", ""),
        (ENTRY, "donnees/catalogue.json", ""),
    ],
)
def test_an_address_of_the_site_leads_back_to_the_path_to_write(
    links: Links, source: str, address: str, expected: str
) -> None:
    assert links.path_to(source, address) == expected
