"""Prose -> where it was left unfinished: « à compléter », « TODO »."""

import re
from collections.abc import Iterable, Iterator

from generator.nearest import flat
from generator.prose import Prose
from generator.review import Review

_NEVER = re.compile(r"(?!)")


class Provisional:
    """Finds what says that a text is not finished. A phrase such as « à compléter » says it when it is all
    that a block or a pair of brackets holds, or when it opens one and a colon follows: inside a sentence it
    may be meant. A mark such as « TODO » says it anywhere.

    Args:
        review: gives the phrases (`textes_provisoires`) and the marks (`marques_provisoires`).
    """

    def __init__(self, review: Review) -> None:
        phrases, marks = review.words("textes_provisoires"), review.words("marques_provisoires")
        self._marks = _any_of(marks, r"\b{}\b")
        self._in_brackets = _any_of(phrases, r"(?<=[(\[<])\s*(?P<said>{})\s*[)\]>:.…]")
        self._alone = _any_of(phrases, r"[\s\"'«<*–—-]*(?P<said>{})\s*(?:[\"'»>:.…!(\[]|\s[–—-]\s|$)")

    def places(self, prose: Prose) -> Iterator[tuple[int, int]]:
        """Give where each stands in a text, once."""
        words = flat(prose.words)
        found = {match.span() for match in self._marks.finditer(words)}
        found |= {match.span("said") for match in self._in_brackets.finditer(words)}
        for start, end in prose.blocks:
            if match := self._alone.match(words, start, end):
                found.add(match.span("said"))
        yield from sorted(found)

    def is_in(self, text: str) -> bool:
        """Tell whether one stands at the start of a text, in brackets, or as a mark."""
        words = flat(text)
        return bool(self._alone.match(words) or self._in_brackets.search(words) or self._marks.search(words))


def _any_of(phrases: Iterable[str], form: str) -> re.Pattern[str]:
    """Compile a pattern of any of the phrases, whatever the spaces between their words."""
    forms = [r"\s+".join(map(re.escape, flat(phrase).split())) for phrase in phrases]
    return re.compile(form.format(f"(?:{'|'.join(forms)})")) if forms else _NEVER
