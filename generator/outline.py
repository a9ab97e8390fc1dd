"""CommonMark: where the headings, links, images and raw HTML of a text stand (pyromark)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyromark

from generator.diagnostic import Fault, Span
from generator.positions import Positions

MAX_DEPTH = 20
"""Deeper quotations and lists are refused: they only serve to slow the rendering."""

_READ = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
)
_INLINE = {"Emphasis", "Strong", "Strikethrough", "Link", "Image", "Heading", "Paragraph"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `start` and `end` are byte offsets; `nested` inside a quotation or a list."""

    level: int
    text: str
    start: int
    end: int
    span: Span
    nested: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image and where it points."""

    target: str
    span: Span
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Html:
    """A stretch of raw HTML."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a text that rules and sections need."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    html: tuple[Html, ...] = ()
    too_deep: tuple[Span, ...] = ()


def outline(text: str, positions: Positions) -> Outline:
    """Find headings, links, images and raw HTML of a CommonMark text.

    Args:
        text: the text.
        positions: of the same text in its file.
    """
    walk = _Walk(positions)
    for event, where in pyromark.events_with_range(text, options=_READ):
        walk.take(event, where["start"], where["end"])
    return Outline(tuple(walk.headings), tuple(walk.links), tuple(walk.html), tuple(walk.too_deep[:1]))


def too_deep_faults(spans: Iterable[Span]) -> Iterator[Fault]:
    """Give a fault for each place where a text is nested beyond `MAX_DEPTH`."""
    for span in spans:
        yield Fault("too_deep", span, {"limit": str(MAX_DEPTH)})


class _Walk:
    """Follows pyromark's events; keeps the heading that is open and how deep its blocks are."""

    def __init__(self, positions: Positions) -> None:
        self._span = positions.byte_span
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.html: list[Html] = []
        self.too_deep: list[Span] = []
        self._depth = 0
        self._words: list[str] = []
        self._block: list[str] = []

    def take(self, event: Any, start: int, end: int) -> None:
        name, content = _named(event)
        if name == "Start":
            self._start(content, start, end)
        elif name == "End":
            self._end(content, start, end)
        elif name in {"Text", "Code"}:
            self._words.append(content)
        elif name in {"SoftBreak", "HardBreak"}:
            self._words.append(" ")
        elif name == "Html":
            self._block.append(content)
        elif name == "InlineHtml":
            self.html.append(Html(content, self._span(start, end)))

    def _start(self, content: Any, start: int, end: int) -> None:
        name, details = _named(content)
        if name in {"Link", "Image"}:
            target = ("mailto:" if details["link_type"] == "Email" else "") + details["dest_url"]
            self.links.append(Link(target, self._span(start, end), name == "Image"))
        elif name == "Heading":
            self._words = []
        elif name == "HtmlBlock":
            self._block = []
        if name not in _INLINE:
            self._depth += 1
            if self._depth == MAX_DEPTH + 1:
                self.too_deep.append(self._span(start, min(end, start + 1)))

    def _end(self, content: Any, start: int, end: int) -> None:
        name, details = _named(content)
        if name not in _INLINE:
            self._depth -= 1
        if name == "Heading":
            text, span = "".join(self._words).strip(), self._span(start, end)
            self.headings.append(Heading(int(details[1:]), text, start, end, span, self._depth > 0))
        elif name == "HtmlBlock":
            self.html.append(Html("".join(self._block), self._span(start, end)))


def _named(event: Any) -> tuple[str, Any]:
    """Give the name of an event or of its content, and what it holds."""
    return next(iter(event.items())) if isinstance(event, dict) else (event, None)
