"""Formats of values that JSON Schema lacks, or defines more narrowly."""

import re
from datetime import date

from generator import french
from generator.literals import Json

_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "0000-01-01"
_NINE_DIGITS = re.compile(r"[0-9]{9}")


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


def is_siren(text: str) -> bool:
    """Tell whether a text is a SIREN: nine digits, the last being their Luhn key (INSEE; ISO/IEC 7812-1).

    The exceptions to the key are SIRET of La Poste's offices: a SIREN has none.
    """
    from stdnum.fr import siren  # noqa: PLC0415 — brings a TLS library, which a kit already read does without

    return bool(_NINE_DIGITS.fullmatch(text)) and bool(siren.is_valid(text))


FORMATS = {"duration": is_duration, "date-partielle": is_partial_date, "siren": is_siren}
"""Each format with what tells whether a text has it."""

STANDARD: dict[str, dict[str, Json]] = {
    "date-partielle": {
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "if": {"minLength": len("2026-11-22")},
        "then": {"format": "date"},
    },
    "duration": {"pattern": f"^{french.DURATION.pattern}$"},
    "email": {"pattern": '^("[ !#-~]+"|[!#-?A-~]+)@[!-?A-~]+$'},
    "siren": {"pattern": "^[0-9]{9}$"},
    "uri": {"pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$"},
}
"""What other keywords say of a format: validators may take `format` for a mere annotation (JSON Schema
2020-12, Validation, 7.2.1), check it loosely, or not know it. Patterns are in the syntax that Python and
ECMA-262 share. Sources: RFC 3986, appendix A, for the characters of a URI; RFC 5321, 4.1.2, for those of an
e-mail address. The key of a SIREN is a sum, which no keyword can say.
"""
