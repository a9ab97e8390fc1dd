"""The budgets of bench/weigh.py hold on the real kit, and what it counts is what a browser asks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from bench.weigh import OFFER, PAGES, Budget, weigh
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser


def over(site: Path, address: str, budget: Budget) -> dict[str, tuple[int, int]]:
    """Give what goes over the budget: the figure, and the most that it may be."""
    found = weigh(site, address)
    figures = {
        "first": (found.first, budget.first),
        "requests": (len(found.files), budget.requests),
        "following": (found.page, budget.following),
    }
    return {name: (figure, most) for name, (figure, most) in figures.items() if figure > most}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_within_its_budget(site: Path, name: str) -> None:
    assert over(site, *PAGES[name]) == {}


def test_every_offer_keeps_within_the_budget_of_offers(site: Path) -> None:
    addresses = [f"offres/{file.parent.name}/" for file in sorted(site.glob("offres/*/index.html"))]
    assert {address: found for address in addresses if (found := over(site, address, OFFER))} == {}


@pytest.mark.parametrize("name", PAGES)
def test_a_browser_asks_the_files_that_are_counted_and_no_other(
    page: Page, site: Path, address: str, name: str
) -> None:
    path, _ = PAGES[name]
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.removeprefix(address)))
    page.goto(address + path)  # loaded: its modules and theirs are there
    page.wait_for_load_state("networkidle")
    counted = {file.removesuffix("index.html") for file in weigh(site, path).files}
    pictures = {url for url in asked if url.endswith(".webp")}  # lazy, and on the first screen
    icon = {"assets/favicon.svg"}  # asked by a browser with a window
    assert asked - pictures - icon == counted - icon


def test_the_site_holds_none_of_the_engine_s_own_files(site: Path) -> None:
    ours = {path.name for path in (REPOSITORY / "overrides/assets").iterdir()}
    code = {path.name for path in (site / "assets").rglob("*") if path.suffix in {".css", ".js", ".map"}}
    assert code == {name for name in ours if name.endswith((".css", ".js"))}
