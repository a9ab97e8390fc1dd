import pytest

from generator.definitions import own_schema
from generator.diagnostic import Span
from generator.outline import outline
from generator.positions import Positions
from generator.prose import Prose, Written, of_head, of_text
from generator.source import from_bytes
from tests.entries import BODY, HEAD, entry


def prose(text: str) -> Prose:
    positions = Positions("a.md", text)
    return of_text(Written(text, positions, outline(text, positions)))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def blocks(found: Prose) -> list[str]:
    return [squeezed(found.visible[start:end]) for start, end in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Été à **Évry**, `code` et 🌍.", "Été à Évry , et 🌍."),
        ('Voir [la fiche](alpi.md "titre") ici.', "Voir la fiche ici."),
        ("Voir [là][a].\n\n[a]: alpi.md", "Voir là ."),
        ("```\ncode\n```\n\n    code\n\nTexte.", "Texte."),
        ("Un <b>mot</b>.\n\n<div>\nbloc\n</div>", "Un mot ."),
        ("## Titre\n\n- un\n- deux\n\n> trois", "Titre un deux trois"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("![la carte](carte.png)", "la carte"),
        ("", ""),
    ],
)
def test_what_is_visible_is_what_a_reader_sees_as_words(text: str, expected: str) -> None:
    found = prose(text)
    assert squeezed(found.visible) == expected
    assert len(found.visible) == len(text)
    assert found.visible.count("\n") == text.count("\n")


def test_offsets_of_what_is_visible_are_those_of_the_text() -> None:
    found = prose("Été 🌍 `x`\n**Évry** SDCL")
    start = found.visible.index("SDCL")
    assert found.text[start : start + 4] == "SDCL"
    assert found.span(start, start + 4) == Span("a.md", 2, 10, 2, 14)


def test_addresses_are_no_words() -> None:
    found = prose("Voir https://www.exemple.fr/a(b) et www.exemple.fr, écrire à x.y@exemple.fr.")
    assert squeezed(found.words) == "Voir (b) et écrire à"
    assert len(found.words) == len(found.text)


def test_a_block_is_a_paragraph_an_item_a_cell_or_a_line_broken_on_purpose() -> None:
    text = "Un *deux*\ntrois.\n\n- quatre\n- cinq\n\n| six | sept |\n|---|---|\n\nhuit  \nneuf"
    assert blocks(prose(text)) == ["Un deux trois.", "quatre", "cinq", "six", "sept", "huit", "neuf"]


def test_a_text_whose_places_are_not_known_is_placed_as_a_whole() -> None:
    text, span = "Le SDCL", Span("a.yml", 9, 11, 9, 20)
    found = of_text(Written(text, span, outline(text, Positions("", text))))
    assert (found.is_placed, found.span(3, 7)) == (False, span)


def test_the_words_of_a_head_are_its_free_texts_at_their_places() -> None:
    document = from_bytes(
        "content/a.md",
        '---\ntitle: "Un : titre"\ndescription: >-\n  Une phrase\n  pliée.\n---\nTexte.'.encode(),
    )
    found = of_head(document, own_schema("page"))
    assert blocks(found) == ["Un : titre", "Une phrase pliée."]
    assert found.span(*found.blocks[0]) == Span("content/a.md", 2, 9, 2, 19)
    assert not found.is_markdown


def test_an_entry_gives_the_words_of_its_head_and_of_its_sections() -> None:
    head, body = entry(HEAD + BODY).proses
    assert blocks(head) == ["Syndicat d'Exemple", "Une fiche complète, pour les tests."]
    assert blocks(body) == ["Contexte", "Douze communes.", "Objectifs", "Publier."]


@pytest.mark.parametrize(
    ("section", "is_placed"),
    [("|\n  Douze communes.", True), (">\n  Douze communes.", False), ("Ici.", False)],
)
def test_a_section_of_a_head_is_placed_when_it_is_a_literal_block(section: str, is_placed: bool) -> None:
    text = HEAD.strip("-\n") + f"\ncontexte: {section}\nobjectifs: |\n  Publier.\n"
    first = entry(text, "atd_offers/essai.yml").proses[1]
    assert first.is_placed is is_placed


def test_a_document_without_a_head_has_no_words_there() -> None:
    found = of_head(from_bytes("content/a.md", b"---\n---\nTexte."), own_schema("page"))
    assert found.blocks == ()
