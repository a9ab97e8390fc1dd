"""Prose -> where it was left unfinished: « à compléter », « TODO »."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.nearest import flat
from generator.prose import Prose
from generator.review import Review

_NEVER = re.compile(r"(?!)")
_MARK = r"\b{}\b(?!-\w)"


class Provisional:
    """Finds what says that a text is not finished. A phrase such as « à compléter » says it when it is all
    that a block or a pair of brackets holds, or when it opens one and a colon follows: inside a sentence it
    may be meant. A mark such as « lorem ipsum » says it anywhere; one listed in capitals, such as « TODO »,
    only in capitals: a « todo list » is a list.

    Args:
        review: gives the phrases (`textes_provisoires`) and the marks (`marques_provisoires`).
    """

    def __init__(self, review: Review) -> None:
        marks = review.words("marques_provisoires")
        self._marks = _any_of((flat(mark) for mark in marks if not mark.isupper()), _MARK)
        self._capitals = _any_of((mark for mark in marks if mark.isupper()), _MARK)
        phrases = [flat(phrase) for phrase in review.words("textes_provisoires")]
        self._in_brackets = _any_of(phrases, r"(?<=[(\[<])\s*(?P<said>{})\s*[)\]>:.…]")
        every = [flat(phrase).split() for phrase in (*marks, *phrases)]
        self._said = [(max(words, key=len), " ".join(words)) for words in every]
        self._alone = _any_of(phrases, r"[\s\"'«<*–—-]*(?P<said>{})\s*(?:[\"'»>:.…!(\[]|\s[–—-]\s|$)")

    def places(self, prose: Prose) -> Iterator[tuple[int, int]]:
        """Give where each stands in a text, once."""
        words = flat(prose.words)
        if not self._may_be_in(words):
            return
        found = {match.span() for match in self._marks.finditer(words)}
        found |= {match.span() for match in self._capitals.finditer(prose.words)}
        found |= {match.span("said") for match in self._in_brackets.finditer(words)}
        for start, end in prose.blocks:
            if match := self._alone.match(words, start, end):
                found.add(match.span("said"))
        yield from sorted(found)

    def is_in(self, text: str) -> bool:
        """Tell whether one stands at the start of a text, in brackets, or as a mark."""
        words = flat(text)
        if not self._may_be_in(words):
            return False
        marked = self._marks.search(words) or self._capitals.search(text)
        return bool(marked or self._alone.match(words) or self._in_brackets.search(words))

    def _may_be_in(self, words: str) -> bool:
        """Tell at once of most texts, which hold nothing of what is looked for."""
        phrases = [phrase for longest, phrase in self._said if longest in words]
        spaced = " ".join(words.split()) if phrases else ""
        return any(phrase in spaced for phrase in phrases)


@lru_cache(maxsize=4)
def provisional_of(review: Review) -> Provisional:
    """Give what finds the unfinished texts of a kit, made once."""
    return Provisional(review)


def _any_of(phrases: Iterable[str], form: str) -> re.Pattern[str]:
    """Compile a pattern of any of the phrases, whatever the spaces between their words."""
    forms = [r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases]
    return re.compile(form.format(f"(?:{'|'.join(forms)})")) if forms else _NEVER
