import pytest

from generator import french


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-12", "12 mars 2026"),
        ("2026-08-01", "1er août 2026"),
        ("2026-12", "décembre 2026"),
        ("2026", "2026"),
        ("2026-13-01", "2026-13-01"),
        ("2026-00-01", "2026-00-01"),
        ("demain", "demain"),
        ("", ""),
    ],
)
def test_a_date_is_written_in_words(text: str, expected: str) -> None:
    assert french.date(text) == expected


def test_a_text_that_ends_like_a_month_is_given_back() -> None:
    assert french.date("saison-2") == "saison-2"


def test_a_superscript_is_not_a_month() -> None:
    assert french.date("2026-²") == "2026-²"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1D", "1 jour"),
        ("P2D", "2 jours"),
        ("P1W", "1 semaine"),
        ("P3M", "3 mois"),
        ("P1Y6M", "1 an et 6 mois"),
        ("PT45M", "45 min"),
        ("PT2H", "2 h"),
        ("PT3H05M", "3 h 05"),
        ("P1DT2H", "1 jour et 2 h"),
        ("une journée", "une journée"),
    ],
)
def test_a_duration_is_written_in_words(text: str, expected: str) -> None:
    assert french.duration(text).replace(french.NBSP, " ") == expected


@pytest.mark.parametrize("text", ["PT45S", "P0D"])
def test_a_valid_duration_is_never_written_as_nothing(text: str) -> None:
    assert french.duration(text)


def test_a_number_and_its_unit_are_not_parted_at_the_end_of_a_line() -> None:
    assert french.duration("P2D") == f"2{french.NBSP}jours"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (999, "999"), (1234567, "1 234 567"), (1234.5, "1 234,5"), (-1000, "-1 000"), (0.25, "0,25")],
)
def test_a_number_has_thin_spaces_and_a_decimal_comma(value: float, expected: str) -> None:
    assert french.number(value).replace(french.THIN_NBSP, " ") == expected


def test_one_and_none_are_singular() -> None:
    assert [french.count(number, "fiche", "fiches") for number in (0, 1, 2)] == [
        "0 fiche",
        "1 fiche",
        "2 fiches",
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (30, 60, "30 à 60 personnes"),
        (0, 1500, "0 à 1 500 personnes"),
        (30, 30, "30 personnes"),
        (30, None, "à partir de 30 personnes"),
        (None, 60, "jusqu'à 60 personnes"),
        (None, None, ""),
    ],
)
def test_an_interval_may_lack_an_end(low: int | None, high: int | None, expected: str) -> None:
    found = french.interval(low, high, "personnes")
    assert found.replace(french.NBSP, " ").replace(french.THIN_NBSP, " ") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2027", "en 2027"), ("2027-06", "en juin 2027"), ("2027-06-01", "le 1er juin 2027")],
)
def test_a_deadline_is_said_with_its_preposition(text: str, expected: str) -> None:
    assert french.deadline(text) == expected


def test_a_quantity_without_a_unit_is_its_number() -> None:
    assert (french.quantity(4, ""), french.quantity(4, "€")) == ("4", f"4{french.NBSP}€")
