"""CommonMark: where the headings, links, images, raw HTML and prose of a text stand (pyromark)."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import pyromark

from generator import french
from generator.diagnostic import Fault, Span
from generator.positions import Positions

MAX_DEPTH = 20
"""Deeper quotations and lists are refused: they only serve to slow the rendering."""

MOST_EVENTS = 100_000
"""Beyond so many openings, ends and pieces of text, a file only serves to slow the check: the longest entry
has a thousand.
"""

_READ = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
)
_LEAVES = {"Heading", "Paragraph"}
_PIECES = 100
"""Pieces of the text of a link that are kept: a longer one is not vague, and images may be nested."""
_INLINE = {"Emphasis", "Strong", "Strikethrough", "Link", "Image"}

Run = tuple[int, int]
"""Start and end of a stretch of text, in bytes."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `start` and `end` are byte offsets; `nested` inside a quotation or a list."""

    level: int
    text: str
    start: int
    end: int
    span: Span
    nested: bool


class Link(NamedTuple):
    """A link or an image, where it points and its text: what is read in the place of an image."""

    target: str
    span: Span
    is_image: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Html:
    """A stretch of raw HTML."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Indented:
    """A text that its indent turns into code; `span` is that of its first line."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a text that rules and sections need.

    `runs` are what a reader sees as words: no code, no markup, no target of a link. `firsts` are the ranks of
    the runs that open a heading, a paragraph, an item, a cell or a line broken on purpose. `paragraphs` are
    those of no list, quotation or note.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    html: tuple[Html, ...] = ()
    faults: tuple[Fault, ...] = ()
    runs: tuple[Run, ...] = ()
    firsts: tuple[int, ...] = ()
    paragraphs: tuple[Run, ...] = ()
    indented: tuple[Indented, ...] = ()


def outline(text: str, positions: Positions) -> Outline:
    """Find headings, links, images, raw HTML and prose of a CommonMark text.

    Args:
        text: the text.
        positions: of the same text in its file.
    """
    walk = _Walk(positions)
    too_many: list[Fault] = []
    for rank, (event, where) in enumerate(pyromark.events_with_range(text, options=_READ)):
        start, end = where["start"], where["end"]
        if rank == MOST_EVENTS:
            span = positions.byte_span(start, min(end, start + 1))
            too_many.append(Fault("too_many_parts", span, {"limit": french.number(MOST_EVENTS)}))
            break
        walk.take(event, start, end)
    return Outline(
        headings=tuple(walk.headings),
        links=tuple(walk.links),
        html=tuple(walk.html),
        faults=(*walk.too_deep[:1], *too_many),
        runs=tuple(walk.runs),
        firsts=tuple(walk.firsts),
        paragraphs=tuple(walk.paragraphs),
        indented=tuple(walk.indented),
    )


class _Walk:
    """Follows pyromark's events; keeps the heading and links that are open and how deep its blocks are."""

    def __init__(self, positions: Positions) -> None:
        self._span = positions.byte_span
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.html: list[Html] = []
        self.too_deep: list[Fault] = []
        self.runs: list[Run] = []
        self.firsts: list[int] = []
        self.paragraphs: list[Run] = []
        self.indented: list[Indented] = []
        self._depth = 0
        self._words: list[str] = []
        self._open_links: list[tuple[str, int]] = []
        self._block: list[str] = []
        self._in_code = False
        self._is_indented = False

    def take(self, event: Any, start: int, end: int) -> None:
        name, content = _named(event)
        if name == "Text":
            self._words.append(content)
            if not self._in_code:
                self.runs.append((start, end))
        elif name == "Start":
            self._start(content, start, end)
        elif name == "End":
            self._end(content, start, end)
        elif name == "Code":
            self._words.append(content)
        elif name in {"SoftBreak", "HardBreak"}:
            self._words.append(" ")
            if name == "HardBreak":
                self.firsts.append(len(self.runs))
        elif name == "Html":
            self._block.append(content)
        elif name == "InlineHtml":
            self.html.append(Html(content, self._span(start, end)))

    def _start(self, content: Any, start: int, end: int) -> None:
        name, details = _named(content)
        if name in {"Link", "Image"}:
            target = ("mailto:" if details["link_type"] == "Email" else "") + details["dest_url"]
            self._open_links.append((target, len(self._words)))
        if name in _INLINE:
            return
        self.firsts.append(len(self.runs))
        if name in _LEAVES:
            self._words = []
            if name == "Paragraph" and not self._depth:
                self.paragraphs.append((start, end))
            return
        self._in_code = name == "CodeBlock"
        if self._in_code:
            self._words, self._is_indented = [], details == "Indented"
        if name == "HtmlBlock":
            self._block = []
        self._depth += 1
        if self._depth == MAX_DEPTH + 1:
            span = self._span(start, min(end, start + 1))
            self.too_deep.append(Fault("too_deep", span, {"limit": str(MAX_DEPTH)}))

    def _end(self, content: Any, start: int, end: int) -> None:
        name, details = _named(content)
        if name in {"Link", "Image"}:
            target, first = self._open_links.pop()
            text = "".join(self._words[first : first + _PIECES]).strip()
            self.links.append(Link(target, self._span(start, end), name == "Image", text))
        if name in _INLINE:
            return
        if name == "Heading":
            text, span = "".join(self._words).strip(), self._span(start, end)
            self.headings.append(Heading(int(details[1:]), text, start, end, span, self._depth > 0))
        if name in _LEAVES:
            return
        self._depth -= 1
        self._in_code = False
        if name == "CodeBlock" and self._is_indented:
            self._note_indented("".join(self._words), start)
        if name == "HtmlBlock":
            self.html.append(Html("".join(self._block), self._span(start, end)))

    def _note_indented(self, text: str, start: int) -> None:
        first = text.split("\n", 1)[0]
        words = first.lstrip()
        start += len(first) - len(words)
        self.indented.append(Indented(text, self._span(start, start + len(words.rstrip().encode()))))


def _named(event: Any) -> tuple[str, Any]:
    """Give the name of an event or of its content, and what it holds."""
    if isinstance(event, str):
        return event, None
    (name,) = event
    return name, event[name]
