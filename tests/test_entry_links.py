from pathlib import Path

import pytest

from generator.building import build
from generator.entry_links import hold, resolve
from generator.kit import Kit, gather
from generator.links import Links
from generator.pages import Page
from tests.conftest import MINIMAL

HELD = "odljetonfiche/atd_offers/exemple.md"


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


@pytest.fixture(scope="module")
def home(kit: Kit) -> Page:
    return next(page for page in kit.pages if page.path == "content/index.md")


@pytest.mark.parametrize(
    ("target", "held"),
    [
        ("../atd_offers/exemple.md", HELD),
        ("../atd_offers/exemple.md#contexte", f"{HELD}#contexte"),
        ("../atd_offers/../atd_offers/exemple.md", HELD),
        ("../atd_offers/sous-dossier/exemple.md", None),
        ("comprendre.md", None),
        ("", None),
    ],
)
def test_a_path_to_an_entry_is_held_from_the_root(home: Page, target: str, held: str | None) -> None:
    assert hold(home, target, {"atd_offers"}) == held


def test_a_held_link_leads_to_the_page_of_its_entry_whatever_its_id(kit: Kit, home: Page) -> None:
    html = f'<a href="{HELD}">a</a> <a href="{HELD}#contexte">b</a> <a href="odljetonfiche/x.md">c</a>'
    assert resolve(html, home, Links(kit)) == (
        '<a href="offres/exemple/">a</a> <a href="offres/exemple/#contexte">b</a> '
        '<a href="odljetonfiche/x.md">c</a>'
    )


def test_a_text_that_looks_like_a_held_link_is_left(kit: Kit, home: Page) -> None:
    html = f"<p>href=&quot;{HELD}&quot; {HELD}</p>"
    assert resolve(html, home, Links(kit)) == html


def test_no_page_of_the_site_holds_a_link(small_kit: Path) -> None:
    build(small_kit, small_kit / "site")
    home = (small_kit / "site/index.html").read_text("utf-8")
    assert '<a href="offres/exemple/">la fiche</a>' in home
    assert "odljeton" not in home
