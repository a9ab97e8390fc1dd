import pytest

from generator.value import Value

TEXT, TERM = Value("texte", "Un texte"), Value("terme", "Communes", definition="Une commune.")
LINK, DATE = Value("lien", "exemple.fr", "https://exemple.fr/"), Value("texte", "mars 2026", moment="2026-03")
PAGED = Value("terme", "Publier", "../phases/publier/")


@pytest.mark.parametrize(
    ("value", "words"), [(TEXT, "Un texte"), (TERM, "Communes"), (LINK, ""), (DATE, ""), (PAGED, "")]
)
def test_a_value_that_is_no_link_nor_date_is_read_as_it_stands(value: Value, words: str) -> None:
    assert (value.words, value.sentence) == (words, words)


def test_a_list_of_words_is_one_sentence_and_one_that_has_a_link_is_not() -> None:
    assert Value("liste", items=(TEXT, TERM)).sentence == "Un texte, Communes"
    assert Value("liste", items=(TEXT, LINK)).sentence == ""
    assert Value("groupe").sentence == ""


@pytest.mark.parametrize(("length", "is_short"), [(44, True), (45, False)])
def test_items_stand_side_by_side_when_the_longest_is_short(length: int, *, is_short: bool) -> None:
    assert Value("liste", items=(TEXT, Value("texte", "x" * length))).has_short_items is is_short


def test_a_column_holds_numbers_when_its_first_cell_that_is_filled_is_one() -> None:
    number = Value("texte", "12", number=12)
    table = Value("tableau", columns=("Nom", "Nombre"), rows=((TEXT, None), (None, number)))
    assert table.heads == [("Nom", False), ("Nombre", True)]
