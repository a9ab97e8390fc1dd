"""Entry -> the words that find it beside those of its page: its other names, the synonyms of its terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.definitions import Definitions
from generator.entry import Entry
from generator.literals import Json
from generator.nearest import unaccented
from generator.roles import Role

_LIGATURES = "œæŒÆ"
_WITH_LIGATURE = re.compile(r"\w*[œæ]\w*", re.IGNORECASE)


@dataclass(frozen=True)
class Searched:
    """Texts for the search index only; the page does not show them there."""

    names: str
    """Other names of the entry: a match counts as one in its title."""
    synonyms: str
    """Synonyms of its terms, and words written without their ligature: a match counts little."""


def searched(entry: Entry, definitions: Definitions) -> Searched:
    """Give what finds an entry beside the words of its page."""
    words = _without_ligature(entry.value) if _has_ligature(entry.document.text) else ()  # few have
    synonyms = [*_synonyms(entry, definitions), *words]
    return Searched(", ".join(names(entry)), ", ".join(dict.fromkeys(synonyms)))


def names(entry: Entry) -> Iterator[str]:
    """Give the other names under which an entry is looked for: the values of the fields of that role."""
    for part in entry.canevas.with_role(Role.SEARCHED):
        yield from entry.terms(part.name)


def _synonyms(entry: Entry, definitions: Definitions) -> Iterator[str]:
    for field, name in entry.canevas.vocabularies.items():
        if field in entry.value and (vocabulary := definitions.vocabularies.get(name)):
            known = vocabulary.by_id
            for term in entry.terms(field):
                if term in known:
                    yield from known[term].aliases


def _without_ligature(value: Json) -> Iterator[str]:
    """Write « œuvre » as « oeuvre »: Pagefind folds accents, not ligatures."""
    for text in filter(_has_ligature, _texts(value)):
        yield from map(unaccented, _WITH_LIGATURE.findall(text))


def _has_ligature(text: str) -> bool:
    return any(letter in text for letter in _LIGATURES)  # four plain searches: faster than an expression


def _texts(value: Json) -> Iterable[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value
