from dataclasses import replace

import pytest

from generator.entry import interpret
from generator.schema import Schema
from generator.source import from_bytes
from tests.entries import BODY, HEAD, OFFRE, entry, noted


def test_an_entry_gives_its_fields_by_their_roles() -> None:
    found = entry(HEAD + BODY)
    assert (found.kind, found.id, found.key) == ("offre", "essai", ("offre", "essai"))
    assert (found.title, found.summary) == ("Syndicat d'Exemple", "Une fiche complète, pour les tests.")
    assert (found.path, found.address, found.faults) == ("atd_offers/essai.md", "offres/essai/", ())


def test_an_entry_without_id_or_title_is_called_by_its_file() -> None:
    found = entry("---\nstatut: annoncee\n---\n", "atd_offers/mon.territoire.md")
    assert (found.id, found.title, found.summary) == ("mon.territoire", "mon.territoire", "")


def test_terms_are_a_tuple_whether_there_is_one_several_or_none() -> None:
    found = entry(HEAD.replace("[transparence]", "[transparence, confiance]"))
    assert found.terms("statut") == ("publiee",)
    assert found.terms("enjeux") == ("transparence", "confiance")
    assert found.terms("phases") == ()


def test_a_place_of_the_head_has_a_span_or_the_nearest_one_above_it() -> None:
    found = entry(HEAD)
    assert (found.span_of("enjeux", 0).line, found.span_of("enjeux", 0).column) == (6, 10)
    assert found.span_of("enjeux", 5) == found.span_of("enjeux")


def test_a_missing_field_is_noted_at_the_one_after_which_it_should_stand() -> None:
    assert noted(HEAD.replace("nom: Syndicat d'Exemple\n", "") + BODY) == [("missing_field", 2)]


def test_a_missing_first_field_is_noted_at_the_first_line() -> None:
    assert noted(HEAD.replace("id: essai\n", "") + BODY) == [("missing_field", 1)]


def test_a_missing_first_section_of_a_yaml_file_is_noted_after_the_field_that_precedes_it() -> None:
    text = HEAD.removeprefix("---\n").replace("---\n", "objectifs: Publier.\n")
    faults = entry(text, "atd_offers/essai.yml").faults
    assert [(one.cause, one.span.line) for one in faults] == [("missing_section", 5)]


@pytest.mark.parametrize(
    ("needs", "field", "expected"),
    [
        ({"objectifs": ["nombre"]}, "", ("missing_field", 13)),
        ({"unite": ["suites"]}, "unite: communes\n", ("missing_section", 14)),
    ],
)
def test_a_field_may_need_a_section_and_a_section_a_field(
    needs: dict[str, list[str]], field: str, expected: tuple[str, int]
) -> None:
    canevas = replace(OFFRE, schema=Schema({**OFFRE.schema.raw, "dependentRequired": needs}))
    text = HEAD.removesuffix("---\n") + field + "---\n" + BODY
    found = interpret(from_bytes("atd_offers/essai.md", text.encode()), canevas)
    assert found
    assert [(one.cause, one.span.line) for one in found.faults] == [expected]


def test_links_and_html_of_every_section_are_kept_with_their_places() -> None:
    found = entry(HEAD + BODY.replace("Douze", "<b>Été</b> [douze](alpi.md)"))
    assert [(link.target, link.span.line, link.span.column) for link in found.links] == [("alpi.md", 11, 12)]
    assert [html.text for html in found.html] == ["<b>", "</b>"]


@pytest.mark.parametrize(
    "text", ["", "Pas d'en-tête.", "---\n- liste\n---\n", f"---\nnom: {'[' * 20}\n---\n"]
)
def test_a_document_without_a_readable_head_is_no_entry(text: str) -> None:
    assert interpret(from_bytes("atd_offers/essai.md", text.encode()), OFFRE) is None


def test_a_mistyped_field_is_not_also_missing() -> None:
    found = entry(HEAD.replace("resume:", "Résumé:") + BODY)
    assert [one.cause for one in found.faults] == ["unknown_field"]
