"""What the catalogue gives without JavaScript: matrix, pages of terms and pairs, lists cut into pages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW
from tests.browser.test_accessibility import faults, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a visitor without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["catalogue/", "catalogue/page/2/", "catalogue/enjeux/transparence/"])
def test_nothing_that_needs_a_script_is_shown(plain: Page, address: str, path: str) -> None:
    plain.goto(f"{address}{path}")
    content = plain.locator("article")
    for control in content.locator("button, input, select, .kit-scripted").all():
        expect(control).to_be_hidden()
    expect(content.locator("h3 a").first).to_be_visible()


def test_a_term_has_a_page_with_its_definition_and_its_entries(plain: Page, address: str, site: Path) -> None:
    entries = json.loads((site / "donnees/catalogue.json").read_text("utf-8"))["entries"]
    wanted = sum("transparence" in entry["enjeux"] for entry in entries)
    plain.goto(f"{address}catalogue/")
    plain.locator("#parcourir a[href$='enjeux/transparence/']").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Transparence")
    expect(plain.locator(".kit-lead")).to_contain_text("Montrer aux habitants")
    expect(plain.get_by_role("heading", level=2, name=f"{wanted} fiches")).to_be_visible()
    expect(plain.locator(".kit-card")).to_have_count(wanted)


def test_a_pair_without_an_entry_invites_to_contribute(plain: Page, address: str) -> None:
    plain.goto(f"{address}catalogue/enjeux/transition/")
    plain.get_by_role("link", name="Publier et référencer").first.click()
    expect(plain.locator(".kit-notice")).to_contain_text("Aucune fiche")
    expect(plain.locator(".kit-notice a")).to_have_attribute("href", re.compile("contribuer/proposer"))


def test_the_matrix_reads_as_a_table_whose_links_say_terms_and_count(plain: Page, address: str) -> None:
    plain.goto(f"{address}catalogue/")
    table = plain.get_by_role("table", name=re.compile("Nombre de fiches par croisement"))
    expect(table.get_by_role("columnheader")).to_have_count(7)
    expect(table.get_by_role("rowheader")).to_have_count(12)
    cell = table.get_by_role("link", name=re.compile(r"^Transparence, Organiser et cadrer\s*: \d+ fiches?$"))
    cell.click()
    expect(plain).to_have_url(f"{address}catalogue/enjeux/transparence/phases/cadrer/")


def test_an_empty_cell_of_the_matrix_leads_to_who_may_fill_it(plain: Page, address: str) -> None:
    plain.goto(f"{address}catalogue/")
    plain.get_by_role("link", name=re.compile("Transition, Publier.*aucune fiche. Proposer")).click()
    expect(plain).to_have_url(f"{address}contribuer/proposer-une-offre/")


def test_on_a_phone_the_matrix_scrolls_by_itself_and_by_the_keyboard(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}catalogue/", NARROW) as page:
        region = page.get_by_role("region", name=re.compile("Nombre de fiches"))
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW
        assert region.evaluate("box => box.scrollWidth > box.clientWidth")
        region.focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        expect(page.get_by_role("rowheader", name="Transparence")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("columnheader", name="Organiser et cadrer")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", ["catalogue/", "offres/", "catalogue/enjeux/transparence/"])
def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(
    plain: Page, large_address: str, path: str
) -> None:
    plain.goto(f"{large_address}{path}")
    pages = plain.get_by_role("navigation", name="Pages de la liste")
    first = plain.locator(".kit-card h3, .kit-card h4").first.inner_text()
    assert plain.locator(".kit-card").count() <= 48
    pages.get_by_role("link", name="Page suivante").click()
    expect(plain).to_have_url(f"{large_address}{path}page/2/")
    expect(pages.locator("[aria-current=page]")).to_have_text(re.compile("2$"))
    expect(plain.locator(".kit-card h3, .kit-card h4").first).not_to_have_text(first)


def test_a_group_of_a_long_list_is_reached_where_it_begins(plain: Page, large_address: str) -> None:
    plain.goto(f"{large_address}ressources/")
    link = plain.locator("article .kit-row").first.get_by_role("link").last
    name = link.inner_text()
    link.click()
    expect(plain.locator(":target h3")).to_have_text(name)


def test_axe_finds_nothing_wrong_in_a_long_list(browser: Browser, large_address: str) -> None:
    with visit(browser, f"{large_address}ressources/page/2/", NARROW) as page:
        assert faults(page) == ""
