import pytest
from jsonschema_rs import Draft202012Validator

from generator.canevas import Canevas
from generator.definitions import load
from generator.formats import FORMATS
from generator.properties import Property
from generator.roles import Role
from generator.schema import Schema
from generator.source import Document
from tests.conftest import MINIMAL, REPOSITORY


@pytest.fixture(scope="module")
def offre() -> Canevas:
    return load(MINIMAL).canevases[0]


def test_a_canevas_names_its_kind_its_folder_and_its_address(offre: Canevas) -> None:
    assert (offre.kind, offre.title, offre.plural) == ("offre", "Offre", "Offres")
    assert (offre.folder, offre.address, offre.description) == ("atd_offers", "offres/", "Une offre d'essai.")


def test_rank_and_template_have_defaults(offre: Canevas) -> None:
    assert (offre.order, offre.template) == (1000, "fiche.html")


def test_recommended_fields_and_groupings_are_empty_when_not_given() -> None:
    bare = Canevas("x", Schema({"properties": {}}), Document("x.yml"))
    assert (bare.recommended, bare.groupings, bare.properties, bare.name_of(Role.TITLE)) == ((), (), (), "")


def test_properties_keep_their_order_and_know_what_is_required(offre: Canevas) -> None:
    assert [part.name for part in offre.properties][:3] == ["id", "nom", "resume"]
    assert offre.by_name["enjeux"].required
    assert not offre.by_name["phases"].required


def test_a_reference_to_a_common_definition_is_followed_in_fields_and_in_items(offre: Canevas) -> None:
    assert offre.by_name["id"].label == "Identifiant"
    assert offre.by_name["anciens_ids"].schema["items"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"


def test_what_stands_beside_a_reference_wins() -> None:
    raw = {"$defs": {"court": {"title": "Commun", "type": "string"}}}
    schema = Schema({**raw, "properties": {"tarif": {"title": "Tarif", "$ref": "#/$defs/court"}}})
    tarif = Canevas("x", schema, Document("x.yml")).by_name["tarif"]
    assert (tarif.label, tarif.schema["type"]) == ("Tarif", "string")


def test_sections_are_the_markdown_properties(offre: Canevas) -> None:
    assert [part.name for part in offre.sections] == ["contexte", "objectifs", "suites"]
    assert offre.by_name["contexte"].titles == ("Contexte", "Le contexte")


def test_facets_are_the_properties_that_filter(offre: Canevas) -> None:
    assert [(part.name, part.facet) for part in offre.facets] == [("enjeux", "page"), ("phases", "page")]


def test_a_role_leads_to_its_field(offre: Canevas) -> None:
    assert (offre.name_of(Role.TITLE), offre.name_of(Role.STATUS), offre.name_of(Role.FORMER_IDS)) == (
        "nom",
        "statut",
        "anciens_ids",
    )


def test_vocabulary_and_reference_are_found_in_a_value_as_in_the_items_of_a_list(offre: Canevas) -> None:
    assert offre.by_name["statut"].vocabulary == "statuts"
    assert offre.by_name["enjeux"].vocabulary == "enjeux"
    assert offre.by_name["allies"].reference == "offre"
    assert offre.by_name["nombre"].vocabulary == offre.by_name["nombre"].reference == ""


def test_a_property_without_a_title_is_called_by_its_name() -> None:
    bare = Property("nom", {})
    assert (bare.label, bare.help, bare.role, bare.facet, bare.is_list, bare.is_section) == (
        "nom", "", "", "", False, False,
    )  # fmt: skip


def test_every_real_canevas_has_a_title_and_a_summary() -> None:
    for canevas in load(REPOSITORY).canevases:
        assert canevas.name_of(Role.TITLE) in canevas.by_name
        assert canevas.name_of(Role.SUMMARY) in canevas.by_name


def test_a_place_inside_a_group_or_a_list_has_its_property(offre: Canevas) -> None:
    inside = offre.at(("sources", 0, "titre"))
    assert (inside.name, inside.label, inside.required) == ("titre", "Titre", True)
    assert not offre.at(("contact", "courriel")).required
    assert offre.at(("sources", 0, "licence")).vocabulary == "licences"


def test_a_property_knows_whether_it_holds_fields_and_which_values_it_may_take(offre: Canevas) -> None:
    contact, sources, enjeux = (offre.by_name[name] for name in ("contact", "sources", "enjeux"))
    assert (contact.is_group, sources.is_group, enjeux.is_group) == (True, False, False)
    assert (contact.is_list_of_groups, sources.is_list_of_groups, enjeux.is_list_of_groups) == (
        False,
        True,
        False,
    )
    assert (enjeux.allowed, contact.allowed) == (("transparence", "confiance"), ())
    assert (enjeux.item_type, offre.by_name["nombre"].item_type) == ("string", "integer")


def test_what_an_entry_must_hold_depends_on_its_own_values(offre: Canevas) -> None:
    always = {"id", "nom", "resume", "statut", "enjeux"}
    assert offre.decisive == ("statut",)
    assert offre.obliged({}) == always
    assert offre.obliged({"statut": "annoncee", "contexte": "x"}) == always
    assert offre.obliged({"statut": "publiee", "contexte": "x"}) == {*always, "contexte", "objectifs"}


CODES = {
    "regions": (["01", "06", "11", "75", "94"], ["1", "07", "20", "26", "971", "22"]),
    "departements": (
        ["01", "19", "21", "2A", "2B", "40", "95", "971", "975", "978", "984", "989"],
        ["1", "00", "20", "96", "2C", "2a", "97", "970", "979", "985", "999", "040"],
    ),
    "communes": (
        ["01001", "2A004", "2B033", "40192", "94079", "97101", "97502", "98736"],
        ["1001", "20004", "96001", "97901", "4019", "401920", "2a004", "99100", "98500"],
    ),
    "epci": (["200069110"], ["200069111", "20006911"]),
}


@pytest.mark.parametrize("name", CODES)
def test_the_real_offer_tells_a_well_formed_code_from_another(name: str) -> None:
    offre = load(REPOSITORY).canevas("offre")
    assert offre is not None
    code = offre.schema.at(["territoire", name, 0])
    accepts = Draft202012Validator(code, validate_formats=True, formats=FORMATS).is_valid
    good, bad = CODES[name]
    assert [text for text in good if not accepts(text)] == []
    assert [text for text in bad if accepts(text)] == []


def test_a_canevas_knows_which_fields_bear_a_keyword_and_which_hold_terms(offre: Canevas) -> None:
    assert offre.holding("x-renvoi") == {"allies", "remplace_par"}
    assert offre.holding("x-inconnu") == frozenset()
    assert (offre.vocabularies["phases"], "statut" in offre.vocabularies) == ("phases", False)
