"""Document + Canevas -> its sections: headings of a body, or keys of a head."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from generator.canevas import Canevas
from generator.diagnostic import Edit, Fault, Span
from generator.mistitled import is_meant, low_titles, unmarked_titles
from generator.nearest import nearest
from generator.nodes import Mapping, Scalar
from generator.outline import Heading, Outline, outline
from generator.positions import Positions
from generator.properties import Property
from generator.prose import Written
from generator.source import Document

SECTION = 2
"""Level of the headings that open a section."""
_PLAIN = re.compile(
    r"#{1,6}[ \t]++(?P<marked>[^\n]*?)(?:[ \t]++#*+[ \t]*+)?+"
    r"|(?P<underlined>[^\n]*\S)[ \t]*+\n[ \t]*+(?:=++|-++)[ \t]*+"
)
"""A heading, marked or underlined, and its title as it is written (CommonMark 0.31, 4.2 and 4.3)."""


class Section(NamedTuple):
    """One section as it is written; `span` is that of its heading or key."""

    name: str
    title: str
    text: str
    span: Span


class Sections:
    """The sections found (`kept`), the texts that hold them (`texts`), the headings that open none
    (`stray`) and the faults met.
    """

    def __init__(self, document: Document, canevas: Canevas, fields: Mapping) -> None:
        self.document, self.canevas = document, canevas
        self.kept: list[Section] = []
        self.texts: list[Written] = []
        self.stray: list[Heading] = []
        self.faults: list[Fault] = []
        self._known = "\n".join(part.label for part in canevas.sections)
        self._written: set[str] = set()
        self._from_keys(fields)
        if document.is_markdown:
            self._from_body()

    def _from_keys(self, fields: Mapping) -> None:
        for part in self.canevas.sections:
            node = fields.get(part.name)
            if isinstance(node, Scalar) and node.text.strip():
                key = fields.key(part.name)
                self._keep(part, part.label, node.text, key.span if key else node.span)
                written = _written(node)
                self.texts.append(written)
                self.stray += [head for head in written.outline.headings if head.level <= SECTION]

    def _from_body(self) -> None:
        body, path = self.document.body, self.document.path
        first_line = self.document.text.count("\n", 0, self.document.body_start) + 1
        named = self.canevas.section_titled
        positions = Positions(path, body, first_line)
        found = outline(body, positions)
        self.texts.append(Written(body, positions, found))
        top = [head for head in found.headings if not head.nested]
        titles = [head for head in top if head.level == SECTION or (head.level == 1 and named(head.text))]
        self._written = {part.name for head in titles if (part := named(head.text))}
        titles = sorted([*titles, *self._mistitled(found, positions)], key=lambda head: head.start)
        self.stray += [
            head for head in found.headings if head.level < SECTION or (head.level == SECTION and head.nested)
        ]
        content = body.encode()
        self._refuse_preamble(content[: titles[0].start if titles else None].decode(), first_line)
        for head, following in zip_longest(titles, titles[1:]):
            text = content[head.end : following.start if following else None]
            self._take(head, text.decode().strip("\n"))
        self._refuse_disorder()

    def _mistitled(self, found: Outline, positions: Positions) -> Iterator[Heading]:
        """Give the titles of missing sections that are written too low, or as a text; note the latter."""
        missing = {part.name for part in self.canevas.sections}
        missing -= self._written.union(section.name for section in self.kept)
        if not missing:
            return
        low = list(low_titles(found, SECTION))
        text = unmarked_titles(self.document.body, found, positions, SECTION)
        for head in sorted([*low, *text], key=lambda head: head.start):
            part = self.canevas.section_titled(head.text)
            if part and part.name in missing and is_meant(self.canevas, part, head.text):
                missing.discard(part.name)
                if head.level > SECTION:
                    self.stray.append(head)  # a rule says the right level
                    yield head
                else:
                    self.faults.append(Fault("unmarked_title", head.span, {"title": part.label}))
                    yield replace(head, text=part.label)

    def _refuse_preamble(self, text: str, first_line: int) -> None:
        if text.strip():
            line = first_line + len(text) - len(text.lstrip("\n"))
            words = text.strip().split("\n", 1)[0]
            span = Span(self.document.path, line, 1, line, len(words) + 1)
            self.faults.append(Fault("text_outside_sections", span, {"text": words[:60]}))

    def _refuse_unknown(self, head: Heading, text: str) -> None:
        """Note an unknown title; the section that it resembles is not said to be missing as well."""
        if not head.text:
            return  # said of any empty title
        labels = {part.label: part for part in self.canevas.sections if part.name not in self._written}
        self.faults.append(Fault("unknown_section", head.span, {"title": head.text, "known": self._known}))
        if close := labels.get(nearest(head.text, labels)):
            self._written.add(close.name)
            self._keep(close, head.text, text or close.label, head.span)

    def _take(self, head: Heading, text: str) -> None:
        part = self.canevas.section_titled(head.text)
        if part is None:
            self._refuse_unknown(head, text)
        elif earlier := next((kept for kept in self.kept if kept.name == part.name), None):
            values = {"title": part.label, "line": str(earlier.span.line)}
            self.faults.append(Fault("duplicate_section", head.span, values))
        else:
            if not text.strip():
                self.faults.append(Fault("empty_section", head.span, {"title": part.label}))
                text = part.label  # so that its absence is not said again
            self._keep(part, head.text, text, head.span)

    def _keep(self, part: Property, title: str, text: str, span: Span) -> None:
        self.kept.append(Section(part.name, title, text, span))

    def _refuse_disorder(self) -> None:
        order = {part.name: rank for rank, part in enumerate(self.canevas.sections)}
        highest: Section | None = None
        for section in self.kept:
            if highest and order[section.name] < order[highest.name]:
                label = self.canevas.by_name[highest.name].label
                values = {"title": self.canevas.by_name[section.name].label, "before": label}
                self.faults.append(Fault("misordered_section", section.span, values))
            else:
                highest = section


def retitled(document: Document, span: Span, title: str, right: str) -> tuple[Edit, ...]:
    """Give what writes the heading of a body anew, nothing when its title holds more than plain words: a link
    or an emphasis would be lost.

    Args:
        document: the file.
        span: where the heading stands.
        title: its title, as it is read.
        right: the whole line to write.
    """
    start, end = Positions(document.path, document.text).offsets(span)
    found = _PLAIN.fullmatch(document.text[start:end])
    return (Edit(span, right),) if found and title in (found["marked"], found["underlined"]) else ()


def _written(node: Scalar) -> Written:
    """Read a section of a head; quoted or folded text keeps no line of its own."""
    first = node.span.line + 1 if node.block_indent else node.span.line
    positions = Positions(node.span.path, node.text, first, node.block_indent)
    found = outline(node.text, positions)
    if node.block_indent:
        return Written(node.text, positions, found)
    return Written(node.text, node.span, _all_at(found, node.span))


def _all_at(found: Outline, span: Span) -> Outline:
    """Give the same outline with every part at one place."""
    return replace(
        found,
        headings=tuple(replace(heading, span=span) for heading in found.headings),
        links=tuple(link._replace(span=span) for link in found.links),
        html=tuple(replace(html, span=span) for html in found.html),
        indented=tuple(replace(code, span=span) for code in found.indented),
        faults=tuple(replace(fault, span=span) for fault in found.faults),
    )
