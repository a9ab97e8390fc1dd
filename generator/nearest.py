"""How words are compared, and the closest known word to one that is not known."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_MARKDOWN_SPECIAL = str.maketrans("", "", "*_`")


def unaccented(text: str) -> str:
    """Give a text in lower case, without accents or ligatures."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Bring a title to the form in which titles are compared: case, accents, apostrophes, ligatures."""
    plain = unaccented(text.replace("’", "'").translate(_MARKDOWN_SPECIAL))
    return _SPACES.sub(" ", plain).strip(" :.")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, case and accents aside; empty when none does."""
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(fold(candidate), candidate)
    found = difflib.get_close_matches(fold(word), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else ""
