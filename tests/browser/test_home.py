"""Home, list of a kind and what is new: what a person finds there, on any screen, with or without script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.kit import gather
from generator.news import MOST
from tests.browser.conftest import NARROW, WIDE
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser

PUBLICS = ("Je suis une collectivité", "Je suis un ATD", "Je forme")
FEED = "link[rel=alternate][type='application/atom+xml']"


def home_without_script(browser: Browser, address: str, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("public", PUBLICS)
def test_each_public_finds_its_ways_in_one_screen_of_a_phone(
    browser: Browser, address: str, public: str
) -> None:
    page = home_without_script(browser, address, NARROW)
    card = page.locator("section", has=page.get_by_role("heading", name=public, level=2)).last
    box = card.bounding_box()
    assert box
    assert box["height"] < 800
    assert card.get_by_role("link").count() >= 3
    page.context.close()


def test_the_three_publics_are_seen_at_once_on_a_wide_screen(page: Page, address: str) -> None:
    page.goto(address)
    for public in PUBLICS:
        box = page.get_by_role("heading", name=public, level=2).bounding_box()
        assert box
        assert box["y"] + box["height"] < 800


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_search_is_in_sight_on_arrival(browser: Browser, address: str, width: int) -> None:
    page = home_without_script(browser, address, width)
    expect(page.get_by_role("searchbox")).to_be_in_viewport()
    page.context.close()


def test_the_figures_and_the_counts_of_the_home_are_those_of_the_kit(browser: Browser, address: str) -> None:
    kit = gather(REPOSITORY)
    page = home_without_script(browser, address, NARROW)
    said = page.locator("#kit-content").inner_text()
    for canevas in kit.definitions.canevases:
        assert f"{len(kit.by_kind[canevas.kind])} {canevas.plural}" in said
    assert f"Transparence ({len(kit.by_term['enjeux', 'transparence'])})" in said
    assert "[[" not in said
    page.context.close()


def test_a_way_in_leads_to_the_page_of_its_term(browser: Browser, address: str) -> None:
    page = home_without_script(browser, address, NARROW)
    page.get_by_role("link", name="Transparence", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Transparence")
    page.context.close()


@pytest.mark.parametrize("scripted", [True, False])
def test_the_home_leads_to_the_table_of_structures_whose_cells_have_headings(
    browser: Browser, address: str, scripted: bool
) -> None:
    context = browser.new_context(viewport={"width": NARROW, "height": 800}, java_script_enabled=scripted)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="en tableau").click()
    table = page.locator("#tableau table")
    expect(table.locator("caption")).to_be_in_viewport()
    expect(table.locator("tbody tr")).to_have_count(len(gather(REPOSITORY).by_kind["offre"]))
    expect(table.locator("thead th[scope=col]")).to_have_count(5)
    expect(table.locator("tbody th[scope=row] a").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_table_wider_than_a_phone_scrolls_by_the_keyboard_and_the_page_does_not(
    browser: Browser, address: str, scripted: bool
) -> None:
    context = browser.new_context(viewport={"width": NARROW, "height": 800}, java_script_enabled=scripted)
    page = context.new_page()
    page.goto(f"{address}offres/#tableau")
    region = page.get_by_role("region", name="Offres d'accompagnement des ATD, par échelle d'intervention")
    region.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    for _ in range(50):  # a scroll by the keyboard takes a few frames
        if region.evaluate("(box) => box.scrollLeft"):
            break
        page.wait_for_timeout(100)
    assert region.evaluate("(box) => box.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    context.close()


def test_what_is_new_is_grouped_by_month_with_the_day_of_each_entry(page: Page, address: str) -> None:
    page.goto(f"{address}nouveautes/")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Novembre 2026")
    assert page.locator(".kit-news li").count() == min(MOST, len(gather(REPOSITORY).entries))
    expect(page.locator(".kit-news time").first).to_have_attribute("datetime", "2026-11-22")


@pytest.mark.parametrize("path", ["", "nouveautes/", "catalogue/enjeux/transparence/"])
def test_a_feed_is_announced_to_readers_of_feeds_and_is_there(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    link = page.locator(FEED)
    expect(link).to_have_count(1)
    answer = page.request.get(str(link.evaluate("(node) => node.href")))
    assert answer.ok
    assert answer.text().startswith("<?xml")


def test_a_person_can_subscribe_to_what_is_new_and_to_a_term(page: Page, address: str) -> None:
    for path in ("nouveautes/", "catalogue/phases/publier/"):
        page.goto(address + path)
        link = page.get_by_role("link", name="S'abonner")
        assert str(link.evaluate("(node) => node.href")).endswith(f"{path}atom.xml")
