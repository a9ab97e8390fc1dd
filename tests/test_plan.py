import re
from pathlib import Path
from typing import Any

import pytest

from generator.kit import Kit, gather, in_order
from generator.plan import PagePlan, plan
from generator.views import Views
from tests.conftest import MINIMAL, REPOSITORY

MANY = 60


def shown(page: PagePlan) -> dict[str, Any]:
    return dict(page.context(lambda address: address))


def plans(kit: Kit) -> dict[str, PagePlan]:
    return {page.address: page for page in plan(kit, Views(kit))}


@pytest.fixture(scope="module")
def real() -> Kit:
    return gather(REPOSITORY)


@pytest.fixture(scope="module")
def few() -> dict[str, PagePlan]:
    return plans(gather(MINIMAL))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PagePlan]:
    root = tmp_path_factory.mktemp("kit")
    for path in MINIMAL.rglob("*"):
        if path.is_file():
            target = root / path.relative_to(MINIMAL)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    text = (root / "atd_offers/exemple.md").read_text("utf-8")
    for number in range(1, MANY):
        entry = text.replace("id: exemple", f"id: e{number:02}").replace("nom: S", f"nom: {number:02} s")
        (root / f"atd_offers/e{number:02}.md").write_text(entry, "utf-8")
    return plans(gather(root))


def test_every_address_has_one_plan(real: Kit) -> None:
    found = [page.address for page in plan(real, Views(real))]
    assert len(found) == len(set(found))
    assert {entry.address for entry in real.entries} <= set(found)


def test_a_page_knows_the_section_and_depth_that_choose_its_frame(few: dict[str, PagePlan]) -> None:
    assert [
        (few[a].section, few[a].depth) for a in ("offres/", "offres/exemple/", "catalogue/enjeux/confiance/")
    ] == [
        ("offres", 1),
        ("offres", 2),
        ("catalogue", 3),
    ]


def test_the_page_of_an_entry_has_its_title_summary_and_template(few: dict[str, PagePlan]) -> None:
    page = few["offres/exemple/"]
    assert (page.title, page.description) == ("Syndicat d'Exemple", "Une fiche complète, pour les tests.")
    assert page.template == "fiche.html"


def test_the_page_of_a_kind_has_its_groupings_and_counts_its_entries(few: dict[str, PagePlan]) -> None:
    found = shown(few["offres/"])
    assert (found["total"], [grouping.title for grouping in found["groupings"]]) == (1, ["Statut"])


def test_the_catalogue_has_24_cards_a_page(many: dict[str, PagePlan]) -> None:
    pages = [
        page
        for address, page in many.items()
        if address in ("catalogue/", "catalogue/page/2/", "catalogue/page/3/")
    ]
    assert [len(shown(page)["cards"]) for page in pages] == [24, 24, 12]
    assert [page.title for page in pages] == [
        "Catalogue",
        "Catalogue (page 2 sur 3)",
        "Catalogue (page 3 sur 3)",
    ]
    assert "catalogue/page/4/" not in many


def test_a_facet_has_48_cards_a_page(many: dict[str, PagePlan]) -> None:
    address = "catalogue/enjeux/transparence/"
    assert len(shown(many[address])["cards"]) == 48
    assert len(shown(many[f"{address}page/2/"])["cards"]) == 12


def test_each_entry_is_on_one_page_of_the_catalogue(many: dict[str, PagePlan]) -> None:
    pages = [many[address] for address in ("catalogue/", "catalogue/page/2/", "catalogue/page/3/")]
    cards = [card.id for page in pages for card in shown(page)["cards"]]
    assert len(cards) == len(set(cards)) == MANY


def test_a_pair_of_terms_holds_the_entries_that_answer_to_both(few: dict[str, PagePlan]) -> None:
    both = few["catalogue/enjeux/transparence/phases/publier/"]
    assert (both.title, shown(both)["total"], shown(both)["missing"]) == ("Transparence × Publier", 1, False)
    one = few["catalogue/enjeux/transparence/phases/evaluer/"]
    assert (shown(one)["total"], shown(one)["missing"]) == (0, True)


def test_the_page_of_a_term_counts_its_crossings_with_the_other_facet(few: dict[str, PagePlan]) -> None:
    crossings = shown(few["catalogue/enjeux/transparence/"])["crossings"]
    assert [(one.label, one.address, one.count) for one in crossings] == [
        ("Publier", "catalogue/enjeux/transparence/phases/publier/", 1),
        ("Évaluer", "catalogue/enjeux/transparence/phases/evaluer/", 0),
    ]
    assert shown(few["catalogue/enjeux/transparence/phases/publier/"])["crossings"] == ()


def test_each_rule_has_a_page_with_its_documentation(few: dict[str, PagePlan]) -> None:
    page = few["regles/c103/"]
    assert page.title == "C103 : Terme inconnu"
    rule = shown(page)["rule"]
    assert (rule.code, rule.severity) == ("C103", "erreur")
    assert "<h2>Ce qui est vérifié</h2>" in rule.html


def test_the_search_page_stands_at_its_address(few: dict[str, PagePlan]) -> None:
    assert few["recherche/"].template == "recherche.html"


def test_an_entry_read_twice_has_one_page(small_kit: Path) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    (small_kit / "atd_offers/zz.md").write_text(text, "utf-8")
    kit = gather(small_kit)
    assert len(kit.entries) == 2
    assert [page.address for page in plan(kit, Views(kit))].count("offres/exemple/") == 1


def test_lists_are_sorted_by_kind_then_by_title(real: Kit) -> None:
    entries = in_order(real.entries)
    ranks = [entry.canevas.order for entry in entries]
    titles = [entry.title.casefold() for entry in entries if entry.kind == "animation"]
    assert ranks == sorted(ranks)
    assert titles == sorted(titles)


def test_an_accent_does_not_send_a_title_to_the_end_of_a_list(small_kit: Path) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    autre = text.replace("id: exemple", "id: autre").replace("nom: S", "nom: É s")
    (small_kit / "atd_offers/autre.md").write_text(autre, "utf-8")
    assert [entry.id for entry in in_order(gather(small_kit).entries)] == ["autre", "exemple"]


def test_an_entry_of_a_kind_for_paper_has_a_second_page_that_is_not_listed(real: Kit) -> None:
    found = plans(real)
    page, printed = found["animations/hackathon/"], found["animations/hackathon/dossier/"]
    assert (printed.template, printed.indexed) == ("dossier.html", False)
    assert printed.title == f"{page.title}\u00a0: version à imprimer"
    assert not [address for address in found if address.startswith("offres/") and "dossier" in address]


def test_the_page_that_compares_shows_no_entry_of_its_own(few: dict[str, PagePlan]) -> None:
    page = few["comparer/"]
    assert (page.template, page.indexed, shown(page)["data_url"]) == (
        "comparer.html",
        False,
        "donnees/catalogue.json",
    )


def test_what_is_new_and_each_term_have_a_feed_pairs_and_other_pages_none(few: dict[str, PagePlan]) -> None:
    assert {page.feed for page in few.values()} == {
        "",
        "nouveautes/atom.xml",
        *(f"{address}atom.xml" for address in few if re.fullmatch("catalogue/[^/]+/[^/]+/", address)),
    }
    assert few["catalogue/enjeux/transparence/"].feed == "catalogue/enjeux/transparence/atom.xml"


def test_a_site_without_an_address_offers_no_feed(small_kit: Path) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url:", "# site_url:"), "utf-8")
    assert {page.feed for page in plans(gather(small_kit)).values()} == {""}
