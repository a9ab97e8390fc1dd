import pytest

from generator.blank import TO_FILL
from generator.definitions import load
from generator.outline import outline
from generator.positions import Positions
from generator.prose import Written, of_text
from generator.provisional import Provisional
from generator.review import Review
from tests.conftest import REPOSITORY

REVIEW = Review(
    {"textes_provisoires": ["à compléter", "à préciser"], "marques_provisoires": ["TODO", "lorem ipsum"]}
)


def places(text: str) -> list[str]:
    positions = Positions("a.md", text)
    found = of_text(Written(text, positions, outline(text, positions)))
    return [text[start:end] for start, end in Provisional(REVIEW).places(found)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("À compléter : pourquoi.", "À compléter"),
        ("a completer", "a completer"),
        ("- à préciser…", "à préciser"),
        ("**À compléter**", "À compléter"),
        ("« à compléter »", "à compléter"),
        ("À compléter (le nom)", "À compléter"),
        ("À compléter — le nom", "À compléter"),
        ("Le coût [à\u00a0préciser].", "à\u00a0préciser"),
        ("Le coût ( à préciser : en euros ).", "à préciser"),
        ("Texte.\\\nÀ compléter.", "À compléter"),
        ("Le coût est de TODO euros.", "TODO"),
        ("Voici : LOREM  ipsum dolor.", "LOREM  ipsum"),
    ],
)
def test_what_is_left_to_write_is_found_once(text: str, said: str) -> None:
    assert places(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Une liste à compléter.",
        "Une liste\nà compléter.",
        "À compléter chaque année.",
        "Le coût (à préciser avec la commune).",
        "`à compléter`",
        "Un método, des TODOS.",
        "Une todo list, une Todo-list, une TODO-list.",
        "todo",
        "",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("À compléter : x", True), ("x TODO", True), ("(à préciser)", True), ("x", False)]
)
def test_a_text_is_told_provisional_as_a_whole(text: str, expected: bool) -> None:
    assert Provisional(REVIEW).is_in(text) is expected


def test_a_kit_that_lists_nothing_finds_nothing() -> None:
    assert not Provisional(Review()).is_in("À compléter : TODO")


def test_what_the_blank_file_says_is_known_to_the_real_kit() -> None:
    assert Provisional(load(REPOSITORY).review).is_in(f"{TO_FILL.capitalize()} : pourquoi.")


def test_a_roman_numeral_is_no_mark_of_the_real_kit() -> None:
    assert not Provisional(load(REPOSITORY).review).is_in("Le tome XXX du recueil.")
