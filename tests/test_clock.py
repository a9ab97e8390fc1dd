from datetime import UTC, date, datetime

import pytest

from generator.clock import today


def test_the_day_of_a_reproducible_build_is_that_of_its_epoch() -> None:
    assert today({"SOURCE_DATE_EPOCH": "1700000000"}) == date(2023, 11, 14)


@pytest.mark.parametrize("value", ["", "demain", "9" * 30])
def test_an_epoch_that_cannot_be_read_is_left_aside(value: str) -> None:
    assert abs((today({"SOURCE_DATE_EPOCH": value}) - datetime.now(UTC).date()).days) <= 1


def test_without_epoch_it_is_the_day_of_the_system() -> None:
    assert abs((today({}) - datetime.now(UTC).date()).days) <= 1
