from html import unescape

import pytest
from markdown import markdown

from generator.diagnostic import Span
from generator.markdown import render
from generator.mend import apply
from generator.outline import outline
from generator.positions import Positions
from generator.prose import Prose, Written, of_text
from generator.typed_lists import mends, typed_lists


def prose(text: str) -> Prose:
    positions = Positions("a.md", text)
    return of_text(Written(text, positions, outline(text, positions)))


def signs(text: str) -> list[list[str]]:
    """Give the signs of each list found."""
    return [[found["sign"].strip() for found in group] for group in typed_lists(prose(text))]


def mended(text: str) -> str:
    found = prose(text)
    return apply(text, (edit for group in typed_lists(found) for edit in mends(found, group)))


def html(text: str) -> str:
    return render(text, lambda target: target)


def test_the_lines_of_a_list_make_one_group() -> None:
    assert signs("• un\n• deux\n\n• trois\n\nTexte.\n\n▪ quatre") == [["•", "•", "•"], ["▪"]]


@pytest.mark.parametrize("sign", ["–", "—", "-"])
def test_a_dash_is_a_bullet_when_two_lines_start_with_it(sign: str) -> None:
    space = "" if sign == "-" else " "
    assert signs(f"Le syndicat :\n{sign}{space}forme\n{sign}{space}publie") == [[sign, sign]]
    assert signs(f"{sign}{space}forme") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le syndicat\n– créé en 2010\n– aide.", id="aside"),
        pytest.param("— Avez-vous des données ?\n— Oui.", id="dialogue"),
        pytest.param("— « Oui »\n— Non.", id="quoted words"),
        pytest.param("— Bonjour.\n— Bonjour, Madame la maire.", id="dialogue of plain sentences"),
        pytest.param("Au guichet :\n\n— Bonjour.\n\n— Que puis-je faire pour vous", id="introduced dialogue"),
        pytest.param("Ils racontent :\n— Nous avons publié.\n— Nous aussi, dit-elle.", id="said"),
        pytest.param("> — Un\n> — Deux", id="quotation"),
        pytest.param("– Un\n\nTexte.\n\n– Deux", id="apart"),
        pytest.param("    • un\n    • deux", id="code"),
        pytest.param("```\n• un\n```", id="fenced code"),
        pytest.param("- un\n- deux", id="real list"),
        pytest.param("## • Titre", id="heading"),
        pytest.param("Un • deux\n\n●●○ moyen", id="in the line, or as a mark"),
        pytest.param("-5 °C\n-12 °C", id="numbers"),
    ],
)
def test_what_is_not_a_list_is_left_alone(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("• un\n• deux", 2),
        ("Texte :\n• un\n• deux", 2),
        ("•un\n•\u00a0deux", 2),
        ("• un\n\n• deux", 2),
        ("• un\n  suite\n• deux", 2),
        ("• un\n   ◦ sous un\n      ◦ sous deux\n• deux", 4),
        ("  • un\n  • deux", 2),
        ("• **un** : a\n• [deux](b.md)", 2),
        ("> • un\n> • deux", 2),
        ("– un\n– deux", 2),
        ("– comment publier ?\n– où trouver ?", 2),
        ("Le syndicat :\n\n– Forme les agents.\n– Publie les données.", 2),
        ("– Formation des agents\n– Portail ouvert", 2),
        ("– **Formation** : les agents.\n– **Portail** : les données.", 2),
    ],
)
def test_a_mended_list_is_a_real_one_and_says_the_same(text: str, items: int) -> None:
    before, after = html(text), html(mended(text))
    assert (before.count("<li>"), after.count("<li>")) == (0, items)
    kept = {"".join(char for char in page if char.isalnum()) for page in (words(before), words(after))}
    assert len(kept) == 1


def words(page: str) -> str:
    """Give the text of a page."""
    return unescape("".join(part.partition(">")[2] for part in page.split("<")))


def test_a_list_that_follows_a_sentence_is_set_apart() -> None:
    assert mended("Texte :\n• un\n• deux") == "Texte :\n\n- un\n- deux"


def test_a_list_inside_another_is_one_for_both_renderers() -> None:
    text = mended("• un\n  ◦ sous un\n• deux")
    assert text == "- un\n    - sous un\n- deux"
    for page in (html(text), markdown(text)):
        assert page.count("<ul>") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Le syndicat aide :\n    • des communes\n    • des écoles",
        "Le syndicat aide :\n\t• des communes",
        "> Le syndicat aide :\n>     • des communes",
    ],
)
def test_a_list_that_would_turn_into_code_is_not_mended(text: str) -> None:
    assert signs(text)
    assert mended(text) == text


@pytest.mark.parametrize("text", ["• un\n• deux\nFin.", "• un\nAutre\n• deux", "• Titre\n---"])
def test_a_list_whose_end_is_not_sure_is_not_mended(text: str) -> None:
    assert signs(text)
    assert mended(text) == text


def test_a_text_without_places_is_not_mended() -> None:
    text = "• un\n• deux"
    found = of_text(Written(text, Span("a.yml", 3), outline(text, Positions("", text))))
    assert [list(mends(found, group)) for group in typed_lists(found)] == [[]]


HOSTILE = ("• a\n", "– a\n\n", "> • a\n", "•", " ", ">" + " " * 1_000)


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_a_hostile_text_is_read_in_one_go(unit: str) -> None:
    found = prose(unit * (500_000 // len(unit)))
    for group in typed_lists(found):
        list(mends(found, group))
