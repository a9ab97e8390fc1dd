"""Dates, durations and numbers as a French reader expects them."""

import re

NBSP = "\u00a0"
THIN_NBSP = "\u202f"

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_UNITS = (("an", "ans"), ("mois", "mois"), ("semaine", "semaines"), ("jour", "jours"))


def date(text: str) -> str:
    """Write an ISO 8601 date, whole or cut to its month or year: « 12 mars 2026 », « mars 2026 », « 2026 ».

    A text that is not one is given back.
    """
    year, month, day = (*text.split("-"), "", "")[:3]
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return text
    name = _MONTHS[int(month) - 1]
    if not day.isdigit():
        return f"{name} {year}"
    return f"{'1er' if int(day) == 1 else int(day)} {name} {year}"


def duration(text: str) -> str:
    """Write an ISO 8601 duration: « P2D » is « 2 jours », « PT3H30M » is « 3 h 30 »."""
    found = _DURATION.fullmatch(text)
    if not found:
        return text
    *calendar, hours, minutes, _ = (int(part or 0) for part in found.groups())
    words = [
        f"{count}{NBSP}{one if count == 1 else many}"
        for count, (one, many) in zip(calendar, _UNITS, strict=True)
        if count
    ]
    return " et ".join([*words, *_clock(hours, minutes)])


def number(value: float) -> str:
    """Write a number with narrow no-break spaces between thousands and a decimal comma."""
    return f"{value:,}".replace(",", THIN_NBSP).replace(".", ",")


def _clock(hours: int, minutes: int) -> list[str]:
    if hours and minutes:
        return [f"{hours}{NBSP}h{NBSP}{minutes:02}"]
    if hours:
        return [f"{hours}{NBSP}h"]
    return [f"{minutes}{NBSP}min"] if minutes else []
