"""Dates, durations, numbers and system errors as a French reader expects them."""

import errno
import re
from functools import lru_cache

NBSP = "\u00a0"
THIN_NBSP = "\u202f"

MONTHS = (
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
_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?")
DURATION = re.compile(
    "P(?=.)(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?"
    "(?:T(?=.)(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?"
)
"""An ISO 8601 duration (ISO 8601-1:2019, 5.5.2), weeks and days mixed or not."""
_UNITS = (("an", "ans"), ("mois", "mois"), ("semaine", "semaines"), ("jour", "jours"))

_REASONS = {
    errno.EACCES: "vous n'en avez pas le droit",
    errno.EPERM: "vous n'en avez pas le droit",
    errno.ENOENT: "il n'existe pas",
    errno.EEXIST: "il existe déjà",
    errno.EISDIR: "c'est un dossier",
    errno.ELOOP: "un lien tourne en rond",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.ENOTEMPTY: "un dossier n'a pas pu être vidé",
    errno.ENOTDIR: "un dossier de son chemin n'en est pas un",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place qui vous est donnée sur le disque est pleine",
    errno.EFBIG: "un fichier dépasserait la taille permise",
}


@lru_cache(maxsize=1024)
def date(text: str) -> str:
    """Write an ISO 8601 date, whole or cut to its month or year: « 12 mars 2026 », « mars 2026 », « 2026 ».

    A text that is not one is given back.
    """
    found = _DATE.fullmatch(text)
    if not found or not 1 <= int(found["month"]) <= len(MONTHS):
        return text
    name, year, day = MONTHS[int(found["month"]) - 1], found["year"], found["day"]
    if not day:
        return f"{name} {year}"
    return f"{'1er' if int(day) == 1 else int(day)} {name} {year}"


@lru_cache(maxsize=1024)
def duration(text: str) -> str:
    """Write an ISO 8601 duration: « P2D » is « 2 jours », « PT3H30M » is « 3 h 30 »."""
    found = DURATION.fullmatch(text)
    if not found:
        return text
    *calendar, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    words = [
        f"{count}{NBSP}{one if count == 1 else many}"
        for count, (one, many) in zip(calendar, _UNITS, strict=True)
        if count
    ]
    return " et ".join([*words, *_clock(hours, minutes, seconds)]) or text


def number(value: float) -> str:
    """Write a number with narrow no-break spaces between thousands and a decimal comma."""
    return f"{value:,}".replace(",", THIN_NBSP).replace(".", ",")


def quantity(value: float, unit: str) -> str:
    """Write a number and its unit: « 10 communes », « 1 200 € », « 12 »."""
    return f"{number(value)}{NBSP}{unit}" if unit else number(value)


def interval(low: float | None, high: float | None, unit: str) -> str:
    """Write what lies between two numbers, each of which may lack: « 30 à 60 personnes »,
    « à partir de 500 € », « jusqu'à 20 personnes »; an empty text when both do.
    """
    if low is None:
        return "" if high is None else f"jusqu'à {quantity(high, unit)}"
    if high is None:
        return f"à partir de {quantity(low, unit)}"
    return quantity(high, unit) if low == high else f"{number(low)} à {quantity(high, unit)}"


def deadline(text: str) -> str:
    """Write by when, from an ISO 8601 date, whole or cut: « en 2027 », « le 1er juin 2027 »."""
    found = _DATE.fullmatch(text)
    return f"le {date(text)}" if found and found["day"] else f"en {date(text)}"


def count(number: int, one: str, many: str) -> str:
    """Count things: « 0 fiche », « 1 fiche », « 2 fiches »."""
    return f"{number} {many if number > 1 else one}"


def reason(error: OSError) -> str:
    """Say in French why a file cannot be read or written."""
    return _REASONS.get(error.errno or 0, f"le système répond « {error.strerror or error} »")


def _clock(hours: int, minutes: int, seconds: int) -> list[str]:
    rest = [f"{seconds}{NBSP}s"] if seconds else []
    if hours and minutes:
        return [f"{hours}{NBSP}h{NBSP}{minutes:02}", *rest]
    if hours:
        return [f"{hours}{NBSP}h", *rest]
    return [f"{minutes}{NBSP}min", *rest] if minutes else rest
