"""How words are compared, and the closest known word to one that is not known."""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache

from rapidfuzz import fuzz, process

_SPACES = re.compile(r"\s+")
_MARKDOWN_SPECIAL = str.maketrans("", "", "*_`")
_PARTS = re.compile(r"[a-z0-9]+")
_CUTOFF = 70
"""Percents of likeness under which a word is no help."""
_LONGEST = 200
"""A longer word is no mistyped term."""
_LATIN = range(0x41, 0x250)
"""Letters of the Latin alphabet, accents included (Unicode blocks 0000 to 024F)."""
_FLAT = {code: unicodedata.normalize("NFKD", chr(code))[0].lower()[0] for code in _LATIN}
_FLAT |= {ord("’"): "'", ord("µ"): "µ"}
_WESTERN = ("latin-1", "cp1252")
"""Encodings of one byte: the first takes no time, and holds most French texts; the second holds them all, but
for the narrow no-break space.
"""
_FLAT_BYTES = {
    name: bytes(
        bytes([code]).decode(name, "replace").translate(_FLAT).encode(name, "replace")[0]
        for code in range(256)
    )
    for name in _WESTERN
}


def unaccented(text: str) -> str:
    """Give a text in lower case, without accents or ligatures."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))


def is_western(text: str) -> bool:
    """Tell whether a text holds nothing but the letters and signs of the languages of western Europe."""
    return _in_bytes(text) is not None


def flat(text: str) -> str:
    """Give a text in lower case, without accents, each character at its place: « À Évry » is « a evry »."""
    if found := _in_bytes(text):
        content, encoding = found
        return content.translate(_FLAT_BYTES[encoding]).decode(encoding)  # ten times as fast
    return text.translate(_FLAT)


def _in_bytes(text: str) -> tuple[bytes, str] | None:
    """Give a text in one byte a character, and the encoding; None when it holds another alphabet."""
    for encoding in _WESTERN:
        with suppress(UnicodeEncodeError):
            return text.encode(encoding), encoding
    return None


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Bring a title to the form in which titles are compared: case, accents, apostrophes, ligatures."""
    plain = unaccented(text.replace("’", "'").translate(_MARKDOWN_SPECIAL))
    return _SPACES.sub(" ", plain).strip(" :.")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, case and accents aside; empty when none does.

    The likeness is the share of letters that both have in the same order (`rapidfuzz.fuzz.ratio`).
    """
    if len(word) > _LONGEST:
        return ""
    folded = _folded(tuple(known))
    found = process.extractOne(fold(word), folded.keys(), score_cutoff=_CUTOFF, scorer=fuzz.ratio)
    return folded[found[0]] if found else ""


def is_slip(word: str, known: str) -> bool:
    """Tell whether a word may be a known one mistyped: each of its parts is near one of the known word's.

    « non adhérents » is not « adhérents » mistyped, nor « CC BY-NC » « CC BY »: the part that is left out
    changes the meaning.
    """
    parts = _PARTS.findall(fold(known))
    return all(nearest(part, parts) for part in _PARTS.findall(fold(word)))


@lru_cache(maxsize=64)
def _folded(known: tuple[str, ...]) -> dict[str, str]:
    """Give the known words by their folded form; the first of two that fold alike."""
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(fold(candidate), candidate)
    return folded
