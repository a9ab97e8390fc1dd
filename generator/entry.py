"""Document + Canevas -> Entry: typed values, sections, faults."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.cache import digest
from generator.canevas import Canevas
from generator.diagnostic import Fault, Span
from generator.literals import Json
from generator.nearest import fold, nearest
from generator.nodes import Mapping, Scalar, scalars
from generator.outline import Heading, Html, Link
from generator.prose import Prose, Written, of_head, of_text
from generator.ranges import answered, chosen_parts
from generator.resemblance import Sample, sample
from generator.roles import Role
from generator.schema import node_at
from generator.sections import Section, Sections
from generator.source import Document

_KEPT = ("value", "faults", "sample", "face", "folded_title", "chosen")
"""What is kept of an entry as it is: among it, worked out by the process that reads the entry, what the whole
kit is sorted and compared by.
"""
_MISSING = {"missing_field", "missing_section"}


@dataclass(frozen=True)
class Entry:
    """One file of the kit, understood. `value` holds the typed fields and the sections' text; `headings`
    are those that no section opens.
    """

    canevas: Canevas
    document: Document
    value: dict[str, Json]
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    html: tuple[Html, ...] = ()
    headings: tuple[Heading, ...] = ()
    texts: tuple[Written, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def packed(self) -> tuple[Any, ...]:
        """All of it but its canevas, its document and what its text gives again, as plain values."""
        sections = [(name, title, text, tuple(span)) for name, title, text, span in self.sections]
        links = [(target, tuple(span), *said) for target, span, *said in self.links]
        return sections, links, *(getattr(self, name) for name in _KEPT)

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.canevas.kind

    @property
    def path(self) -> str:
        """Its file."""
        return self.document.path

    @cached_property
    def id(self) -> str:
        """Its permanent name; the file's stem while the field is missing."""
        found = self.value.get("id")
        return found if isinstance(found, str) else self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def is_well_named(self) -> bool:
        """Whether its file has the name of its id."""
        return self.path.rpartition("/")[2].rpartition(".")[0] == self.id

    @cached_property
    def key(self) -> tuple[str, str]:
        """What identifies it in the kit."""
        return self.kind, self.id

    @property
    def address(self) -> str:
        """Address of its page, `offres/alpi/`."""
        return f"{self.canevas.address}{self.id}/"

    @cached_property
    def title(self) -> str:
        """Its title."""
        return str(self.value.get(self.canevas.name_of(Role.TITLE), self.id))

    @cached_property
    def folded_title(self) -> str:
        """Its title as titles are compared."""
        return fold(self.title)

    @cached_property
    def by_title(self) -> tuple[str, int, tuple[str, str]]:
        """What sorts it among entries of any kind."""
        return self.folded_title, self.canevas.order, self.key

    @property
    def summary(self) -> str:
        """Its one-sentence presentation."""
        return str(self.value.get(self.canevas.name_of(Role.SUMMARY), ""))

    @cached_property
    def face(self) -> bytes:
        """What identifies all that other pages may show of it: all but the texts of its sections, unless the
        table of its kind shows them.
        """
        in_table = {name.partition(".")[0] for name in self.canevas.columns}
        sections = {section.name for section in self.sections} - in_table
        shown = {name: value for name, value in self.value.items() if name not in sections}
        return digest(repr((self.path, shown, [link.target for link in self.links])).encode())

    @property
    def text(self) -> str:
        """What its sections say."""
        return "\n".join(section.text for section in self.sections)

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every value of its head but its sections."""
        pairs = self.document.fields.pairs if self.document.fields else ()
        sections = {part.name for part in self.canevas.sections}
        if sections.isdisjoint([key.text for key, _ in pairs]):
            return self.document.scalars
        return tuple(one for key, node in pairs if key.text not in sections for one in scalars(node))

    @cached_property
    def sample(self) -> Sample:
        """What tells at once whether its text may be near another's."""
        return sample(self.text)

    @cached_property
    def proses(self) -> tuple[Prose, ...]:
        """The words of its head, then of its sections."""
        return (of_head(self.document, self.canevas.schema), *map(of_text, self.texts))

    def terms(self, name: str) -> tuple[str, ...]:
        """Give the values of a field as a tuple, whether it holds one, several or none."""
        found = self.value.get(name, [])
        return tuple(map(str, found if isinstance(found, list) else [found]))

    @cached_property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What it answers, by field: the terms of a vocabulary that it has, or the ranges that its value
        overlaps.
        """
        parts = [(one, listed) for one, listed in chosen_parts(self.canevas) if one.name in self.value]
        found = {
            one.name: self.terms(one.name) if one.vocabulary else answered(one, listed, self.value[one.name])
            for one, listed in parts
        }
        return {name: held for name, held in found.items() if held}

    def choices(self, name: str) -> tuple[str, ...]:
        """Give what it answers in a field, nothing if that field has neither vocabulary nor ranges."""
        return self.chosen.get(name, ())

    def span_of(self, *path: str | int) -> Span:
        """Give the span of a place of the head, or of the nearest one above it."""
        return node_at(self.document.head, path).span if self.document.head else self.document.start


class _Light(Entry):
    """An entry whose texts are interpreted again when they are asked for."""

    @cached_property
    def _whole(self) -> Entry:
        found = interpret(self.document, self.canevas)
        assert found is not None  # noqa: S101 — it was interpreted once
        return found

    html = property(lambda self: self._whole.html)
    headings = property(lambda self: self._whole.headings)
    texts = property(lambda self: self._whole.texts)


def unpacked(canevas: Canevas, document: Document, packed: tuple[Any, ...]) -> Entry:
    """Give an entry back from what `Entry.packed` gave."""
    entry, (sections, links, *kept) = object.__new__(_Light), packed
    vars(entry).update(zip(_KEPT, kept, strict=True), canevas=canevas, document=document)
    vars(entry)["sections"] = tuple(
        [Section(one, title, text, Span(*place)) for one, title, text, place in sections]
    )
    vars(entry)["links"] = tuple([Link(target, Span(*place), *said) for target, place, *said in links])
    return entry


def interpret(document: Document, canevas: Canevas) -> Entry | None:
    """Understand a document along the canevas of its folder.

    Returns:
        The entry, faults included; None when the document has neither a readable head nor a body. Of a body
        alone, what is missing from the head is not said.
    """
    if document.fields is None and not document.body.strip():
        return None
    fields = document.fields or Mapping((), document.start)
    value = canevas.schema.build(fields)
    sections = Sections(document, canevas, fields)
    text = {section.name: section.text for section in sections.kept}
    faults = canevas.schema.faults(fields, {**value, **text})
    in_texts = tuple(fault for part in sections.texts for fault in part.outline.faults)
    cut = any(fault.cause == "too_many_parts" for fault in in_texts)  # sections may stand in what is not read
    unsaid = {"missing_section" if cut else "", "missing_field" if document.fields is None else ""}
    said = (fault for fault in _each_once(list(faults)) if fault.cause not in unsaid)
    placed = tuple(_placed(fault, document, canevas, sections.kept) for fault in said)
    return Entry(
        canevas=canevas,
        document=document,
        value={**value, **text},
        sections=tuple(sections.kept),
        links=tuple(link for part in sections.texts for link in part.outline.links),
        html=tuple(html for part in sections.texts for html in part.outline.html),
        headings=tuple(sections.stray),
        texts=tuple(sections.texts),
        faults=(*placed, *sections.faults, *in_texts),
    )


def _each_once(faults: list[Fault]) -> list[Fault]:
    """Leave out the missing fields that a mistyped key stands for: its own fault says which it is."""
    unknown = (fault.values for fault in faults if fault.cause == "unknown_field")
    meant = {nearest(values["key"], values["known"].split()) for values in unknown}
    return [one for one in faults if not (one.cause == "missing_field" and one.values["key"] in meant)]


def _placed(fault: Fault, document: Document, canevas: Canevas, kept: list[Section]) -> Fault:
    """Point what the head does not hold at its place: a section of the body at its own heading, a missing
    section at the heading after which it should stand, what should come first at the file's first line.
    """
    name = fault.values.get("needed_by") or fault.values.get("key")
    written = next((section for section in kept if section.name == name), None)
    at_head = document.head is not None and fault.span == document.head.span
    if at_head and written:
        return replace(fault, span=written.span, values={**fault.values, "value": written.text})
    if fault.cause == "missing_section" and document.is_markdown:
        return _after_section(fault, document, canevas, kept)
    return replace(fault, span=document.start) if at_head and fault.cause in _MISSING else fault


def _after_section(fault: Fault, document: Document, canevas: Canevas, kept: list[Section]) -> Fault:
    names = [part.name for part in canevas.sections]
    rank = names.index(fault.values["key"])
    before = [section for section in kept if names.index(section.name) < rank]
    after = canevas.by_name[before[-1].name].label if before else ""
    span = before[-1].span if before else document.start
    return replace(fault, span=span, values={**fault.values, "after": after})
