"""How words are compared, and the closest known word to one that is not known."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_MARKDOWN_SPECIAL = str.maketrans("", "", "*_`")


def fold(text: str) -> str:
    """Bring a title to the form in which titles are compared: case, accents, apostrophes, ligatures."""
    text = text.casefold().replace("’", "'").replace("œ", "oe").translate(_MARKDOWN_SPECIAL)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", plain).strip(" :.")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, case and accents aside; empty when none does."""
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(fold(candidate), candidate)
    found = difflib.get_close_matches(fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
