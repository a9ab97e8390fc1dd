"""A value that its format refuses -> why, and how to write it."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import jsonschema_rs
from stdnum.fr import siret

from generator.files import proposed_name
from generator.formats import FORMATS
from generator.spoken import date_of, iso_date, iso_duration, missing_day

_LONGEST = 300
"""Characters beyond which nobody would copy a proposal, nor need its reason."""
_SEPARATORS = re.compile(r"[\s.]+")
_SIREN_DIGITS = 9
_YEAR = re.compile(r"[0-9]{4}")
_AROUND_AT = re.compile(r"\s*(?:@+|\(at\)|\[at\]|\(arobase\)|\[arobase\])\s*", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s,;:<>()]+@[^\s,;:<>()]+\.[^\s,;:<>()]*[^\s,;:<>().]")
_COMMA_FOR_DOT = re.compile(r",(?=[a-z]+$)")
_WEB = re.compile(r"https?://[^\s<>)\]\"]+")
_LAME_SCHEME = re.compile(r"h?t{1,2}p{1,2}s?\s?[:;]?\s?[/\\]{1,3}(?=\w)", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]|$)")
_URI_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"
"""Reserved characters of RFC 3986, 2.2, and the sign that codes the others."""


def proposed(value: str, form: str = "", pattern: str = "") -> str:
    """Give the right way to write a refused value.

    Args:
        value: as it is written.
        form: its `format` in the canevas, if any.
        pattern: its `pattern` there, if any.

    Returns:
        A text that format and pattern accept and that says the same; empty when none is certain.
    """
    if len(value) > _LONGEST:
        return ""
    asked = {"format": form, "pattern": pattern}
    schema = {"type": "string", **{name: word for name, word in asked.items() if word}}
    accepts = jsonschema_rs.Draft202012Validator(schema, validate_formats=True, formats=FORMATS).is_valid
    written = _BY_FORMAT.get(form, _as_code)
    return next((text for text in written(value.strip(), pattern) if text != value and accepts(text)), "")


def why(value: str, form: str) -> str:
    """Say why a format refuses a value, as the end of a sentence that starts with it; empty when there is no
    more to say than the name of the format.
    """
    reasons = _REASONS.get(form)
    return reasons(value.strip()) if reasons and len(value) <= _LONGEST else ""


def _as_date(value: str, _: str) -> Iterator[str]:
    yield iso_date(value)


def _as_duration(value: str, _: str) -> Iterator[str]:
    yield iso_duration(value)


def _as_siren(value: str, _: str) -> Iterator[str]:
    digits = _SEPARATORS.sub("", value)
    yield digits
    if siret.is_valid(digits):
        yield digits[:_SIREN_DIGITS]


def _as_email(value: str, _: str) -> Iterator[str]:
    text = _COMMA_FOR_DOT.sub(".", _AROUND_AT.sub("@", value.removeprefix("mailto:"))).rstrip(".;,")
    found = _EMAIL.findall(text)
    if len(found) == 1 and (found[0] == text or "<" in text):
        yield found[0]


def _as_address(value: str, _: str) -> Iterator[str]:
    found = _WEB.findall(value)
    if len(found) == 1 and not value.startswith(found[0]):
        yield found[0]
    elif not found and (lame := _LAME_SCHEME.match(value)):
        yield f"http{'s' if 's' in lame[0].lower() else ''}://{_coded(value[lame.end() :])}"
    elif not found and _DOMAIN.match(value):
        yield f"https://{_coded(value)}"
    elif len(found) == 1 and found[0].partition("://")[2].partition("/")[0].isascii():
        yield _coded(value)


def _coded(address: str) -> str:
    return quote(address, safe=_URI_CHARACTERS)


def _as_code(value: str, pattern: str) -> Iterator[str]:
    """Try the slips made with codes: spaces, case, the first zero lost by a spreadsheet, an id's spelling."""
    bare = _SEPARATORS.sub("", value)
    yield from (bare, bare.upper(), bare.lower())
    if "(0[" in pattern:  # only where the pattern speaks of a first zero: a year never has one
        yield f"0{bare.upper()}"
    if pattern:
        yield proposed_name(value)


def _why_date(value: str) -> str:
    found = date_of(value)
    missing = missing_day(found) if found else ""
    return f"n'est pas une date : {missing} n'existe pas" if missing else ""


def _why_day(value: str) -> str:
    found = date_of(value)
    if _YEAR.fullmatch(value):
        return "n'est pas une date complète : il manque le mois et le jour"
    return "n'est pas une date complète : il manque le jour" if found and not found[2] else _why_date(value)


def _why_siren(value: str) -> str:
    digits = _SEPARATORS.sub("", value)
    if len(digits) != _SIREN_DIGITS or not (digits.isascii() and digits.isdecimal()):
        return "n'est pas un numéro SIREN : il faut neuf chiffres"
    if digits != value:
        return "n'est pas écrit comme un numéro SIREN : il faut neuf chiffres, sans espace ni point"
    return "n'est pas un numéro SIREN : la clé de contrôle est fausse"


def _why_email(value: str) -> str:
    text = _AROUND_AT.sub("@", value)
    if "@" not in text:
        return "n'est pas une adresse de courriel : il manque l'arobase « @ »"
    if len(_EMAIL.findall(text)) > 1:
        return "donne plusieurs adresses de courriel : il en faut une seule"
    return "n'est pas une adresse de courriel : un espace s'y est glissé" if " " in value else ""


def _why_address(value: str) -> str:
    found = _WEB.findall(value)
    if len(found) > 1:
        return "donne plusieurs adresses web : il en faut une seule"
    if not found and _DOMAIN.match(value):
        return "n'est pas une adresse web complète : il manque « https:// » au début"
    if not value.startswith(("http://", "https://")):
        return ""
    strange = next((sign for sign in value if sign.isspace() or not sign.isascii()), "")
    named = "un espace" if strange.isspace() else f"le caractère « {strange} »"
    return f"n'est pas une adresse web : {named} ne peut pas y être écrit tel quel" if strange else ""


_BY_FORMAT: dict[str, Callable[[str, str], Iterator[str]]] = {
    "date": _as_date,
    "date-partielle": _as_date,
    "duration": _as_duration,
    "email": _as_email,
    "siren": _as_siren,
    "uri": _as_address,
}
_REASONS: dict[str, Callable[[str], str]] = {
    "date": _why_day,
    "date-partielle": _why_date,
    "email": _why_email,
    "siren": _why_siren,
    "uri": _why_address,
}
