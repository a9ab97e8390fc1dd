from pathlib import Path

import pytest

from generator.addresses import (
    COMPARE,
    RESERVED,
    addresses,
    choices,
    entry_addresses,
    facets,
    selection_address,
    selection_state,
    selections,
)
from generator.kit import Kit, gather
from generator.properties import Property
from tests.conftest import MINIMAL, REPOSITORY


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


def test_facets_follow_the_order_of_the_canevas(kit: Kit) -> None:
    assert [facet.name for facet in facets(kit)] == ["enjeux", "phases"]


def test_a_facet_shared_by_several_kinds_is_given_once(small_kit: Path) -> None:
    text = (small_kit / "kit/canevas/offre.yml").read_text("utf-8")
    other = text.replace("x-dossier: atd_offers", "x-dossier: recettes").replace(
        "x-adresse: offres", "x-adresse: recettes"
    )
    (small_kit / "kit/canevas/recette.yml").write_text(other, "utf-8")
    kit = gather(small_kit)
    assert len(kit.definitions.canevases) == 2
    assert [facet.name for facet in facets(kit)] == ["enjeux", "phases"]


def test_choices_follow_the_order_of_the_vocabulary(kit: Kit) -> None:
    assert [choice.term.id for choice in choices(kit, facets(kit)[0])] == ["transparence", "confiance"]


def test_a_facet_without_a_known_vocabulary_has_no_choice(kit: Kit) -> None:
    assert choices(kit, Property("couleur", {"x-vocabulaire": "couleurs"})) == ()


def test_selections_are_each_term_then_each_pair_across_two_facets(kit: Kit) -> None:
    assert [selection_address(selection) for selection in selections(kit)] == [
        "catalogue/enjeux/transparence/",
        "catalogue/enjeux/confiance/",
        "catalogue/phases/publier/",
        "catalogue/phases/evaluer/",
        "catalogue/enjeux/transparence/phases/publier/",
        "catalogue/enjeux/transparence/phases/evaluer/",
        "catalogue/enjeux/confiance/phases/publier/",
        "catalogue/enjeux/confiance/phases/evaluer/",
    ]


def test_a_facet_that_only_filters_has_no_page(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8")
    canevas.write_text(
        text.replace("title: Phases\n    x-facette: page", "title: Phases\n    x-facette: filtre")
    )
    kit = gather(small_kit)
    assert [facet.facet for facet in facets(kit)] == ["page", "filtre"]
    assert not any("phases" in selection_address(selection) for selection in selections(kit))


def test_an_underscore_of_a_field_is_a_hyphen_in_its_address(kit: Kit) -> None:
    facet = Property("types_aide", {"x-vocabulaire": "phases", "x-facette": "page"})
    assert selection_address(choices(kit, facet)[:1]) == "catalogue/types-aide/publier/"


def test_addresses_are_unique_relative_and_end_with_a_slash(kit: Kit) -> None:
    found = list(addresses(kit))
    assert len(found) == len(set(found))
    assert all(address.endswith("/") and not address.startswith("/") for address in found)


def test_addresses_hold_lists_and_rules_but_no_entry(kit: Kit) -> None:
    found = set(addresses(kit))
    assert {"catalogue/", "recherche/", "regles/", "regles/c103/", "offres/"} <= found
    assert "offres/exemple/" not in found


def test_an_entry_serves_its_address_and_those_of_its_former_ids(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("---\n\n", "anciens_ids: [jadis]\n---\n\n", 1), "utf-8")
    assert list(entry_addresses(gather(small_kit))) == ["offres/exemple/", "offres/jadis/"]


def test_the_page_that_compares_is_an_address_that_no_kind_may_take(kit: Kit) -> None:
    assert COMPARE in RESERVED
    assert COMPARE in set(addresses(kit))


def test_facets_with_pages_come_first_then_those_that_most_kinds_share() -> None:
    names = [facet.name for facet in facets(gather(REPOSITORY))]
    assert names == [
        "enjeux",
        "phases",
        "publics",
        "aisance",
        "niveau",
        "type_ressource",
        "type_animation",
        "duree",
        "participants",
        "budget",
    ]


def test_the_ranges_of_a_facet_are_its_choices() -> None:
    kit = gather(REPOSITORY)
    budget = next(facet for facet in facets(kit) if facet.name == "budget")
    assert [choice.term.id for choice in choices(kit, budget)][:2] == ["sans-budget", "moins-de-500"]


def test_the_state_of_a_selection_is_what_the_catalogue_reads_in_its_address(kit: Kit) -> None:
    states = [selection_state(selection) for selection in selections(kit)]
    assert (states[0], states[-1]) == ("enjeux=transparence", "enjeux=confiance&phases=evaluer")
