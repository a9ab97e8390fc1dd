"""The closest known word to one that is not known."""

import difflib
from collections.abc import Iterable

from generator.entry import fold


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, case and accents aside; empty when none does."""
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(fold(candidate), candidate)
    found = difflib.get_close_matches(fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
