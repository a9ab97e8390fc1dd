"""A page in the words of schema.org, as JSON-LD: what search engines and catalogues of courses read.

The canevas says, by `x-schema-org`, what an entry and its fields are there; a fact that it does not hold is
left out. Sources: schema.org (LRMI terms of `LearningResource` included), JSON-LD 1.1 (W3C, 2020).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.addresses import SEARCH
from generator.entry import Entry
from generator.kit import Kit
from generator.literals import Json
from generator.pages import Page
from generator.plan import PagePlan
from generator.roles import Role
from generator.schema import Path
from generator.trail import Step

CONTEXT = "https://schema.org"
KEY = "x-schema-org"
_OF_RECORD = {
    "datePublished": Role.PUBLISHED,
    "dateModified": Role.UPDATED,
    "lastReviewed": Role.VERIFIED,
    "license": Role.LICENCE,
}


def describe(plan: PagePlan | Page, kit: Kit, way: Sequence[Step]) -> dict[str, Json]:
    """Give the JSON-LD of a page, `way` being the way down to it; addresses are absolute, hence left out of a
    site whose own is not known.
    """
    base = kit.config.site_url
    page: dict[str, Json] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": plan.title,
        "description": plan.description,
        "inLanguage": "fr",
    }
    if base:
        page |= {"url": base + plan.address, "breadcrumb": _breadcrumb(way, base)}
    if not plan.address:
        page |= _site(kit)
    return page | (_of_entry(plan.entry, kit) if isinstance(plan, PagePlan) and plan.entry else {})


def _site(kit: Kit) -> dict[str, Json]:
    """Give what the home page is: the site, and how it is searched."""
    base = kit.config.site_url
    asked = f"{base}{SEARCH}?q={{mots}}"
    search = {"@type": "SearchAction", "target": asked, "query-input": "required name=mots"}
    action = {"potentialAction": search} if base and kit.config.searchable else {}
    return {"@type": "WebSite", "name": kit.config.site_name} | action


def _breadcrumb(way: Sequence[Step], base: str) -> dict[str, Json]:
    items = [
        {"@type": "ListItem", "position": rank, "name": step.title, "item": base + step.address}
        for rank, step in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _of_entry(entry: Entry, kit: Kit) -> dict[str, Json]:
    """Give what is the record's own, then what it describes."""
    names = {key: entry.canevas.name_of(role) for key, role in _OF_RECORD.items()}
    held = {key: name for key, name in names.items() if name in entry.value}
    found = {key: _leaf(entry, kit, (name,), entry.value[name]) for key, name in held.items()}
    kind = entry.canevas.schema.raw.get(KEY)
    if not kind:
        return found
    parts = _gathered(_fields(entry, kit, (), entry.value))
    described = {"@type": kind, "name": entry.title, "description": entry.summary, **parts}
    return {**found, "mainEntity": described}


def _fields(entry: Entry, kit: Kit, path: Path, value: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    """Give the properties of a group and their values; a group that says nothing of itself gives its own."""
    schema, described = entry.canevas.schema, entry.canevas.holding(KEY)
    for name, held in value.items():
        if not path and name not in described:
            continue
        place = (*path, name)
        if text := schema.at(place).get(KEY):
            said = _said(text)
            if isinstance(held, list):
                yield from ((said.name, _typed(entry, kit, (*place, 0), one, said)) for one in held)
            else:
                yield said.name, _typed(entry, kit, place, held, said)
        elif isinstance(held, dict):
            yield from _fields(entry, kit, place, held)


class _Said(NamedTuple):
    """What a canevas says of a field: a property of schema.org, the type of its value, the property of it."""

    name: str
    kind: str
    inner: str


@cache
def _said(text: str) -> _Said:
    """Read `propriete`, `propriete:Type` or `propriete:Type:champ`."""
    return _Said(*(*text.split(":"), "", "")[:3])


def _typed(entry: Entry, kit: Kit, path: Path, value: Json, said: _Said) -> Json:
    """Give a value as its field asks."""
    if isinstance(value, dict):
        return {"@type": said.kind or "Thing", **_gathered(_fields(entry, kit, path, value))}
    leaf = _leaf(entry, kit, path, value)
    return {"@type": said.kind, said.inner or "name": leaf} if said.kind else leaf


def _leaf(entry: Entry, kit: Kit, path: Path, value: Json) -> Json:
    """Give a value; of a term, its address when it has one, else its label."""
    name = entry.canevas.schema.at(path).get("x-vocabulaire")
    vocabulary = kit.definitions.vocabularies.get(name) if name else None
    term = vocabulary.by_id.get(str(value)) if vocabulary else None
    return (term.url or term.label) if term else value


def _gathered(found: Iterator[tuple[str, Json]]) -> dict[str, Json]:
    """Put together the values of one property: a list where there are several."""
    lists: dict[str, list[Json]] = {}
    for name, value in found:
        lists.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in lists.items()}
