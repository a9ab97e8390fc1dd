from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.kit import gather
from generator.record_dates import RecordDate, is_future, record_dates
from tests.conftest import brief
from tests.entries import BODY, HEAD, entry

TODAY = date(2026, 11, 22)


def written(*lines: str) -> str:
    return HEAD.removesuffix("---\n") + "".join(f"{line}\n" for line in lines) + "---\n" + BODY


def test_the_dates_come_in_the_order_of_what_they_tell_whatever_the_order_of_the_file() -> None:
    found = entry(written("verifie_le: 2026-03-01", "publie_le: 2026-01-01", "maj_le: 2026-02-01"))
    assert record_dates(found) == (
        RecordDate("publie_le", date(2026, 1, 1)),
        RecordDate("maj_le", date(2026, 2, 1)),
        RecordDate("verifie_le", date(2026, 3, 1)),
    )


@pytest.mark.parametrize(
    "value", ["", "22/11/2026", "2026-02-30", "20261122", "2026-W01-1", "[2026-11-22]", "2026"]
)
def test_what_is_no_date_is_left_out(value: str) -> None:
    assert record_dates(entry(written(f"publie_le: {value}"))) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 11, 22), False), (date(2026, 11, 23), False), (date(2026, 11, 24), True)],
)
def test_tomorrow_is_already_today_somewhere(day: date, expected: bool) -> None:
    assert is_future(day, TODAY) is expected


def test_a_date_is_judged_against_the_day_of_the_kit(small_kit: Path) -> None:
    path = "atd_offers/exemple.md"
    found = check(gather(small_kit, date(2026, 11, 20)))
    assert [(one.span.path, brief(one)) for one in found] == [(path, "C109 8:12")]
    assert check(gather(small_kit, date(2026, 11, 21))) == ()
