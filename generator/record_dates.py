"""The dates of an entry's own record: published, then updated, then verified."""

from datetime import date, timedelta
from typing import NamedTuple

from generator.entry import Entry
from generator.roles import Role

_ORDER = (Role.PUBLISHED, Role.UPDATED, Role.VERIFIED)
_ELSEWHERE = timedelta(days=1)
"""A contributor overseas may already be at tomorrow while the machine that checks is not: time zones go from
UTC-12 to UTC+14 (IANA time zone database).
"""


class RecordDate(NamedTuple):
    """One date and the name of its field."""

    name: str
    day: date


def record_dates(entry: Entry) -> tuple[RecordDate, ...]:
    """Give the dates of an entry, in the order in which they should come; what is no date is left out."""
    names = (part.name for role in _ORDER for part in entry.canevas.with_role(role))
    found = ((name, _day(entry.value.get(name))) for name in names)
    return tuple(RecordDate(name, day) for name, day in found if day)


def is_future(day: date, today: date) -> bool:
    """Tell whether a day is yet to come everywhere on Earth."""
    return day > today + _ELSEWHERE


def _day(value: object) -> date | None:
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.isoformat() == value else None
