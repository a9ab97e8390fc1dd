"""The frame of every page: its menu, its colours, the way down to the page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, WIDE

pytestmark = pytest.mark.browser

PAGE = "offres/alpi/"


@pytest.fixture
def narrow(page: Page, address: str) -> Page:
    """A page on a small screen, its menu closed."""
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(address + PAGE)
    return page


@pytest.fixture
def opened(narrow: Page) -> Page:
    """The same, its menu opened by the keyboard."""
    narrow.get_by_role("button", name="Menu", exact=True).press("Enter")
    return narrow


@pytest.fixture
def unscripted(browser: Browser, address: str) -> Iterator[Page]:
    """The same page on a small screen without JavaScript."""
    context = browser.new_context(viewport={"width": NARROW, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    yield page
    context.close()


def is_closed(page: Page) -> None:
    expect(page.get_by_role("navigation", name="Navigation principale")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_focused()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_have_attribute("aria-expanded", "false")


def test_the_opened_menu_takes_the_focus_and_keeps_it(opened: Page) -> None:
    close = opened.get_by_role("button", name="Fermer le menu")
    expect(close).to_be_focused()
    links = opened.locator("#kit-menu li a").count()
    for _ in range(links + 2):  # the close button, the links, then out of the page
        within = "document.activeElement === document.body || !!document.activeElement.closest('#kit-menu')"
        assert opened.evaluate(within)
        opened.keyboard.press("Tab")


def test_escape_closes_the_menu_and_gives_the_focus_back(opened: Page) -> None:
    opened.keyboard.press("Escape")
    is_closed(opened)


def test_its_button_closes_the_menu(opened: Page) -> None:
    opened.get_by_role("button", name="Fermer le menu").press("Enter")
    is_closed(opened)


def test_a_click_beside_the_menu_closes_it_and_follows_no_link_under_it(opened: Page) -> None:
    here = opened.url
    opened.mouse.click(NARROW - 10, 300)
    is_closed(opened)
    assert opened.url == here


def test_a_link_of_the_menu_leads_to_a_page_whose_menu_is_closed(opened: Page) -> None:
    opened.get_by_role("navigation", name="Navigation principale").get_by_role(
        "link", name="Glossaire"
    ).click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Glossaire")
    expect(opened.get_by_role("navigation", name="Navigation principale")).to_be_hidden()


def test_a_screen_that_becomes_wide_sets_the_page_free(opened: Page) -> None:
    opened.set_viewport_size({"width": WIDE, "height": 800})
    expect(opened.get_by_role("button", name="Fermer le menu")).to_be_hidden()
    assert opened.locator("[inert]").count() == 0


def test_the_closed_menu_holds_no_focus(narrow: Page) -> None:
    expect(narrow.locator("#kit-menu")).to_be_hidden()


def test_without_script_the_menu_opens_and_closes_by_links(unscripted: Page) -> None:
    menu = unscripted.get_by_role("navigation", name="Navigation principale")
    expect(menu).to_be_hidden()
    unscripted.get_by_role("link", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    unscripted.get_by_role("link", name="Fermer le menu").click()
    expect(menu).to_be_hidden()


def test_without_script_nothing_dead_is_shown_in_the_frame(unscripted: Page) -> None:
    expect(unscripted.get_by_role("banner").get_by_role("button")).to_have_text(["Chercher"])
    assert unscripted.locator("input[type=checkbox]:visible").count() == 0


def test_the_colours_that_were_chosen_are_there_before_the_next_page_is_drawn(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.get_by_role("button", name="Passer en couleurs sombres").click()
    read = "window.seen ??= document.documentElement.dataset.theme ?? 'none'"
    # The first change of state comes before the deferred scripts.
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {read}; }})")
    page.goto(address + PAGE)
    assert page.evaluate("window.seen") == "dark"
    expect(page.get_by_role("button", name="Passer en couleurs claires")).to_be_visible()


def test_paper_is_white_whatever_the_colours_that_were_chosen(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    page.get_by_role("button", name="Passer en couleurs sombres").click()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.get_by_role("navigation", name="Navigation principale")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("offres/alpi/", ["Accueil", "Offres d'accompagnement des ATD"]),
        ("catalogue/enjeux/transparence/", ["Accueil", "Catalogue"]),
        ("regles/c103/", ["Accueil", "Règles de contrôle"]),
    ],
)
def test_a_deep_page_says_the_way_to_it(page: Page, address: str, path: str, way: list[str]) -> None:
    page.goto(address + path)
    links = page.get_by_role("navigation", name="Fil d'Ariane").get_by_role("link")
    expect(links).to_have_text(way)


def test_a_table_too_wide_for_the_screen_scrolls_by_the_keyboard_and_stays_a_table(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{address}regles/")
    box = page.locator(".kit-slide").first
    expect(box).to_have_attribute("tabindex", "0")
    expect(box.get_by_role("table")).to_be_visible()
    page.set_viewport_size({"width": WIDE, "height": 800})
    expect(box).not_to_have_attribute("tabindex", "0")
