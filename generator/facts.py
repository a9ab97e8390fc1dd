"""Typed values of an entry -> facts: labels and values ready to be read, whatever the kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator import french
from generator.addresses import Choice, selection_address
from generator.canevas import Canevas
from generator.entry import Entry
from generator.kit import Kit
from generator.literals import Json
from generator.markdown import has_safe_scheme
from generator.measures import measures
from generator.places import path_of, value_at
from generator.properties import Property
from generator.roles import Role
from generator.value import Fact, Url, Value

_ABOUT_RECORD = {Role.RECORD, Role.LICENCE, Role.PUBLISHED, Role.UPDATED, Role.VERIFIED}
_SHOWN_APART = {Role.TITLE, Role.SUMMARY, Role.STATUS, Role.REPLACED_BY, Role.FORMER_IDS}
_ENDS = ("min", "max")
"""Fields of a group that has a unit: the ends of the interval that it tells."""


class Facts:
    """Writes the facts of the entries of one kit; what a canevas says of its fields is read once."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._shown: dict[tuple[str, bool], tuple[Place, ...]] = {}
        self._named: dict[tuple[str, str], Place | None] = {}

    def all(self, entry: Entry, url: Url, *, about_record: bool) -> tuple[Fact, ...]:
        """Give the facts about the record itself (source, licence, dates), or all the others; links are
        relative through `url`.
        """
        key, value = (entry.kind, about_record), entry.value
        if key not in self._shown:
            self._shown[key] = tuple(self._places(entry.canevas, about_record))
        return tuple([one.fact(value[one.name], url) for one in self._shown[key] if one.name in value])

    def at(self, entry: Entry, name: str, url: Url) -> Value | None:
        """Give what an entry says at a dotted name, `territoire.libelle`; None if it says nothing."""
        key = entry.kind, name
        if key not in self._named:
            path = path_of(entry.canevas, name)
            self._named[key] = Place(self._kit, entry.canevas, tuple(path)) if path else None
        place = self._named[key]
        value = value_at(entry.value, place.path) if place else None
        return None if place is None or value is None else place.value(value, url)

    def _places(self, canevas: Canevas, about_record: bool) -> Iterator["Place"]:
        for part in canevas.properties:
            if _is_shown(part) and (part.role in _ABOUT_RECORD) is about_record:
                yield Place(self._kit, canevas, (part.name,))


def _is_shown(part: Property) -> bool:
    return not (part.is_section or part.role in _SHOWN_APART or part.name == "id")


@dataclass(frozen=True)
class Place:
    """A place of a kind's values; the path of an item of a list has 0 for its rank."""

    kit: Kit
    canevas: Canevas
    path: tuple[str | int, ...]
    _terms: dict[tuple[str, str], Value] = field(default_factory=dict)

    @cached_property
    def name(self) -> str:
        """Name of the field."""
        return str(self.path[-1])

    @cached_property
    def label(self) -> str:
        """What readers see of it."""
        return str(self._schema.get("title", self.name))

    def fact(self, value: Json, url: Url) -> Fact:
        """Write what stands there, with its label."""
        return Fact(self.name, self.label, self.value(value, url))

    def value(self, value: Json, url: Url) -> Value:
        """Write what stands there, links being relative through `url`."""
        if isinstance(value, str):
            return self._leaf(value, url)
        if isinstance(value, dict):
            return self._group(value, url)
        if isinstance(value, list):
            if value and all(isinstance(row, dict) for row in value):
                return self._table(value, url)
            return Value("liste", items=tuple([self._item.value(one, url) for one in value]))
        return self._leaf(value, url)

    @cached_property
    def _schema(self) -> dict[str, Json]:
        return self.canevas.schema.at(self.path)

    @cached_property
    def _item(self) -> "Place":
        return Place(self.kit, self.canevas, (*self.path, 0))

    @cached_property
    def _is_measured(self) -> bool:
        return "x-mesure" in self._schema

    @cached_property
    def _parts(self) -> "tuple[Place, ...]":
        names = self._schema.get("properties", ())
        return tuple(Place(self.kit, self.canevas, (*self.path, name)) for name in names)

    def _group(self, value: dict[str, Json], url: Url) -> Value:
        ends = _ENDS if "x-unite" in self._schema else ()
        text = french.interval(value.get("min"), value.get("max"), self._schema["x-unite"]) if ends else ""
        shown = [part for part in self._parts if part.name in value and part.name not in ends]
        return Value("groupe", text, facts=tuple([part.fact(value[part.name], url) for part in shown]))

    def _table(self, rows: list[dict[str, Json]], url: Url) -> Value:
        filled = {name for row in rows for name in row}
        columns = [part for part in self._item._parts if part.name in filled]
        written = [
            tuple([part.value(row[part.name], url) if part.name in row else None for part in columns])
            for row in rows
        ]
        return Value(
            "tableau",
            keys=tuple([part.name for part in columns]),
            columns=tuple([part.label for part in columns]),
            rows=tuple(written),
            measures=measures(rows, {part.name: part._schema for part in columns if part._is_measured}),
        )

    @cached_property
    def _leaf(self) -> Callable[[Json, Url], Value]:
        """What writes a value that is neither a list nor a group."""
        if "x-vocabulaire" in self._schema:
            return self._term
        if "x-renvoi" in self._schema:
            return self._reference
        return self._formatted if self._format else _plain

    def _reference(self, value: Json, url: Url) -> Value:
        found = self.kit.by_key.get((self._schema["x-renvoi"], str(value)))
        return Value("lien", found.title, url(found.address)) if found else Value("texte", str(value))

    def _formatted(self, value: Json, url: Url) -> Value:
        return _formatted(value, self._format) if isinstance(value, str) else _plain(value, url)

    @cached_property
    def _format(self) -> str:
        return str(self._schema.get("format", ""))

    def _term(self, value: Json, url: Url) -> Value:
        """Give a term, made once for the pages of one depth."""
        key = str(value), url("")
        if key not in self._terms:
            self._terms[key] = self._new_term(key[0], url)
        return self._terms[key]

    def _new_term(self, identifier: str, url: Url) -> Value:
        vocabulary = self._schema["x-vocabulaire"]
        found = self.kit.definitions.vocabularies.get(vocabulary)
        term = found.by_id.get(identifier) if found else None
        if term is None:
            return Value("texte", identifier)
        facet = self.canevas.by_name[str(self.path[0])]
        paged = facet.facet == "page" and facet.vocabulary == vocabulary
        href = url(selection_address((Choice(facet, term),))) if paged else term.url
        return Value("terme", term.label, href, bool(href) and not paged, term.definition)


def _plain(value: Json, _url: Url) -> Value:
    if isinstance(value, str):
        return Value("texte", value)
    return Value("texte", french.number(value), number=value)


def _formatted(text: str, form: str) -> Value:
    if form == "uri" and has_safe_scheme(text):
        return Value("lien", text.removeprefix("https://").rstrip("/"), text, external=True)
    if form == "email":
        return Value("lien", text, f"mailto:{text}", external=True)
    if form == "duration":
        return Value("texte", french.duration(text))
    if form in {"date", "date-partielle"}:
        written = french.date(text)
        return Value("texte", written, moment=text if written != text else "")
    return Value("texte", text)
