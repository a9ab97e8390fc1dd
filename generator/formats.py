"""Formats of values that JSON Schema lacks, or defines more narrowly."""

import re
from datetime import date

from generator import french

_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "0000-01-01"


def is_duration(text: str) -> bool:
    """Tell whether a text is an ISO 8601 duration."""
    return bool(french.DURATION.fullmatch(text))


def is_partial_date(text: str) -> bool:
    """Tell whether a text is an ISO 8601 date of the calendar, whole or cut to its month or year."""
    try:
        date.fromisoformat(f"{text}{_FIRST_DAY[len(text) :]}")
    except ValueError:
        return False
    return bool(_PARTIAL_DATE.fullmatch(text))


FORMATS = {"duration": is_duration, "date-partielle": is_partial_date}
"""Each format with what tells whether a text has it."""
