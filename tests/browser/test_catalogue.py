"""The catalogue with JavaScript: filters, text, order, address."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_accessibility import faults, visit

pytestmark = pytest.mark.browser

Entries = list[dict[str, Any]]


@pytest.fixture(scope="module")
def entries(site: Path) -> Entries:
    found: Entries = json.loads((site / "donnees/catalogue.json").read_text("utf-8"))["entries"]
    return found


def having(entries: Entries, facet: str, *values: str) -> Entries:
    return [entry for entry in entries if set(values) & set(entry[facet])]


def titles(entries: Iterable[dict[str, Any]]) -> list[str]:
    """Titles as the catalogue orders them, spaces aside."""
    return sorted(re.sub(r"\s", " ", entry["title"]) for entry in entries)


def shown(page: Page) -> list[str]:
    return [re.sub(r"\s", " ", title) for title in page.locator("#kit-cards h3").all_inner_texts()]


def check_box(page: Page, facet: str, value: str) -> None:
    box = page.locator(f"input[name={facet}][value={value}]")
    if not box.is_visible():
        page.locator("#kit-filters details", has=box).locator("summary").click()
    box.check()


def count_beside(page: Page, facet: str, value: str) -> str:
    return page.locator(f"label:has(input[name={facet}][value={value}]) .kit-count").inner_text()


def expect_total(page: Page, count: int) -> None:
    expect(page.locator("#kit-total")).to_have_text(
        re.compile(rf"^{count} fiches?$" if count else "^Aucune fiche$")
    )


def search(page: Page, text: str) -> None:
    page.get_by_label("Mots cherchés").press_sequentially(text)


def test_choices_join_inside_a_facet_and_cross_between_facets(
    page: Page, address: str, entries: Entries
) -> None:
    page.goto(f"{address}catalogue/")
    for facet, value in (("enjeux", "transition"), ("enjeux", "confiance"), ("phases", "produire")):
        check_box(page, facet, value)
    wanted = having(having(entries, "enjeux", "transition", "confiance"), "phases", "produire")
    expect_total(page, len(wanted))
    assert sorted(shown(page)) == titles(wanted)
    expect(page).to_have_url(re.compile(r"\?enjeux=confiance&enjeux=transition&phases=produire$"))


def test_a_count_is_what_a_term_would_give_with_the_other_facets(
    page: Page, address: str, entries: Entries
) -> None:
    page.goto(f"{address}catalogue/?enjeux=transparence&phases=produire")
    expect_total(page, len(having(having(entries, "enjeux", "transparence"), "phases", "produire")))
    in_phase = having(entries, "phases", "produire")
    assert count_beside(page, "enjeux", "confiance") == str(len(having(in_phase, "enjeux", "confiance")))
    in_enjeu = having(entries, "enjeux", "transparence")
    assert count_beside(page, "phases", "cadrer") == str(len(having(in_enjeu, "phases", "cadrer")))


def test_a_term_that_would_give_nothing_says_so_and_may_still_be_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}catalogue/?enjeux=transition&phases=publier")
    expect_total(page, 0)
    expect(page.locator("label.kit-none:has([value=transition])")).to_contain_text("0")
    expect(page.locator("#kit-none")).to_contain_text("proposer une fiche")
    check_box(page, "enjeux", "transparence")
    expect(page.locator("#kit-none")).to_be_hidden()


def test_a_range_holds_the_entries_whose_interval_meets_it(
    page: Page, address: str, entries: Entries
) -> None:
    page.goto(f"{address}catalogue/?duree=demi-journee&budget=sans-budget")
    wanted = having(having(entries, "duree", "demi-journee"), "budget", "sans-budget")
    expect_total(page, len(wanted))
    assert "Datalab" in shown(page)


def test_back_and_forward_walk_through_the_choices(page: Page, address: str, entries: Entries) -> None:
    page.goto(f"{address}catalogue/?genre=animation")
    animations = [entry for entry in entries if entry["kind"] == "animation"]
    expect_total(page, len(animations))
    check_box(page, "phases", "evaluer-perenniser")
    wanted = len(having(animations, "phases", "evaluer-perenniser"))
    expect_total(page, wanted)
    page.go_back()
    expect_total(page, len(animations))
    expect(page.locator("[value=evaluer-perenniser]")).not_to_be_checked()
    page.go_forward()
    expect_total(page, wanted)


def test_a_text_being_typed_is_one_step_of_history(page: Page, address: str, entries: Entries) -> None:
    page.goto(f"{address}catalogue/?genre=ressource")
    search(page, "carte")
    expect(page).to_have_url(re.compile("q=carte$"))
    search(page, " OpenStreetMap")
    expect(page).to_have_url(re.compile("q=carte.OpenStreetMap$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?genre=ressource$"))
    expect_total(page, sum(entry["kind"] == "ressource" for entry in entries))


def test_text_and_filters_give_one_result_by_relevance_first(page: Page, address: str) -> None:
    page.goto(f"{address}catalogue/")
    search(page, "cartopartie")
    expect(page.locator("#kit-cards h3").first).to_have_text("Cartopartie")
    expect(page.get_by_label("Trier par")).to_have_value("pertinence")
    expect(page).to_have_url(re.compile("q=cartopartie$"))
    alone = len(shown(page))
    animations = int(count_beside(page, "genre", "animation"))
    check_box(page, "genre", "animation")
    expect_total(page, animations)
    assert 0 < animations < alone


def test_nothing_is_loaded_before_the_first_touch_nor_the_index_before_a_word(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}catalogue/", wait_until="networkidle")
    assert not [url for url in asked if url.startswith(("donnees/", "pagefind/")) or "texte" in url]
    with page.expect_response("**/donnees/filtres.json"):
        check_box(page, "genre", "animation")
    expect_total(page, 12)
    assert not [url for url in asked if url.startswith("pagefind/")]
    with page.expect_response("**/pagefind/pagefind.js"):
        search(page, "carte")


def test_a_typo_is_told_and_its_correction_looked_for(page: Page, address: str) -> None:
    page.goto(f"{address}catalogue/?q=acessibilite")
    expect_total(page, 0)
    page.get_by_role("button", name="accessibilité").click()
    expect(page).to_have_url(re.compile("q=accessibilit%C3%A9$"))
    expect(page.locator("#kit-cards h3").first).to_be_visible()


def test_a_choice_is_taken_away_above_the_results_and_the_focus_goes_to_the_next(
    page: Page, address: str, entries: Entries
) -> None:
    page.goto(f"{address}catalogue/?enjeux=transparence&phases=produire&q=carte")
    chips = page.get_by_role("list", name="Filtres choisis").get_by_role("button")
    expect(chips).to_have_text(
        [re.compile("Mots.*carte"), re.compile("Transparence"), re.compile("Choisir et produire")]
    )
    page.get_by_role("button", name="Retirer le filtre Mots").click()
    expect(page.get_by_role("button", name=re.compile("Transparence"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?phases=produire$"))
    expect_total(page, len(having(entries, "phases", "produire")))


def test_all_choices_are_cleared_at_once(page: Page, address: str, entries: Entries) -> None:
    page.goto(f"{address}catalogue/?enjeux=transparence&q=carte")
    page.get_by_role("button", name="Effacer les filtres").click()
    expect(page).to_have_url(f"{address}catalogue/")
    expect_total(page, len(entries))
    expect(page.locator("#kit-total")).to_be_focused()
    expect(page.get_by_label("Mots cherchés")).to_have_value("")
    expect(page.get_by_role("button", name="Effacer les filtres")).to_be_hidden()


def test_an_order_is_kept_in_the_address_and_news_come_first(page: Page, large_address: str) -> None:
    page.goto(f"{large_address}catalogue/?genre=animation")
    expect(page.locator("#kit-total")).not_to_have_text(re.compile("1.000"))
    by_title = shown(page)
    assert by_title == sorted(by_title, key=str.casefold)
    page.get_by_label("Trier par").select_option("nouveauté")
    expect(page).to_have_url(re.compile("tri=nouveaute$"))
    page.reload()
    expect(page.get_by_label("Trier par")).to_have_value("nouveaute")


@pytest.mark.parametrize(
    "asked", ["enjeux=disparu", "tri=couleur", "saison=ete", "enjeux=disparu&tri=couleur"]
)
def test_what_an_address_asks_in_vain_is_said_and_ignored(
    page: Page, address: str, entries: Entries, asked: str
) -> None:
    page.goto(f"{address}catalogue/?{asked}&genre=animation")
    expect(page.locator("#kit-unknown")).to_be_visible()
    expect_total(page, sum(entry["kind"] == "animation" for entry in entries))
    for word in ("disparu", "couleur"):
        if word in asked:
            expect(page.locator("#kit-unknown")).to_contain_text(word)


def test_what_follows_readers_in_an_address_is_not_worth_a_word(page: Page, address: str) -> None:
    page.goto(f"{address}catalogue/?genre=animation&utm_source=lettre&fbclid=x")
    expect_total(page, 12)
    expect(page.locator("#kit-unknown")).to_be_hidden()


def test_the_count_is_announced_once_the_reader_stops(page: Page, address: str, entries: Entries) -> None:
    page.goto(f"{address}catalogue/")
    check_box(page, "genre", "animation")
    check_box(page, "genre", "ressource")
    wanted = sum(entry["kind"] != "offre" for entry in entries)
    expect(page.get_by_role("status")).to_have_text(f"{wanted} fiches")


def test_the_link_is_copied_and_said(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}catalogue/page/2/?genre=animation")
    expect_total(page, 12)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("button", name="Lien copié")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Le lien est copié.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}catalogue/?genre=animation"


def test_a_browser_that_refuses_to_copy_shows_the_link_selected(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}catalogue/?genre=animation")
    page.get_by_role("button", name="Copier le lien").click()
    field = page.get_by_label("Lien à copier")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == f"{address}catalogue/?genre=animation"


def test_a_card_built_by_script_is_the_card_of_the_page(page: Page, address: str) -> None:
    cards = """() => [...document.querySelectorAll('#kit-cards > li')].map((card) => {
      for (const link of card.querySelectorAll('a')) link.href = link.href;
      return card.innerHTML.replace(/>\\s+|\\s+</g, (found) => found.trim());
    })"""
    page.goto(f"{address}catalogue/")
    written = page.evaluate(cards)
    page.goto(f"{address}catalogue/?genre=offre&genre=ressource&genre=animation")
    expect(page.locator("#kit-chosen li")).to_have_count(3)
    expect(page.locator("#kit-cards > li > p:empty")).to_have_count(0)
    expect(page.get_by_role("navigation", name="Pages de la liste")).to_be_hidden()
    assert page.evaluate(cards) == written


def test_on_a_phone_filters_fold_under_one_button(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}catalogue/?genre=animation&enjeux=transparence", NARROW) as page:
        fold = page.get_by_role("button", name="Filtrer (2)")
        expect(fold).to_have_attribute("aria-expanded", "false")
        expect(page.get_by_role("checkbox").first).to_be_hidden()
        fold.click()
        check_box(page, "enjeux", "confiance")
        expect(page.get_by_role("button", name="Filtrer (3)")).to_be_visible()
        page.get_by_role("button", name=re.compile("^Voir")).click()
        expect(page.locator("#kit-total")).to_be_focused()
        expect(page.get_by_role("checkbox").first).to_be_hidden()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing_wrong_with_filters_chosen(browser: Browser, address: str, width: int) -> None:
    url = f"{address}catalogue/?enjeux=transition&phases=publier&enjeux=disparu"
    with visit(browser, url, width) as page:
        if width == NARROW:
            page.get_by_role("button", name="Filtrer (2)").click()
        expect(page.locator(".kit-none").first).to_be_visible()
        assert faults(page) == ""


def test_a_large_catalogue_shows_more_on_demand_with_its_summaries(page: Page, large_address: str) -> None:
    page.goto(f"{large_address}catalogue/")
    with page.expect_response("**/donnees/resumes/*.json"):
        check_box(page, "genre", "ressource")
    cards = page.locator("#kit-cards > li")
    expect(page.locator("#kit-cards > li > p:empty")).to_have_count(0)
    expect(cards).to_have_count(24)
    expect(page.get_by_role("navigation", name="Pages de la liste")).to_be_hidden()
    page.get_by_role("button", name="Afficher plus").click()
    expect(cards).to_have_count(48)
    expect(cards.nth(24).locator("h3 a")).to_be_focused()


def test_filters_that_do_not_answer_say_where_to_go(page: Page, address: str) -> None:
    page.route("**/donnees/filtres.json", lambda route: route.abort())
    page.goto(f"{address}catalogue/?genre=animation")
    expect(page.locator("#kit-total")).to_contain_text("Passez par les listes")
    page.unroute("**/donnees/filtres.json")
    check_box(page, "phases", "cadrer")
    expect(page.locator("#kit-total")).to_have_text(re.compile(r"^\d+ fiches?$"))
