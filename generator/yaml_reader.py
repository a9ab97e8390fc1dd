"""YAML text -> nodes: text stays text, positions are kept.

libyaml's events are walked with a stack of our own: the composer recurses in C and dies of a deeply
nested file, and would resolve aliases, which have no use here and make a small file a huge one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostic import Fault, Span
from generator.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 12
"""Deeper nesting is refused: the deepest canevas needs 8."""

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that no text needs, and that cut or hide it in other programs."""

_Loader = yaml.CBaseLoader


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
            self._place(Scalar("", self._span(event), refused=True))
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
        line, column = next(_places(error, self._last_place))
        here = self.lines[line]
        cause = "tab" if "\t" in here[: column + 1] else "yaml"
        start = here.index("\t") if cause == "tab" else column
        span = Span(self.path, line + self.first_line + 1, start + 1, line + self.first_line + 1, start + 2)
        values = {"problem": error.problem or "", "context": error.context or "", "line": here}
        self.note(cause, span, values)

    @property
    def _last_place(self) -> tuple[int, int]:
        """Line and column of the last character: libyaml may give up after the end."""
        line = max((rank for rank, text in enumerate(self.lines) if text.strip()), default=0)
        return line, max(0, len(self.lines[line].rstrip()) - 1)

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
        if found := CONTROL.search(event.value):
            self.note("control_character", span, {"code": f"{ord(found[0]):04X}"})
        if event.style != "|":
            return Scalar(event.value, span, plain)
        inside = self.lines[event.start_mark.line + 1 : event.end_mark.line]
        line = next((text for text in inside if text.strip()), "")
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


def _places(error: yaml.MarkedYAMLError, last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Give the places that libyaml names, the likeliest first, then the last of the file: what is left open
    on an earlier line is at fault there, not where the parser gave up.
    """
    marks = [error.problem_mark, error.context_mark]
    left_open = "flow" in (error.context or "") or "expected ':'" in (error.problem or "")
    if left_open and all(marks) and error.context_mark.line < error.problem_mark.line:  # type: ignore[union-attr]
        marks.reverse()
    yield from ((mark.line, mark.column) for mark in marks if mark and (mark.line, mark.column) <= last)
    yield last
