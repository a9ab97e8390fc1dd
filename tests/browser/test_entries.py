"""Pages of entries as a reader sees them: facts first, steps, pack to print, comparison, freshness."""

import gzip
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.building import build
from generator.serve import open_server
from tests.browser.conftest import NARROW
from tests.conftest import copy_real_kit

pytestmark = pytest.mark.browser

COMPARED = "comparer/?fiche=offres/alpi&fiche=offres/soluris"
MOST_BYTES = 8192
"""Of the page of an offer, compressed by gzip: issue 4, point 7."""
INDICATORS = """indicateurs:
  - { libelle: Communes accompagnées, cible: 10, realise: 4, unite: communes, echeance: "2027" }
  - { libelle: Jeux publiés, realise: 12, unite: jeux }
publie_le:"""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the real kit, one offer of which is replaced, with a value reached and a date of check."""
    root = copy_real_kit(tmp_path_factory.mktemp("change"))
    alpi = root / "atd_offers/alpi.md"
    text = alpi.read_text("utf-8").replace("statut: publiee", "statut: archivee\nremplace_par: soluris")
    text = text.replace("publie_le:", INDICATORS).replace("maj_le:", "")
    alpi.write_text(text.replace("\n---\n##", "\nverifie_le: 2026-11-23\n---\n##"), "utf-8")
    result = build(root, root / "site")
    assert result.site, [found.message for found in result.diagnostics]
    server = open_server(result.site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def text_of(page: Page, selector: str) -> str:
    """Text of an element, whatever its spaces."""
    return " ".join((page.locator(selector).inner_text()).split())


def panel(page: Page) -> dict[str, str]:
    """The facts at the top: values by label."""
    cells = page.locator(".kit-panel > div").all()
    return {
        cell.locator("dt").first.inner_text().strip(): " ".join(cell.locator("dd").inner_text().split())
        for cell in cells
    }


def test_an_offer_says_first_where_for_whom_what_and_at_what_cost(page: Page, address: str) -> None:
    page.goto(f"{address}offres/alpi/")
    found = panel(page)
    assert found["Territoire"] == "Département des Landes (40)"
    assert found["Échelle"] == "Départemental"
    assert found["Pour qui"].startswith("Adhérents seulement")
    assert "Formation" in found["Ce qui est proposé"]
    assert found["À quel coût"].startswith("Réservé aux adhérents")
    assert found["Contact"] == "Non renseigné"


def test_an_announced_offer_says_so_and_shows_what_it_has(page: Page, address: str) -> None:
    page.goto(f"{address}offres/nevers/")
    assert text_of(page, ".kit-notice").startswith("Annoncée.")
    assert list(panel(page)) == ["Territoire", "Échelle", "Contact", "Pour qui", "À quel coût"]


def test_a_resource_opens_by_a_button(page: Page, address: str) -> None:
    page.goto(f"{address}ressources/scdl/")
    button = page.get_by_role("link", name="Ouvrir la ressource")
    assert button.get_attribute("href") == "https://schema.data.gouv.fr/"
    found = panel(page)
    assert (found["Producteur"], found["Année"], found["Coût"]) == ("OpenDataFrance", "2017", "Gratuit")


def test_an_activity_says_on_one_line_what_it_takes(page: Page, address: str) -> None:
    page.goto(f"{address}animations/hackathon/")
    assert (
        text_of(page, ".kit-glance")
        == "2 jours · 20 à 60 personnes · 2 000 à 19 000 € · 3 mois de préparation"
    )


def test_the_steps_follow_time_in_ordered_lists(page: Page, address: str) -> None:
    page.goto(f"{address}animations/hackathon/")
    timeline = page.locator(".kit-timeline")
    assert timeline.locator("h3").all_inner_texts() == ["Avant", "Pendant", "Après"]
    assert timeline.locator("> ol").count() == 3
    first = timeline.locator("> ol > li").first
    assert first.inner_text().split("\n")[0] == "3 mois avant, durée 2\u00a0semaines"


def test_a_measure_is_a_sentence_in_a_table_and_a_bar_when_both_values_are_known(
    page: Page, changed: str
) -> None:
    page.goto(f"{changed}offres/alpi/")
    rows = page.locator(".kit-measures tbody tr")
    expect(rows.nth(0)).to_contain_text("4 communes pour un objectif de 10 en 2027")
    bar = rows.nth(0).locator(".kit-bar__done").bounding_box()
    whole = rows.nth(0).locator(".kit-bar").bounding_box()
    assert bar
    assert whole
    assert abs(bar["width"] / whole["width"] - 0.4) < 0.02
    expect(rows.nth(1)).to_contain_text("Constaté\u202f: 12\u00a0jeux")
    assert rows.nth(1).locator("svg").count() == 0


def test_a_replaced_entry_leads_to_the_next_one(page: Page, changed: str) -> None:
    page.goto(f"{changed}offres/alpi/")
    page.locator(".kit-notice a").click()
    assert page.url == f"{changed}offres/soluris/"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-23T10:00:00", "Vérifiée le 23 novembre 2026, aujourd’hui"),
        ("2026-12-01T10:00:00", "Vérifiée le 23 novembre 2026, il y a 1 semaine"),
        ("2027-02-25T10:00:00", "Vérifiée le 23 novembre 2026, il y a 3 mois"),
        ("2028-11-30T10:00:00", "Vérifiée le 23 novembre 2026, il y a 2 ans à vérifier"),
        ("2026-11-20T10:00:00", "Vérifiée le 23 novembre 2026"),
    ],
)
def test_the_reader_is_told_how_long_ago_an_entry_was_checked(
    page: Page, changed: str, now: str, said: str
) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    page.goto(f"{changed}offres/alpi/")
    assert text_of(page, ".kit-since") == said


def test_without_a_script_the_date_stays_and_nothing_dead_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}offres/alpi/")
    assert text_of(page, ".kit-since") == "Publiée le 22 novembre 2026"
    expect(page.locator(".kit-compare")).to_be_hidden()
    page.goto(f"{address}animations/hackathon/")
    page.get_by_role("link", name="Imprimer le dossier").click()
    assert page.url == f"{address}animations/hackathon/dossier/"
    expect(page.locator(".kit-print")).to_be_hidden()
    page.goto(address + COMPARED)
    expect(page.locator("#kit-choice")).to_be_hidden()
    expect(page.locator(".kit-noscript")).to_be_visible()
    context.close()


def test_the_pack_has_its_four_parts_each_on_its_own_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}animations/hackathon/dossier/")
    titles = [sheet.locator("h1, h2").first.inner_text() for sheet in page.locator(".kit-sheet").all()]
    assert titles == [
        "Hackathon sur les données du territoire",
        "Rétroplanning",
        "Liste du matériel",
        "Rôles",
    ]
    assert page.locator(".kit-list tbody td.kit-box").count() > 20
    page.emulate_media(media="print")
    breaks = page.locator(".kit-sheet").evaluate_all(
        "sheets => sheets.map((s) => getComputedStyle(s).breakBefore)"
    )
    assert breaks == ["auto", "page", "page", "page"]
    for hidden in (".kit-header", ".kit-menu", ".kit-actions"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_button_prints(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{address}animations/hackathon/dossier/")
    page.get_by_role("button", name="Imprimer").click()
    assert page.evaluate("window.printed")


def test_a_printed_entry_is_black_on_white_and_shows_where_its_links_lead(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}ressources/scdl/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
    assert page.locator("h1").evaluate("title => getComputedStyle(title).color") == "rgb(0, 0, 0)"
    after = page.locator(".kit-sources a").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "opendatafrance.gitbook.io" in after
    context.close()


def test_two_entries_are_compared_from_the_page_of_one(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}offres/alpi/", wait_until="networkidle")
    assert not [url for url in asked if "catalogue.json" in url]
    choice = page.get_by_label("Comparer avec")
    choice.focus()
    expect(choice.locator("option[value='offres/soluris']")).to_be_attached()
    assert choice.locator("option[value='offres/alpi'], option[value^='ressources/']").count() == 0
    choice.select_option("offres/soluris")
    page.get_by_role("button", name="Comparer").click()
    page.wait_for_url("**/comparer/?fiche=*")
    table = page.get_by_role("table", name="ALPI - Agence Landaise Pour l'Informatique et Soluris")
    expect(table).to_be_visible()
    page.go_back()
    assert page.url == f"{address}offres/alpi/"


def row(page: Page, label: str) -> list[str]:
    """The two cells of a row of the comparison."""
    found = page.locator(f".kit-compared > tbody > tr:has(> th:text-is('{label}')) > td")
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_a_comparison_puts_each_fact_and_each_section_on_one_row(page: Page, address: str) -> None:
    page.goto(address + COMPARED)
    expect(page.locator(".kit-compared")).to_be_visible()
    assert row(page, "Territoire") == [
        "Département des Landes (40)",
        "Département de la Charente-Maritime (17)",
    ]
    assert len(row(page, "Résultats attendus")) == 2
    assert row(page, "Indicateurs")[0] == "non renseigné"
    link = page.locator(".kit-compared > tbody a", has_text="Conformité réglementaire").first
    assert link.evaluate("a => a.href") == f"{address}catalogue/enjeux/conformite/"
    assert page.locator(".kit-compared [id], .kit-compared script, .kit-compared form").count() == 0
    assert page.title().startswith("ALPI")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Choisissez deux fiches."),
        ("?fiche=offres/alpi", "Choisissez une fiche à mettre à côté."),
        ("?fiche=offres/alpi&fiche=offres/alpi", "C’est deux fois la même fiche."),
        ("?fiche=offres/alpi&fiche=ressources/scdl", "Ces deux fiches ne sont pas du même genre."),
        ("?fiche=offres/alpi&fiche=offres/inconnue", "une fiche que ce site n’a pas"),
        ("?fiche=offres/alpi&fiche=https://exemple.fr/offres/soluris", "une fiche que ce site n’a pas"),
        ("?fiche=offres/alpi&fiche=../offres/soluris", "une fiche que ce site n’a pas"),
        ("?fiche=offres/alpi&fiche=//exemple.fr/a", "une fiche que ce site n’a pas"),
        ("?fiche=offres/alpi&fiche=offres/soluris&fiche=offres/nevers", "plus de deux fiches"),
    ],
)
def test_an_address_that_does_not_name_two_entries_is_told_and_nothing_is_asked(
    page: Page, address: str, query: str, said: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}comparer/{query}", wait_until="networkidle")
    expect(page.locator("#kit-said")).to_contain_text(said)
    assert page.locator(".kit-compared").count() == 0
    assert not [url for url in asked if "offres/" in url.split("?")[0] or not url.startswith(address)]


def test_another_choice_is_made_on_the_page_that_compares(page: Page, address: str) -> None:
    page.goto(f"{address}comparer/")
    page.get_by_label("Première fiche").select_option("animations/hackathon")
    page.get_by_label("Seconde fiche").select_option("animations/datalab")
    page.get_by_role("button", name="Comparer").click()
    expect(page.locator(".kit-compared")).to_be_visible()
    assert row(page, "Participants")[0].startswith("20 à 60 personnes")


@pytest.mark.parametrize(
    "path", [COMPARED, "animations/hackathon/dossier/", "offres/alpi/", "animations/cartopartie/"]
)
def test_a_narrow_screen_needs_no_sideways_scroll(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": NARROW, "height": 800})
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    context.close()


def test_an_offer_asks_for_six_things_at_most_and_weighs_little(page: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}offres/alpi/", wait_until="networkidle")
    own = [url for url in asked if "favicon" not in url and "stylesheets/main" not in url]
    assert len(own) <= 6, own
    weights = {
        file.parent.name: len(gzip.compress(file.read_bytes(), 6))
        for file in site.glob("offres/*/index.html")
    }
    assert {name: weight for name, weight in weights.items() if weight > MOST_BYTES} == {}
