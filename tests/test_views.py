from pathlib import Path

import pytest

from generator.kit import Kit, gather
from generator.view_types import EntryView
from generator.views import Views


def add(root: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (root / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", f"id: {name}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / f"atd_offers/{name}.md").write_text(text, "utf-8")


def views(root: Path) -> Views:
    return Views(gather(root))


def view(root: Path, name: str = "exemple") -> EntryView:
    kit: Kit = gather(root)
    return Views(kit).entry(kit.by_key["offre", name], lambda address: f"/{address}")


def section(root: Path, text: str) -> str:
    add(root, "exemple", ("Publier un premier jeu de données.", text))
    return str(view(root).sections[1].html)


def test_a_kind_is_counted(small_kit: Path) -> None:
    add(small_kit, "autre")
    (kind,) = views(small_kit).kinds
    assert (kind.id, kind.plural, kind.address, kind.count) == ("offre", "Offres", "offres/", 2)


def test_facets_have_their_terms_counted_with_their_addresses(small_kit: Path) -> None:
    enjeux, phases = views(small_kit).facets
    assert (enjeux.name, enjeux.title, enjeux.has_pages, phases.name) == ("enjeux", "Enjeux", True, "phases")
    assert [(term.id, term.count, term.address) for term in enjeux.terms] == [
        ("transparence", 1, "catalogue/enjeux/transparence/"),
        ("confiance", 0, "catalogue/enjeux/confiance/"),
    ]


def test_a_term_that_only_filters_has_no_address(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("x-facette: page", "x-facette: filtre"), "utf-8")
    facet = views(small_kit).facets[0]
    assert not facet.has_pages
    assert {term.address for term in facet.terms} == {""}


def test_a_card_has_what_a_list_shows(small_kit: Path) -> None:
    found = views(small_kit)
    (card,) = found.cards(found.kit.entries)
    assert (card.kind.id, card.id, card.title, card.address) == (
        "offre",
        "exemple",
        "Syndicat d'Exemple",
        "offres/exemple/",
    )
    assert [term.id for term in card.terms] == ["transparence", "publier"]
    assert found.card(found.kit.entries[0]) is card


def test_a_card_and_a_page_have_the_status_of_their_entry(small_kit: Path) -> None:
    add(small_kit, "autre", ("statut: publiee", "statut: annoncee"))
    status = view(small_kit, "autre").status
    found = views(small_kit)
    assert status is not None
    assert status.label == "Annoncée"
    assert [card.status for card in found.cards(found.kit.entries)] == [status, view(small_kit).status]


def test_an_entry_is_shown_with_those_that_resemble_it_and_those_that_name_it(small_kit: Path) -> None:
    add(small_kit, "autre", ("publie_le:", "allies: [exemple]\npublie_le:"))
    found = view(small_kit)
    assert ([card.id for card in found.related], [card.id for card in found.cited_by]) == (
        ["autre"],
        ["autre"],
    )


def test_an_entry_can_be_edited_where_it_is_written(small_kit: Path) -> None:
    found = view(small_kit)
    assert found.source_path == "atd_offers/exemple.md"
    assert found.edit_url == "https://forge.exemple.fr/kit/edit/main/atd_offers/exemple.md"


def test_facts_are_given_in_order_and_by_name_and_the_record_apart(small_kit: Path) -> None:
    found = view(small_kit)
    assert [fact.name for fact in found.facts] == ["enjeux", "phases"]
    assert found.named["phases"] is found.facts[1]
    assert [fact.name for fact in found.record] == ["publie_le"]


def test_a_section_has_the_title_of_the_canevas_and_no_heading(small_kit: Path) -> None:
    add(small_kit, "exemple", ("## Contexte", "## Le contexte"))
    first = view(small_kit).sections[0]
    assert (first.id, first.title, first.html) == (
        "contexte",
        "Contexte",
        "<p>Le syndicat aide douze communes.</p>",
    )


def test_a_link_to_a_file_becomes_a_link_to_its_page(small_kit: Path) -> None:
    assert '<a href="/offres/exemple/#contexte">ici</a>' in section(
        small_kit, "Voir [ici](exemple.md#contexte)."
    )


@pytest.mark.parametrize(
    "target", ["absent.md", "javascript:alert(1)", "//exemple.fr/x", "ftp://exemple.fr/"]
)
def test_a_link_that_leads_nowhere_safe_is_not_printed(small_kit: Path, target: str) -> None:
    assert target not in section(small_kit, f"Voir [ici]({target}).")


def test_a_footnote_may_be_written_in_another_section(small_kit: Path) -> None:
    add(small_kit, "exemple", ("douze communes.", "douze communes[^1].\n\n[^1]: En 2026."))
    first, last = view(small_kit).sections
    assert 'href="#fn-1"' in first.html
    assert "En 2026." in last.html


def test_a_code_block_left_open_in_a_yaml_section_stays_in_it(small_kit: Path) -> None:
    head = (small_kit / "atd_offers/exemple.md").read_text("utf-8").split("---\n")[1]
    text = f"{head}contexte: |\n  ```\n  ouvert\nobjectifs: Publier.\n"
    (small_kit / "atd_offers/autre.yml").write_text(text.replace("id: exemple", "id: autre"), "utf-8")
    assert [part.id for part in view(small_kit, "autre").sections] == ["contexte", "objectifs"]


def test_a_replaced_entry_leads_to_the_one_that_follows(small_kit: Path) -> None:
    add(small_kit, "autre")
    add(small_kit, "exemple", ("publie_le:", "remplace_par: autre\npublie_le:"))
    found = view(small_kit).replaced_by
    assert found is not None
    assert found.address == "offres/autre/"
    assert view(small_kit, "autre").replaced_by is None


def test_the_latest_date_is_that_of_the_verification_else_the_others(small_kit: Path) -> None:
    assert [fact.name for fact in [view(small_kit).latest] if fact] == ["publie_le"]
    add(small_kit, "exemple", ("publie_le:", "verifie_le: 2026-11-23\npublie_le:"))
    latest = view(small_kit).latest
    assert latest is not None
    assert (latest.label, latest.value.moment) == ("Vérifiée le", "2026-11-23")


def test_an_entry_without_a_date_has_no_latest(small_kit: Path) -> None:
    add(small_kit, "autre", ("publie_le: 2026-11-22\n", ""))
    assert view(small_kit, "autre").latest is None


def test_only_a_kind_with_a_template_for_paper_has_a_version_to_print(small_kit: Path) -> None:
    assert view(small_kit).printed == ""
    canevas = small_kit / "kit/canevas/offre.yml"
    canevas.write_text(
        canevas.read_text("utf-8").replace("x-adresse:", "x-imprimable: fiche.html\nx-adresse:"), "utf-8"
    )
    assert view(small_kit).printed == "offres/exemple/dossier/"
