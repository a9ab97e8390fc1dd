"""Addresses of the pages that the generator makes; each is relative to the site and ends with `/`."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.entry import Entry
from generator.kit import Kit
from generator.properties import Property
from generator.ranges import ranges
from generator.rules import codes
from generator.vocabulary import Term

CATALOGUE = "catalogue/"
SEARCH = "recherche/"
RULES = "regles/"
COMPARE = "comparer/"
NEWS = "nouveautes/"
DATA = "donnees/catalogue.json"
SUGGESTIONS = "donnees/suggestions.json"
OPENSEARCH = f"{SEARCH}opensearch.xml"
FILTERS = "donnees/filtres.json"
SUMMARIES = "donnees/resumes/"
SCHEMAS = "canevas/"
PRINTED = "dossier/"
"""What the address of an entry's version to print adds to its own."""
KIND = "genre"
"""Name of the filter of kinds, beside those of fields, in the address of a choice of the catalogue."""
STATE = (KIND, "q", "tri")
"""What such an address names apart from fields: no field that filters may have these names."""

RESERVED = (CATALOGUE, SEARCH, COMPARE, NEWS, RULES, SCHEMAS, "assets/", "donnees/", "pagefind/")
"""What the site itself uses: no kind may take these."""


@dataclass(frozen=True)
class Choice:
    """One term of one facet."""

    facet: Property
    term: Term

    @property
    def part(self) -> str:
        """What the choice adds to an address."""
        return f"{self.facet.name.replace('_', '-')}/{self.term.id}/"


def facets(kit: Kit) -> tuple[Property, ...]:
    """Give the fields that filter the catalogue, each once: those whose terms have pages, then those that
    most kinds share, then in the order of the canevas.
    """
    found: dict[str, list[Property]] = {}
    for canevas in kit.definitions.canevases:
        for facet in canevas.facets:
            found.setdefault(facet.name, []).append(facet)
    ranked = sorted(found.values(), key=lambda same: (same[0].facet != "page", -len(same)))
    return tuple(same[0] for same in ranked)


def choices(kit: Kit, facet: Property) -> tuple[Choice, ...]:
    """Give the terms of a facet, in the order of their vocabulary, or its ranges."""
    vocabulary = kit.definitions.vocabularies.get(facet.vocabulary)
    terms = vocabulary.terms if vocabulary else (Term(one.id, one.label) for one in ranges(facet))
    return tuple(Choice(facet, term) for term in terms)


def selections(kit: Kit) -> Iterator[tuple[Choice, ...]]:
    """Give every selection that has a page of its own: each term, then each pair across two facets."""
    paged = [choices(kit, facet) for facet in facets(kit) if facet.facet == "page"]
    for group in paged:
        yield from ((choice,) for choice in group)
    for first, second in itertools.combinations(paged, 2):
        yield from itertools.product(first, second)


def selection_address(selection: tuple[Choice, ...]) -> str:
    """Give the address of a selection: `catalogue/enjeux/<id>/phases/<id>/`."""
    return CATALOGUE + "".join(choice.part for choice in selection)


def feed_address(page: str) -> str:
    """Give the address of the feed of what is new on a page."""
    return f"{page}atom.xml"


def selection_state(selection: tuple[Choice, ...]) -> str:
    """Give what makes the script of the catalogue choose the same: `enjeux=<id>&phases=<id>`."""
    return urlencode([(choice.facet.name, choice.term.id) for choice in selection])


def schema_path(kind: str) -> str:
    """Give the address of the published schema of a kind."""
    return f"{SCHEMAS}{kind}.schema.json"


def head_schema_path(kind: str) -> str:
    """Give the address of the published schema of the head of a kind's Markdown entries."""
    return f"{SCHEMAS}{kind}.entete.schema.json"


def rule_address(code: str) -> str:
    """Give the address of the page of a rule."""
    return f"{RULES}{code.lower()}/"


def printed_address(entry: Entry) -> str:
    """Give the address of the version to print of an entry; empty when its kind has none."""
    return f"{entry.address}{PRINTED}" if entry.canevas.printed_template else ""


def relative(address: str, page: str) -> str:
    """Give the relative URL of an address of the site from the page at another address."""
    path, sign, anchor = address.partition("#")
    up = "../" * page.count("/")
    return (up + path or "./") + sign + anchor


def entry_addresses(kit: Kit) -> Iterator[str]:
    """Give the address of every entry, then those of their former ids, which lead to them."""
    yield from (entry.address for entry in kit.by_key.values())
    yield from (f"{entry.canevas.address}{former}/" for (_, former), entry in kit.by_former_key.items())


def addresses(kit: Kit) -> Iterator[str]:
    """Give the address of every generated page, those of entries and next pages of lists left out."""
    yield from (CATALOGUE, SEARCH, NEWS, COMPARE, RULES)
    yield from (canevas.address for canevas in kit.definitions.canevases)
    yield from (selection_address(selection) for selection in selections(kit))
    yield from (rule_address(code) for code in codes())
