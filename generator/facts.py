"""Typed values of an entry -> facts: labels and values ready to be read, whatever the kind."""

from collections.abc import Callable
from dataclasses import dataclass

from generator import french
from generator.addresses import Choice, selection_address
from generator.canevas import Property
from generator.entry import Entry
from generator.kit import Kit
from generator.literals import Json
from generator.markdown import has_safe_scheme
from generator.measures import Measure, measures
from generator.places import path_of, value_at
from generator.roles import Role

_ABOUT_RECORD = {Role.RECORD, Role.LICENCE, Role.PUBLISHED, Role.UPDATED, Role.VERIFIED}
_SHOWN_APART = {Role.TITLE, Role.SUMMARY, Role.STATUS, Role.REPLACED_BY, Role.FORMER_IDS}

Url = Callable[[str], str]
"""Gives the relative URL of an address of the site from the page being written."""


@dataclass(frozen=True)
class Value:
    """A tree: `form` is `texte`, `lien`, `terme`, `liste`, `groupe` or `tableau`, and says what is set.

    A number is kept beside its text, and a date as ISO 8601 writes it (`moment`). Of a group, `text` is the
    interval that it tells, if any. Of a table, `keys` are the names of the fields and `columns` their labels.
    """

    form: str
    text: str = ""
    href: str = ""
    external: bool = False
    definition: str = ""
    number: float | None = None
    moment: str = ""
    items: "tuple[Value, ...]" = ()
    facts: "tuple[Fact, ...]" = ()
    keys: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: "tuple[tuple[Value | None, ...], ...]" = ()
    measures: tuple[Measure, ...] = ()

    @property
    def named(self) -> "dict[str, Fact]":
        """Give the facts of a group by name."""
        return {fact.name: fact for fact in self.facts}

    @property
    def records(self) -> "list[dict[str, Value]]":
        """Give the rows of a table as their filled cells by name."""
        rows = (zip(self.keys, row, strict=True) for row in self.rows)
        return [{key: cell for key, cell in row if cell is not None} for row in rows]

    def records_by(self, key: str) -> "list[tuple[Value | None, list[dict[str, Value]]]]":
        """Give the records by what they have under a key, in the order in which that first comes."""
        groups: dict[Value | None, list[dict[str, Value]]] = {}
        for record in self.records:
            groups.setdefault(record.get(key), []).append(record)
        return list(groups.items())


@dataclass(frozen=True)
class Fact:
    """One field with its label."""

    name: str
    label: str
    value: Value


@dataclass(frozen=True)
class Facts:
    """Writes the facts of one entry for one page."""

    kit: Kit
    entry: Entry
    url: Url

    def all(self, *, about_record: bool) -> tuple[Fact, ...]:
        """Give the facts about the record itself (source, licence, dates), or all the others."""
        parts = (part for part in self.entry.canevas.properties if self._shown(part))
        kept = (part for part in parts if (part.role in _ABOUT_RECORD) is about_record)
        return tuple(self._fact(part) for part in kept)

    def at(self, name: str) -> Value | None:
        """Give what the entry says at a dotted name, `territoire.libelle`; None if it says nothing."""
        path = path_of(self.entry.canevas, name)
        value = value_at(self.entry.value, path) if path else None
        return None if path is None or value is None else self._value(tuple(path), value)

    def _shown(self, part: Property) -> bool:
        hidden = part.is_section or part.role in _SHOWN_APART or part.name == "id"
        return not hidden and part.name in self.entry.value

    def _fact(self, part: Property) -> Fact:
        return Fact(part.name, part.label, self._value((part.name,), self.entry.value[part.name]))

    def _value(self, path: tuple[str | int, ...], value: Json) -> Value:
        if isinstance(value, dict):
            return self._group(path, value)
        if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            return self._table(path, value)
        if isinstance(value, list):
            return Value("liste", items=tuple(self._value((*path, i), v) for i, v in enumerate(value)))
        return self._leaf(path, value)

    def _group(self, path: tuple[str | int, ...], value: dict[str, Json]) -> Value:
        schema = self._schema(path)
        ends = ("min", "max") if "x-unite" in schema else ()
        text = french.interval(value.get("min"), value.get("max"), schema["x-unite"]) if ends else ""
        names = [name for name in schema.get("properties", {}) if name in value and name not in ends]
        facts = (
            Fact(name, self._label((*path, name)), self._value((*path, name), value[name])) for name in names
        )
        return Value("groupe", text, facts=tuple(facts))

    def _table(self, path: tuple[str | int, ...], rows: list[dict[str, Json]]) -> Value:
        known = self._schema((*path, 0)).get("properties", {})
        names = [name for name in known if any(name in row for row in rows)]
        cells = tuple(
            tuple(self._value((*path, rank, name), row[name]) if name in row else None for name in names)
            for rank, row in enumerate(rows)
        )
        labels = tuple(self._label((*path, 0, name)) for name in names)
        measured = measures(rows, {name: self._schema((*path, 0, name)) for name in names})
        return Value("tableau", keys=tuple(names), columns=labels, rows=cells, measures=measured)

    def _leaf(self, path: tuple[str | int, ...], value: Json) -> Value:
        part = self._schema(path)
        text = str(value)
        if "x-vocabulaire" in part:
            return self._term(path, part["x-vocabulaire"], text)
        if "x-renvoi" in part:
            found = self.kit.by_key.get((part["x-renvoi"], text))
            return Value("lien", found.title, self.url(found.address)) if found else Value("texte", text)
        if isinstance(value, int | float):
            return Value("texte", french.number(value), number=value)
        return _written(text, part)

    def _term(self, path: tuple[str | int, ...], vocabulary: str, identifier: str) -> Value:
        found = self.kit.definitions.vocabularies.get(vocabulary)
        term = found.by_id.get(identifier) if found else None
        if term is None:
            return Value("texte", identifier)
        facet = self.entry.canevas.by_name[str(path[0])]
        paged = facet.facet == "page" and facet.vocabulary == vocabulary
        href = self.url(selection_address((Choice(facet, term),))) if paged else term.url
        return Value("terme", term.label, href, bool(href) and not paged, term.definition)

    def _label(self, path: tuple[str | int, ...]) -> str:
        return str(self._schema(path).get("title", path[-1]))

    def _schema(self, path: tuple[str | int, ...]) -> dict[str, Json]:
        return self.entry.canevas.schema.at(path)


def _written(text: str, part: dict[str, Json]) -> Value:
    form = part.get("format")
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
