"""The search, as a reader uses it: the page, and the box of the header."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.building import build
from generator.steps import Options
from tests.browser.conftest import NARROW, served

pytestmark = pytest.mark.browser

QUERIES = (
    ("education", "offres/infocom94/"),
    ("l'éducation", "offres/infocom94/"),
    ("L’ÉDUCATION", "offres/infocom94/"),
    ("cartoparties", "animations/cartopartie/"),
    ("l'agence landaise", "offres/alpi/"),
    ("alpi", "offres/alpi/"),
    ("coeur de ville", "ressources/action-coeur-de-ville/"),
    ("Cœur de ville", "ressources/action-coeur-de-ville/"),
    ("mise en œuvre", "offres/"),
    ("mise en oeuvre", "offres/"),
    ("d'OpenStreetMap", "ressources/geodatamine/"),
    ("redevabilité", "offres/"),
    ("comment publier mes données", "ressources/"),
    ("les mots du glossaire", "comprendre/glossaire/"),
)
"""What is typed, and the beginning of an address that must be among the results."""


def results(page: Page, expected: str) -> Locator:
    return page.locator(f".kit-result a[href*='/{expected}']")


def field(page: Page) -> Locator:
    return page.locator("header").get_by_role("searchbox")


def panel(page: Page) -> Locator:
    return page.locator(".kit-answers")


def test_each_query_finds_the_expected_page(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/")
    words = page.locator("article").get_by_role("searchbox")
    for query, expected in QUERIES:
        words.fill(query)
        page.keyboard.press("Enter")
        expect(page.locator("#kit-status")).to_contain_text(f"pour «\u00a0{query}\u00a0»")
        expect(results(page, expected).first, query).to_be_visible()


@pytest.mark.parametrize("query", ["pirae", "piræ"])
def test_a_ligature_tried_in_vain_brings_no_stranger(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}recherche/?q={query}")
    expect(results(page, "offres/pirae/")).to_be_visible()
    assert "2 résultats" in page.locator("#kit-status").inner_text()


def test_results_are_grouped_by_kind_and_their_counts_add_up(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=carte")
    expect(page.locator("#kit-status")).to_contain_text("résultats pour « carte »")
    total = int(page.locator("#kit-status").inner_text().split()[0])
    groups = page.locator(".kit-group:not([hidden]) h2 span").all_inner_texts()
    assert len(groups) > 1
    assert sum(map(int, groups)) == total
    expect(page.get_by_role("navigation", name="Groupes de résultats").get_by_role("link")).to_have_count(
        len(groups)
    )


def test_the_words_found_are_marked_whatever_their_accents_and_number(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=donnee+geographique")
    marks = page.locator(".kit-result mark")
    expect(marks.first).to_be_visible()
    found = {text.lower() for text in marks.all_inner_texts()}
    assert {"données", "géographiques"} <= found
    assert all(text.startswith(("donn", "géo")) for text in found), found


def test_an_excerpt_does_not_repeat_the_summary(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=budget")
    shown = page.locator(".kit-result", has=page.locator("mark"))
    expect(shown.first).to_be_visible()
    for texts in (result.locator("p").all_inner_texts() for result in shown.all()):
        assert len(texts) == 1 or texts[1].removeprefix("… ")[:40] not in texts[0], texts


def test_more_results_are_shown_on_demand_and_the_first_of_them_gets_the_focus(
    page: Page, address: str
) -> None:
    page.goto(f"{address}recherche/?q=donnees")
    group = page.locator(".kit-group:not([hidden])").first
    items = group.locator(".kit-result")
    expect(items.first).to_be_visible()
    before = items.count()
    group.get_by_role("button", name="Afficher plus").click()
    expect(items.nth(before).get_by_role("link")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("acessibilite", "accessibilité"),
        ("transprence", "transparence"),
        ("edukation", "éducation"),
        ("transprence et budjet", "transparence et budget"),
    ],
)
def test_a_typing_error_is_answered_by_a_word_that_finds_something(
    page: Page, address: str, query: str, meant: str
) -> None:
    page.goto(f"{address}recherche/?q={query}")
    page.get_by_text("Vouliez-vous dire").get_by_role("link", name=meant, exact=True).click()
    expect(page.locator(".kit-result").first).to_be_visible()
    assert page.locator("article").get_by_role("searchbox").input_value() == meant


def test_a_word_begun_finds_what_it_begins(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=cartoparti")
    expect(results(page, "animations/cartopartie/")).to_be_visible()


@pytest.mark.parametrize("query", ["zzyzzyva", "carte zzyzzyva"])
def test_a_query_without_answer_leads_to_the_lists_and_to_contributing(
    page: Page, address: str, query: str
) -> None:
    page.goto(f"{address}recherche/?q={query}")
    expect(page.locator("#kit-status")).to_contain_text("Aucun résultat")
    expect(page.locator("article a[href*='catalogue/enjeux/transparence/']")).to_be_visible()
    expect(page.locator("article").get_by_role("link", name="Proposer une fiche")).to_be_visible()
    assert page.locator(".kit-group:visible").count() == 0


def test_back_and_forward_follow_the_searches_and_the_title_names_them(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=carte")
    words = page.locator("article").get_by_role("searchbox")
    words.fill("budget")
    page.keyboard.press("Enter")
    expect(page.locator("#kit-status")).to_contain_text("budget")
    assert page.title().startswith("budget — Recherche")
    page.go_back()
    expect(page.locator("#kit-status")).to_contain_text("carte")
    expect(words).to_have_value("carte")
    page.go_forward()
    expect(page.locator("#kit-status")).to_contain_text("budget")


def test_a_query_is_never_obeyed_as_markup(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=%3Cimg+src%3Dx+onerror%3Ddocument.title%3D1%3E")
    expect(page.locator("article [role=status]").first).not_to_be_empty()
    assert page.locator("article img").count() == 0
    assert page.title() != "1"


def test_nothing_of_the_search_is_asked_before_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}offres/alpi/", wait_until="networkidle")
    lazy = ("pagefind/", "donnees/", "assets/boite", "assets/texte", "assets/extraits", "assets/recherche")
    assert [path for path in asked if path.startswith(lazy)] == []
    field(page).focus()
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if path.startswith(("pagefind/", "donnees/"))] == []
    page.keyboard.type("carte")
    expect(panel(page)).to_be_visible()
    assert any(path.startswith("pagefind/") for path in asked)


def test_the_box_is_used_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}offres/alpi/")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("cartopartie")
    expect(panel(page).get_by_role("link").first).to_have_text("Cartopartie")
    expect(page.locator("header [role=status]")).to_contain_text("résultats")
    assert panel(page).get_by_role("list", name="Animations").count() == 1
    page.keyboard.press("ArrowDown")
    expect(panel(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(panel(page).get_by_role("link", name="Voir les")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("cartopartie")
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=cartopartie")
    expect(results(page, "animations/cartopartie/").first).to_be_visible()


def test_a_result_of_the_box_is_opened_by_enter(page: Page, address: str) -> None:
    page.goto(address)
    field(page).fill("cartopartie")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/animations/cartopartie/")


def test_the_box_closes_when_the_reader_goes_elsewhere(page: Page, address: str) -> None:
    page.goto(address)
    field(page).fill("carte")
    expect(panel(page)).to_be_visible()
    last = panel(page).get_by_role("link").last
    last.focus()
    page.keyboard.press("Tab")
    expect(panel(page)).to_be_hidden()
    field(page).fill("cartes")
    expect(panel(page)).to_be_visible()
    page.locator("footer").click()
    expect(panel(page)).to_be_hidden()


def test_the_box_proposes_another_writing(page: Page, address: str) -> None:
    page.goto(address)
    field(page).fill("transprence")
    expect(panel(page).get_by_role("link", name="transparence")).to_be_visible()


def test_the_panel_of_the_box_fits_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": NARROW, "height": 640})
    page = context.new_page()
    page.goto(f"{address}offres/alpi/")
    field(page).fill("donnees")
    expect(panel(page)).to_be_visible()
    box = panel(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    context.close()


def test_the_shortcut_is_a_letter_like_another_in_a_field_and_with_a_modifier(
    page: Page, address: str
) -> None:
    page.goto(f"{address}recherche/")
    words = page.locator("article").get_by_role("searchbox")
    words.focus()
    page.keyboard.type("et/ou")
    expect(words).to_have_value("et/ou")
    page.goto(address)
    page.keyboard.press("Control+/")
    expect(field(page)).not_to_be_focused()


def test_the_shortcut_is_announced_and_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/")
    expect(field(page)).to_have_attribute("aria-keyshortcuts", "/")
    button = page.get_by_role("button", name="Désactiver ce raccourci")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(address)
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()


def test_a_browser_is_told_of_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}offres/alpi/")
    link = page.locator("link[rel=search]")
    expect(link).to_have_attribute("type", "application/opensearchdescription+xml")
    answer = page.request.get(f"{address}offres/alpi/{link.get_attribute('href')}")
    assert answer.ok
    assert "{searchTerms}" in answer.text()


def test_without_script_the_page_says_so_and_shows_the_lists_alone(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}offres/alpi/")
    field(page).fill("carte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=carte")
    expect(page.locator("noscript .kit-notice")).to_contain_text("demande JavaScript")
    expect(page.locator("article a[href*='catalogue/enjeux/transparence/']")).to_be_visible()
    expect(page.locator("article").get_by_role("searchbox")).to_have_count(0)
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    context.close()


def test_a_site_made_without_its_search_works_without_it(page: Page, small_kit: Path) -> None:
    site = build(small_kit, small_kit / "site", options=Options(searchable=False)).site
    assert site
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(site) as address:
        for path in ("", "catalogue/?q=syndicat", "recherche/?q=syndicat", "offres/exemple/"):
            page.goto(address + path, wait_until="networkidle")
            page.get_by_role("button", name="Passer en couleurs").click()
            page.keyboard.press("/")
            expect(page.get_by_role("search")).to_have_count(0)
    assert said == []
