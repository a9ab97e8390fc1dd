"""What a reader sees of a text as words, each at its place: what rules of reading look through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostic import Span
from generator.nodes import Scalar
from generator.outline import Outline
from generator.positions import Positions
from generator.schema import Schema
from generator.source import Document

Place = Positions | Span
"""Where a text stands; one span when its inner places are not known (quoted or folded YAML)."""

ADDRESS = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>()\[\]«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+")
"""An address of the web or of a mailbox, as it stands in a text."""

_OPENING = re.compile(r"[|>][^\n]*\n|[\"']")


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the CommonMark kind as it is written: the body of a file, or a section kept in its head."""

    text: str
    place: Place
    outline: Outline


@dataclass(frozen=True)
class Prose:
    """A text and its stretches of prose (`runs`), gathered in `blocks`: paragraphs, items, cells, values.

    Offsets count the characters of `text`.
    """

    text: str
    place: Place
    runs: tuple[tuple[int, int], ...]
    blocks: tuple[tuple[int, int], ...]
    is_markdown: bool

    @cached_property
    def visible(self) -> str:
        """The text, of the same length, where all that is not prose is blank."""
        blank, parts, done = _blank(self.text), list[str](), 0
        for start, end in self.runs:
            parts += blank[done:start], self.text[start:end]
            done = end
        return "".join([*parts, blank[done:]])

    @cached_property
    def words(self) -> str:
        """The same, where addresses are blank as well."""
        if not self.holds_address:
            return self.visible
        return ADDRESS.sub(lambda found: " " * len(found[0]), self.visible)

    @cached_property
    def holds_address(self) -> bool:
        """Whether an address may stand among its words: far faster to tell than where."""
        return any(sign in self.visible for sign in ("@", "://", "www."))

    @property
    def is_placed(self) -> bool:
        """Whether the places inside the text are known, so that it can be mended."""
        return isinstance(self.place, Positions)

    def span(self, start: int, end: int) -> Span:
        """Give the span between two offsets, or that of the whole text when no better is known."""
        return self.place.span(start, end) if isinstance(self.place, Positions) else self.place


def of_text(written: Written) -> Prose:
    """Give the prose of a CommonMark text."""
    runs = tuple(_in_characters(written.text, written.outline.runs))
    ranks = sorted({rank for rank in written.outline.firsts if rank < len(runs)} | {0}) if runs else []
    ends = [*ranks[1:], len(runs)]
    blocks = tuple(
        (runs[first][0], runs[end - 1][1]) for first, end in zip(ranks, ends[: len(ranks)], strict=True)
    )
    return Prose(written.text, written.place, runs, blocks, is_markdown=True)


def of_head(document: Document, schema: Schema) -> Prose:
    """Give the prose of a head: its free texts, as the schema tells them; sections are apart."""
    text, positions = document.text[: document.body_start or None], document.positions
    found = schema.free_texts(document.head)
    runs = tuple(_inside(text, positions, node) for node in found if node.text.strip())
    return Prose(text, positions, runs, runs, is_markdown=False)


def _blank(text: str) -> str:
    return "\n".join([" " * len(line) for line in text.split("\n")])


def _in_characters(text: str, runs: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Turn byte offsets into character offsets."""
    content, bytes_done, done = text.encode(), 0, 0
    for start, end in runs:
        first = done + len(content[bytes_done:start].decode())
        done = first + len(content[start:end].decode())
        bytes_done = end
        yield first, done


def _inside(text: str, positions: Positions, node: Scalar) -> tuple[int, int]:
    """Give where the words of a value stand, quotes and signs of a block left out."""
    start, end = positions.offsets(node.span)
    if not node.plain and (opening := _OPENING.match(text, start, end)):
        quoted = opening[0] in {'"', "'"}
        start, end = opening.end(), max(opening.end(), end - quoted)
    return start, end
