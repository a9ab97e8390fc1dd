import pytest

from generator.formats import is_duration, is_partial_date


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
