"""Text -> the addresses and telephone numbers of persons, as far as their form tells."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.nearest import flat
from generator.review import Review

_MAILBOX = re.compile(r"(?<![\w.+/@-])(?P<name>[\w.+-]{1,64})@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(
    r"(?<![\w/+-])(?<!\d[\s.])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[67]"
    r"(?:(?:\s\d{2}){4}|(?:\.\d{2}){4}|(?:-\d{2}){4}|\d{8})(?![\w/-]|[\s.,]?\d)"
)
"""A French mobile number: 06 or 07, at home or from abroad (numbering plan of ARCEP, decision 2018-0881).

The same sign stands between all its pairs: otherwise a date and an hour would be one.
"""
_MAY_BE_MOBILE = re.compile(r"[67](?:[\s.-]?\d\d){4}")
"""What each of these numbers holds: far faster to look for, as nothing is asked of what stands before it."""
_FIRST_AND_LAST = re.compile(r"[a-z]+(?:-[a-z]+)*[._][a-z]+(?:-[a-z]+)*")
_START = "*"
"""Ends a word of service that is also known at the start of another, as in « mairiedexemple »."""


class Contacts:
    """Tells contacts of persons from those of services.

    An address is of a service when its name holds a word of service, on any domain: many town halls have
    their mailbox where their inhabitants have theirs. Otherwise it is of a person on a domain of private
    mailboxes, or when it has the form of a first name and a last name.

    Args:
        review: gives the words of service (`boites_de_service`) and the domains (`messageries_personnelles`).
    """

    def __init__(self, review: Review) -> None:
        services = [flat(word) for word in review.words("boites_de_service")]
        self._services = frozenset(word.removesuffix(_START) for word in services)
        starts = (word.removesuffix(_START) for word in services if word.endswith(_START))
        self._starts = tuple(start for start in starts if start)
        self._domains = frozenset(review.words("messageries_personnelles"))

    @staticmethod
    def may_be_in(text: str) -> bool:
        """Tell at once of most texts, which hold no contact."""
        if "@" in text:
            return True
        may_start = "06" in text or "07" in text or "33" in text
        return may_start and bool(_MAY_BE_MOBILE.search(text))

    def personal(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where the contacts of persons stand in a text."""
        if not self.may_be_in(text):
            return
        for found in _MAILBOX.finditer(text):
            if self.is_personal(found[0]):
                yield found.span()
        yield from (found.span() for found in _MOBILE.finditer(text))

    def is_personal(self, address: str) -> bool:
        """Tell whether an address of a mailbox is that of a person."""
        name, _, domain = flat(address).rpartition("@")
        words = re.findall(r"[a-z]+", name)
        if any(word in self._services or word.startswith(self._starts) for word in words):
            return False
        return domain in self._domains or bool(_FIRST_AND_LAST.fullmatch(name))


@lru_cache(maxsize=4)
def contacts_of(review: Review) -> Contacts:
    """Give what tells the contacts along the lists of a kit, made once."""
    return Contacts(review)
