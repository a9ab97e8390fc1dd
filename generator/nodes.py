"""YAML text -> nodes: text stays text, positions are kept.

libyaml's events are walked with a stack of our own: the composer recurses in C and dies of a deeply
nested file, and would resolve aliases, which have no use here and make a small file a huge one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostic import Fault, Span

MAX_DEPTH = 12
"""Deeper nesting is refused: the deepest canevas needs 8."""

_Loader = yaml.CBaseLoader


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it is written; `plain` without quotes, `block_indent` > 0 for a literal block `|`."""

    text: str
    span: Span
    plain: bool = True
    block_indent: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file; the first of two equal keys is kept."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, name: str) -> "Node | None":
        """Give the value of a key, or None."""
        return next((value for key, value in self.pairs if key.text == name), None)

    def key(self, name: str) -> Scalar | None:
        """Give the node of a key, or None."""
        return next((key for key, _ in self.pairs if key.text == name), None)


Node = Scalar | Sequence | Mapping


class _TooDeepError(Exception):
    """Stops the walk of a file nested beyond `MAX_DEPTH`."""


@dataclass
class _Open:
    """A collection whose end is not met yet."""

    start: yaml.Mark
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


def parse(path: str, text: str, first_line: int = 0) -> tuple[Node | None, list[Fault]]:
    """Parse the YAML of a file.

    Args:
        path: the file, for spans.
        text: the YAML.
        first_line: number of lines of the file that stand before `text`.

    Returns:
        The root node (None if empty or unreadable) and the syntax faults.
    """
    builder = _Builder(path, text, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _TooDeepError:
        pass
    except yaml.MarkedYAMLError as error:
        builder.refuse(error)
    except yaml.YAMLError as error:
        builder.note("yaml", Span(path, first_line + 1, 1, first_line + 1, 2), {"problem": str(error)})
    return (None if builder.broken else builder.root), builder.faults


class _Builder:
    """Builds nodes from events; one instance a file."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self.broken = False
        self._open: list[_Open] = []
        self._documents = 0
        self._signs: set[str] = set()

    def take(self, event: Any) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_indirection(event, event.tag)
            self._place(self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_indirection(event, event.tag)
            self._push(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_sign(f"*{event.anchor}", event)
            self._place(Scalar("", self._span(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.note("second_document", self._span(event))

    def note(self, cause: str, span: Span, values: dict[str, str] | None = None) -> None:
        """Note a fault."""
        self.faults.append(Fault(cause, span, values or {}))

    def refuse(self, error: yaml.MarkedYAMLError) -> None:
        """Note what libyaml could not read, at the place that it names."""
        self.broken = True
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if line >= len(self.lines) or (line == len(self.lines) - 1 and not self.lines[line]):
            mark = error.context_mark or mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
        here = self.lines[line] if line < len(self.lines) else ""
        cause = "tab" if "\t" in here[: column + 1] else "yaml"
        start = here.index("\t") if cause == "tab" else column
        span = Span(self.path, line + self.first_line + 1, start + 1, line + self.first_line + 1, start + 2)
        values = {"problem": error.problem or "", "context": error.context or "", "line": here}
        self.note(cause, span, values)

    def _refuse_indirection(self, event: Any, tag: str | None) -> None:
        if event.anchor:
            self._refuse_sign(f"&{event.anchor}", event)
        if tag:
            self._refuse_sign(tag, event)

    def _refuse_sign(self, sign: str, event: Any) -> None:
        """Note an anchor, an alias or a tag, once each however often it comes back."""
        if sign not in self._signs:
            self._signs.add(sign)
            self.note("alias", self._span(event), {"sign": sign})

    def _push(self, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            self.broken = True
            self.note("too_deep", self._span(event), {"limit": str(MAX_DEPTH)})
            raise _TooDeepError
        self._open.append(_Open(event.start_mark, isinstance(event, yaml.MappingStartEvent)))

    def _close(self, event: Any) -> None:
        done = self._open.pop()
        span = self._between(done.start, event.end_mark)
        if done.is_mapping:
            self._place(Mapping(tuple(self._pairs(done.children)), span))
        else:
            self._place(Sequence(tuple(done.children), span))

    def _pairs(self, children: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Span] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.note("yaml", key.span, {"problem": "complex key", "context": "", "line": ""})
            elif key.text in seen:
                values = {"key": key.text, "line": str(seen[key.text].line)}
                self.note("duplicate_key", key.span, values)
            else:
                seen[key.text] = key.span
                yield key, value

    def _scalar(self, event: Any) -> Scalar:
        span, plain = self._span(event), not event.style
        if event.style != "|":
            return Scalar(event.value, span, plain)
        first = event.start_mark.line + 1
        line = self.lines[first] if first < len(self.lines) else ""
        return Scalar(event.value, span, plain, block_indent=len(line) - len(line.lstrip(" ")))

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        elif self._documents <= 1:
            self.root = node

    def _span(self, event: Any) -> Span:
        return self._between(event.start_mark, event.end_mark)

    def _between(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        first = self.first_line + 1
        return Span(self.path, start.line + first, start.column + 1, end.line + first, end.column + 1)


def keys_and_values(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """Give every key of a tree with its value, outermost first."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for key, value in pairs:
        yield key, value
        yield from keys_and_values(value)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from keys_and_values(item)


def scalars(node: Node) -> Iterator[Scalar]:
    """Give every value of a head, keys left out."""
    if isinstance(node, Scalar):
        yield node
    else:
        parts = [value for _, value in node.pairs] if isinstance(node, Mapping) else node.items
        for part in parts:
            yield from scalars(part)
