import pytest

from generator.nearest import flat, fold, is_slip, nearest

KNOWN = ("transparence", "confiance", "Évaluer", "œuvre")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("transparance", "transparence"),
        ("CONFIANCE", "confiance"),
        ("evaluer", "Évaluer"),
        ("oeuvres", "œuvre"),
        ("bicyclette", ""),
        ("", ""),
    ],
)
def test_the_closest_known_word_is_given_as_it_is_known(word: str, expected: str) -> None:
    assert nearest(word, KNOWN) == expected


def test_the_first_of_two_words_that_only_differ_by_accents_is_given() -> None:
    assert nearest("etat", ["état", "etat"]) == "état"


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("transparence", []) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Évaluation", "evaluation"),
        ("L’accès", "l'acces"),
        ("mise en œuvre", "Mise en oeuvre"),
        ("Contexte\u00a0:", "contexte"),
        ("*Le*  `contexte`", "le contexte"),
        ("Résultats.", "resultats"),
    ],
)
def test_titles_are_compared_without_case_accents_or_typography(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("Contexte") != fold("Contextes")


def test_a_flat_text_keeps_each_character_at_its_place() -> None:
    text = "À Évry, l’œuvre de Zoë 🌍 İı"
    assert flat(text) == "a evry, l'œuvre de zoe 🌍 iı"
    assert len(flat(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("transparance", "transparence", True),
        ("Licence ouverte", "Licence Ouverte 2.0", True),
        ("non adhérents", "adherents", False),
        ("CC BY-NC 4.0", "cc-by-4.0", False),
        ("cc-by-nc-4.0", "cc-by-sa-4.0", False),
    ],
)
def test_a_part_that_is_left_out_is_no_slip(word: str, known: str, expected: bool) -> None:
    assert is_slip(word, known) is expected
