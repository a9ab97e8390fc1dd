from generator.kit import gather
from generator.nodes import Mapping
from generator.source import Document, from_bytes
from generator.vocabulary import Term, from_value, terms_of
from tests.conftest import MINIMAL

DOCUMENT = Document("kit/vocabulaires/tons.yml")


def test_a_vocabulary_keeps_the_order_of_its_file() -> None:
    enjeux = gather(MINIMAL).definitions.vocabularies["enjeux"]
    assert (enjeux.title, enjeux.singular, enjeux.ids) == (
        "Enjeux",
        "un enjeu",
        ("transparence", "confiance"),
    )


def test_a_term_has_all_that_its_file_says() -> None:
    value = {
        "id": "vert",
        "libelle": "Vert",
        "definition": " De l'herbe.\n",
        "alias": ["émeraude"],
        "voir_aussi": ["bleu"],
    }
    found = from_value("tons", {"termes": [value | {"url": "https://exemple.fr/"}]}, DOCUMENT)
    assert found.by_id["vert"] == Term(
        "vert", "Vert", "De l'herbe.", ("émeraude",), ("bleu",), "https://exemple.fr/"
    )


def test_what_is_missing_is_replaced_by_what_is_known() -> None:
    found = from_value("tons", {"termes": [{"id": "vert"}]}, DOCUMENT)
    assert (found.title, found.singular) == ("tons", "tons")
    assert found.terms == (Term("vert", "vert"),)


def test_a_broken_term_does_not_take_the_others_with_it() -> None:
    found = from_value("tons", {"termes": ["rouge", {"libelle": "Bleu"}, {"id": "vert"}]}, DOCUMENT)
    assert found.ids == ("vert",)


def test_a_file_without_terms_is_an_empty_vocabulary() -> None:
    assert from_value("tons", {}, DOCUMENT).ids == ()


def test_the_terms_of_a_file_are_those_it_holds_whatever_their_faults() -> None:
    text = "termes:\n  - id: vert\n  - rouge\n  - libelle: Bleu\n"
    terms = list(terms_of(from_bytes("kit/vocabulaires/tons.yml", text.encode())))
    assert [(type(term), term.span.line) for term in terms] == [(Mapping, 2), (Mapping, 4)]
    assert list(terms_of(DOCUMENT)) == []
