"""Dates and durations as people write them -> ISO 8601: the way back of `french.py`."""

import re
from calendar import monthrange

from generator.french import DURATION, MONTHS
from generator.nearest import unaccented

_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_WORD = r"(?P<month>[a-z]{3,9})\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[-/.]{_MONTH}(?:[-/.]{_DAY})?(?:[t ][0-9]{{1,2}}:.*)?",
        rf"{_DAY}[-/. ]{_MONTH}[-/. ](?P<year>[0-9]{{4}}|[0-9]{{2}})",
        rf"(?:le )?(?:[a-z]+di |dimanche )?{_DAY}(?:er)? {_WORD} {_YEAR}",
        rf"{_WORD} {_YEAR}",
        rf"{_MONTH}[-/.]{_YEAR}",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    )
)
_SHORTEST = 3
"""Letters below which the beginning of a month's name is not looked for: « nov », « sept », « juil »."""

_COUNTS = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
_UNITS = (
    ("Y", "ans?|annees?"),
    ("M", "mois"),
    ("W", "semaines?|sem"),
    ("D", "jours?|journees?|j"),
    ("H", "heures?|h"),
    ("M", "minutes?|min|mn"),
    ("S", "secondes?|sec|s"),
)
_DURATION = re.compile("".join(rf"(?:([0-9]+) ?(?:{words})(?![a-z]) ?)?" for _, words in _UNITS))
_MINUTES_LEFT_OUT = re.compile(r"(?<=[0-9])( ?)(?:heures?|h) ?([0-9]{1,2})$")
_CALENDAR_UNITS = 4

Date = tuple[int, int, int | None]
"""Year, month, and day if it is told; it may not exist in the calendar."""


def date_of(text: str) -> Date | None:
    """Understand a date: « 22/11/2026 », « 1er août 2026 », « nov. 2026 », « 2026-1-5 », « 20261122 ».

    Returns:
        Its parts, as they are written; None when the text is not understood. A day comes before its month, as
        in French.
    """
    plain = " ".join(unaccented(text).split())
    found = next(filter(None, (pattern.fullmatch(plain) for pattern in _DATES)), None)
    parts = found.groupdict() if found else {}
    month = _month(parts.get("month") or "")
    if not month:
        return None
    year, day = parts["year"], parts.get("day")
    return int(year if len(year) == len("2026") else f"20{year}"), month, int(day) if day else None


def iso_date(text: str) -> str:
    """Write a date understood by `date_of` in ISO 8601; empty when it is not one of the calendar."""
    found = date_of(text)
    if found is None or missing_day(found):
        return ""
    year, month, day = found
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def missing_day(found: Date) -> str:
    """Say what the calendar lacks, « le 30 février 2026 » or « le mois 13 »; empty when it has the date."""
    year, month, day = found
    if not 1 <= month <= len(MONTHS):
        return f"le mois {month}"
    if day is None or (year and 1 <= day <= monthrange(year, month)[1]):
        return ""
    return f"le {day} {MONTHS[month - 1]} {year}"


def iso_duration(text: str) -> str:
    """Write a duration in ISO 8601: « 3 h 30 » is « PT3H30M », « deux jours » is « P2D ».

    Returns:
        The duration; empty when the text is not understood, or leaves a doubt (« une demi-journée »).
    """
    plain = " ".join(_figures(word) for word in unaccented(text).replace(",", " ").split())
    plain = _MINUTES_LEFT_OUT.sub(r"\1h \2 min", plain.replace(" et ", " "))
    found = _DURATION.fullmatch(plain)
    if found and any(found.groups()):
        written = [
            f"{count}{unit}" if count else "" for count, (unit, _) in zip(found.groups(), _UNITS, strict=True)
        ]
        days, clock = "".join(written[:_CALENDAR_UNITS]), "".join(written[_CALENDAR_UNITS:])
        return f"P{days}T{clock}" if clock else f"P{days}"
    bare = text.strip().upper().replace(" ", "")
    return next((form for form in (bare, f"P{bare}", f"PT{bare}") if DURATION.fullmatch(form)), "")


def _month(written: str) -> int:
    """Give the number of a month written in figures, in full or cut short; 0 when it is none or several."""
    if written.isdecimal():
        return int(written)
    named = [rank for rank, name in enumerate(MONTHS, 1) if unaccented(name).startswith(written)]
    return named[0] if len(written) >= _SHORTEST and len(named) == 1 else 0


def _figures(word: str) -> str:
    """Give a count in figures; other words are given back."""
    word = "un" if word == "une" else word
    return str(_COUNTS.index(word) + 1) if word in _COUNTS else word
