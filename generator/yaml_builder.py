"""libyaml's events -> nodes, with the faults that stop no reading and the trouble that does.

Events are walked with a stack of our own: the composer recurses in C and dies of a deeply nested file, and
would resolve aliases, which have no use here and make a small file a huge one.
"""

from collections.abc import Iterator
from collections.abc import Sequence as Lines
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import yaml
from yaml.events import ScalarEvent

from generator import french
from generator.control_signs import CONTROL, holds_control
from generator.diagnostic import Fault, Span
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.yaml_draft import Draft

MAX_DEPTH = 12
"""Deeper nesting is refused: the deepest canevas needs 8."""
MOST_EVENTS = 50_000
"""Beyond so many values and groups, a file only serves to slow the check: the longest canevas has two
thousand.
"""

_Loader = yaml.CBaseLoader

_span = partial(tuple.__new__, Span)
_scalar = partial(tuple.__new__, Scalar)
"""What Span(…) and Scalar(…) do, without what Python adds: a file has a hundred of each."""


class _TooMuchError(Exception):
    """Stops the walk of a file nested beyond `MAX_DEPTH`, or longer than `MOST_EVENTS`."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why libyaml gave up: the likeliest place (line and column from 0), its words, every line it names."""

    line: int
    column: int
    problem: str
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading: the root (None if empty or unreadable), the faults noted, what stopped it if anything."""

    root: Node | None
    faults: tuple[Fault, ...]
    trouble: Trouble | None = None


class _Open(NamedTuple):
    """A collection whose end is not met yet, and the nodes of the one that holds it."""

    start: yaml.Mark
    is_mapping: bool
    around: list[Node]


def build(path: str, draft: Draft, first_line: int = 0) -> Attempt:
    """Read a draft into nodes.

    Args:
        path: the file, for spans.
        draft: the YAML; spans are those of its lines as written.
        first_line: number of lines of the file that stand before it.
    """
    builder = _Builder(path, draft, first_line)
    try:
        for rank, event in enumerate(iter(_Loader(draft.text).get_event, None)):
            if rank == MOST_EVENTS:
                builder.stop("too_many_parts", event, MOST_EVENTS)
            builder.take(event)
    except _TooMuchError:
        return Attempt(None, tuple(builder.faults))
    except yaml.YAMLError as error:
        return Attempt(None, tuple(builder.faults), _trouble(error, draft.lines))
    return Attempt(builder.root, tuple(builder.faults))


def probe(lines: Lines[str]) -> Trouble | None:
    """Tell where a text cannot be read, without building anything; None when it can, or is too deep."""
    depth = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return None
    except yaml.YAMLError as error:
        return _trouble(error, lines)
    return None


class _Builder:
    """Builds nodes from events; one instance a reading."""

    def __init__(self, path: str, draft: Draft, first_line: int) -> None:
        self.path, self.draft, self._first = path, draft, first_line + 1
        self._is_mended = draft.lines is not draft.written
        self._may_hold_control = "\\" in draft.text or holds_control(draft.text)
        self._lines = len(draft.lines)
        self.faults: list[Fault] = []
        self._roots: list[Node] = []
        self._nodes = self._roots  # those of the collection that is open
        self._open: list[_Open] = []
        self._documents = 0
        self._signs: set[str] = set()

    @property
    def root(self) -> Node | None:
        """The root of the first document."""
        return self._roots[0] if self._roots else None

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                self._refuse_indirection(event)
            self._nodes.append(self._scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_indirection(event)
            self._push(event, is_mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._refuse_sign(f"*{event.anchor}", event)
            self._nodes.append(Scalar("", self._span(event), refused=True))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._note("second_document", self._span(event))

    def stop(self, cause: str, event: Any, limit: int) -> None:
        """Refuse the rest of the file, from an event that goes beyond a limit."""
        self._note(cause, self._span(event), {"limit": french.number(limit)})
        raise _TooMuchError

    def _note(self, cause: str, span: Span, values: dict[str, str] | None = None) -> None:
        self.faults.append(Fault(cause, span, values or {}))

    def _refuse_indirection(self, event: Any) -> None:
        if event.anchor:
            self._refuse_sign(f"&{event.anchor}", event)
        if event.tag:
            self._refuse_sign(event.tag, event)

    def _refuse_sign(self, sign: str, event: Any) -> None:
        """Note an anchor, an alias or a tag, once each however often it comes back."""
        if sign not in self._signs:
            self._signs.add(sign)
            self._note("alias", self._span(event), {"sign": sign})

    def _push(self, event: Any, *, is_mapping: bool) -> None:
        if len(self._open) >= MAX_DEPTH:
            self.stop("too_deep", event, MAX_DEPTH)
        self._open.append(_Open(event.start_mark, is_mapping, self._nodes))
        self._nodes = []

    def _close(self, event: Any) -> None:
        done, nodes = self._open.pop(), self._nodes
        span = self._between(done.start, event.end_mark)
        self._nodes = done.around
        self._nodes.append(
            Mapping(self._pairs(nodes), span) if done.is_mapping else Sequence(tuple(nodes), span)
        )

    def _pairs(self, nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        keys = nodes[::2]
        names = {key.text for key in keys if isinstance(key, Scalar)}
        if len(names) < len(keys):
            return tuple(self._first_of_each(nodes))
        return tuple(zip(keys, nodes[1::2], strict=True))  # type: ignore[arg-type]  # each key is a scalar

    def _first_of_each(self, nodes: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Span] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._note("yaml", key.span, {"problem": "complex key", "is_last": ""})
            elif key.text in seen:
                values = {"key": key.text, "line": str(seen[key.text].line)}
                self._note("duplicate_key", key.span, values)
            else:
                seen[key.text] = key.span
                yield key, value

    def _scalar(self, event: Any) -> Scalar:
        text, style, span = event.value, event.style, self._between(event.start_mark, event.end_mark)
        if self._may_hold_control and (found := CONTROL.search(text)):
            self._note("control_character", span, {"code": f"{ord(found[0]):04X}"})
        if style != "|":
            refused = not text and event.start_mark.line in self.draft.aside
            return _scalar((text, span, not style, 0, refused))
        inside = self.draft.lines[event.start_mark.line + 1 : event.end_mark.line]
        line = next((line for line in inside if line.strip()), "")
        return Scalar(text, span, plain=False, block_indent=len(line) - len(line.lstrip(" ")))

    def _span(self, event: Any) -> Span:
        return self._between(event.start_mark, event.end_mark)

    def _between(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        line, column, end_line, end_column = start.line, start.column, end.line, end.column
        if end_line >= self._lines:
            (line, column), (end_line, end_column) = self._inside(start), self._inside(end)
        if self._is_mended:
            column, end_column = self.draft.column(line, column), self.draft.column(end_line, end_column)
        return _span((self.path, line + self._first, column + 1, end_line + self._first, end_column + 1))

    def _inside(self, mark: yaml.Mark) -> tuple[int, int]:
        """Give the line and column of a mark: libyaml may put an empty value after the last line."""
        lines = self.draft.lines
        return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _trouble(error: yaml.YAMLError, lines: Lines[str]) -> Trouble:
    """Give the place of an error: what is left open on an earlier line is at fault there, not where the
    parser gave up; and libyaml may give up after the last line.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Trouble(0, 0, str(error))
    marks = [error.problem_mark, error.context_mark]
    left_open = "flow" in (error.context or "") or "expected ':'" in (error.problem or "")
    if left_open and all(marks) and error.context_mark.line < error.problem_mark.line:  # type: ignore[union-attr]
        marks.reverse()
    last = _last_place(lines)
    places = [(mark.line, mark.column) for mark in marks if mark]
    places = [place for place in places if place <= last] or [last]
    words = f"{error.problem or ''} {error.context or ''}"
    return Trouble(*places[0], words, tuple(dict.fromkeys(line for line, _ in places)))


def _last_place(lines: Lines[str]) -> tuple[int, int]:
    """Line and column of the last character."""
    line = max((rank for rank, text in enumerate(lines) if text.strip()), default=0)
    return line, max(0, len(lines[line].rstrip()) - 1)
