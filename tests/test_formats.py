import jsonschema_rs
import pytest

from generator.formats import FORMATS, STANDARD, is_duration, is_partial_date, is_siren

TEXTS = {
    "date-partielle": ["2026", "2026-11", "2024-02-29", "2026-13", "2026-02-30", "2026-1", "2026-11-", ""],
    "duration": ["P2D", "P1Y2M3W4D", "P1DT2H", "PT1H5S", "P", "PT", "P1DT", "P1.5D", "p2d", "P٣D", ""],
    "email": [
        "a@b.fr",
        "a.b+c@b-c.fr",
        '"a b"@c.fr',
        "a@localhost",
        "a@@b.fr",
        "a b@c.fr",
        "é@c.fr",
        "a@",
        "",
    ],
    "siren": ["200069110", "356000000", "20006911", "2000691100", "200 069 110", "20006911A", ""],
    "uri": [
        "https://a.fr/?q=1#x",
        "mailto:a@b.fr",
        "https://a.fr/%C3%A9",
        "https://[::1]/",
        "a.fr",
        "https://a.fr/é",
        "https://a.fr/ b",
        "https://a.fr/%zz",
        "https://a.fr/<b>",
        "",
    ],
}
"""Texts that have a format and texts that have not, on which all must agree."""


@pytest.mark.parametrize("text", ["P2D", "P1Y2M3W4D", "PT30M", "P1DT2H", "PT1S"])
def test_a_duration_is_recognised(text: str) -> None:
    assert is_duration(text)


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "2D", "P1H", "P-1D", "P1.5D", "P2D ", "p2d"])
def test_what_is_not_a_duration_is_refused(text: str) -> None:
    assert not is_duration(text)


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-22", "2024-02-29"])
def test_a_date_whole_or_cut_is_recognised(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize("text", ["2026-13", "2026-02-30", "2026-1", "26", "2026-W01-1", "2026-11-22-01", ""])
def test_what_is_not_a_date_of_the_calendar_is_refused(text: str) -> None:
    assert not is_partial_date(text)


@pytest.mark.parametrize("name", STANDARD)
def test_other_keywords_say_what_a_format_says(name: str) -> None:
    own = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True, formats=FORMATS)
    standard = jsonschema_rs.Draft202012Validator(STANDARD[name], validate_formats=True)
    verdicts = {text: own.is_valid(text) for text in TEXTS[name]}
    assert set(verdicts.values()) == {True, False}
    assert {text: standard.is_valid(text) for text in TEXTS[name]} == verdicts


def test_every_format_of_ours_can_be_said_by_standard_keywords() -> None:
    assert FORMATS.keys() <= STANDARD.keys()


@pytest.mark.parametrize("text", ["200069110", "356000000", "000000000"])
def test_a_siren_has_nine_digits_and_a_right_key(text: str) -> None:
    assert is_siren(text)


@pytest.mark.parametrize(
    "text", ["200069111", "20006911", "2000691100", "200 069 110", "20006911A", "２０００６９１１０", ""]
)
def test_what_is_not_a_siren_as_it_should_be_written_is_refused(text: str) -> None:
    assert not is_siren(text)
