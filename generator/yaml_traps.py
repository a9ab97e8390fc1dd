"""What libyaml reads without a word, and that nobody can have meant."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.repairs import brackets, colons, dashes, quotes, spaces, values
from generator.yaml_draft import Draft, Repair
from generator.yaml_lines import Parts, cut, indent
from generator.yaml_quotes import closing, written

_ODD_DASH = re.compile(rf"[ \t]*-[{spaces.ODD}]")
_ODD = re.compile(f"[{spaces.ODD}]")
_MAY_BE_ODD = re.compile(rf"[{spaces.ODD}\\]")
"""An odd space, or what may be one between quotes."""
_ODD_EDGE = re.compile(f"^[{spaces.ODD}]|[{spaces.ODD}]$")
_DASH = re.compile(r"[ \t]*-[ \t]")
_STUCK_KEY = re.compile(r"[a-z_]\w*:(?!//)")
_IN_GROUP = {"colon_space", "missing_colon", "comma_in_value"}
_STUCK_HASH = re.compile(r"[ \t]*#(?=\w)")
_OPENINGS = {'"': '"', "]": "[", "}": "{"}
_WINDOWS_PATH = re.compile(r"\"(?:[^\"]*[^\w\"])?[A-Za-z]:\\(?!\\)")
_LONGEST = 2_000
"""A longer line is not looked at: it may hold very many values."""


def traps(root: Node | None, draft: Draft, first_line: int) -> Iterator[Repair]:
    """Give the repairs of what was read otherwise than it was meant.

    Args:
        root: what was read.
        draft: the text that was read.
        first_line: number of lines of the file that stand before it.
    """
    search = _Search(draft, first_line + 1)
    yield from search.inside(root)


class _Search:
    """Looks at each node with the lines where it stands. Most nodes can be no trap, and are told at once."""

    def __init__(self, draft: Draft, first: int) -> None:
        self.lines, self.first = list(draft.lines), first
        self._may_be_odd = bool(_MAY_BE_ODD.search(draft.text))
        self._groups: set[int] = set()

    def inside(self, node: Node | None) -> Iterator[Repair]:
        """Look at a node and at all that it holds."""
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                if self._may_be_odd or ":" in key.text or _is_void(value):
                    yield from self._key(key, value)
                if not isinstance(value, Scalar):
                    yield from self.inside(value)
                elif self._may_mislead(value):
                    yield from self._value(value, None)
        elif isinstance(node, Sequence):
            for item in node.items:
                if not isinstance(item, Scalar):
                    yield from self.inside(item)
                elif self._may_mislead(item):
                    yield from self._value(item, node)

    def _may_mislead(self, value: Scalar) -> bool:
        """Tell whether a value holds something that `_value` looks for."""
        text, (_, first, _, last, _), is_plain, block_indent, is_refused = value
        if block_indent or is_refused:
            return False
        if last != first:
            lines = self.lines[first - self.first : last - self.first + 1]
            return not is_plain or any(not line.lstrip()[:1].isalnum() for line in lines)
        line = self.lines[first - self.first]
        if not is_plain:
            return "\\" in line
        if "#" in line or text[-1:] in _OPENINGS:
            return True
        return not line.lstrip()[:1].isalnum() and dashes.ITEM.match(line) is not None

    def _key(self, key: Scalar, value: Node) -> Iterator[Repair]:
        at = key.span.line - self.first
        if len(self.lines[at]) > _LONGEST:
            return
        if _ODD_EDGE.search(key.text):
            yield from spaces.propose(self.lines, at)
        is_void = _is_void(value)
        if key.plain and _STUCK_KEY.match(key.text) and not is_void:
            yield from self._stuck_key(at)
        elif is_void and _ODD.search(key.text):
            yield from spaces.propose(self.lines, at)
        elif is_void and key.plain and "{" in self.lines[at] and at not in self._groups:
            self._groups.add(at)
            found = brackets.propose(self.lines, at)
            yield from (repair for repair in found if repair.cause in _IN_GROUP)

    def _stuck_key(self, at: int) -> Iterator[Repair]:
        """A name whose « : » is stuck to a value, which holds another « : »."""
        for repair in colons.without_space(self.lines, at):
            quoted = next(values.propose([repair.changes[at]], 0), None)
            yield replace(repair, changes={at: quoted.changes[0]}) if quoted else repair

    def _value(self, value: Scalar, parent: Sequence | None) -> Iterator[Repair]:
        at, last = value.span.line - self.first, value.span.end_line - self.first
        if len(self.lines[at]) > _LONGEST:
            return
        parts = cut(self.lines[at])
        if not value.plain:
            yield from self._swallowing(at, last)
            if _WINDOWS_PATH.match(parts.value) and closing(parts.value) == len(parts.value) - 1:
                yield quotes.with_backslash(at, parts)
        elif value.text and not parts.key and not parts.has_dash:
            yield from self._items(value.text, at, last)
        elif last == at:
            yield from _closing(value.text, at, parts)
            yield from _cut_by_hash(value.text, at, parts)
        elif parent and parts.has_dash:
            yield from self._shifted_items(at, last)

    def _swallowing(self, at: int, last: int) -> Iterator[Repair]:
        """A quoted text that runs over the next fields: its quote was never closed."""
        column = indent(self.lines[at])
        following = self.lines[at + 1 : last + 1]
        if any(indent(line) <= column and cut(line).name for line in following):
            yield from quotes.propose(self.lines, at)

    def _items(self, text: str, at: int, last: int) -> Iterator[Repair]:
        """A text made of the items of a list, whose dashes are no dashes for YAML."""
        lines = [line for line in self.lines[at : last + 1] if line.strip()]
        are_items = all(dashes.ITEM.match(line) or _DASH.match(line) for line in lines)
        is_number = len(lines) == 1 and text[1:2].isdigit()
        if are_items and any(map(_ODD_DASH.match, lines)):
            yield from spaces.propose(self.lines, self.lines.index(next(filter(_ODD_DASH.match, lines)), at))
        elif are_items and not is_number and (len(lines) > 1 or text[0] == "-"):
            yield from dashes.propose(self.lines, at)

    def _shifted_items(self, at: int, last: int) -> Iterator[Repair]:
        """Items that start further to the right than the first: YAML takes them for the rest of its text."""
        margin = " " * indent(self.lines[at])
        for rank in range(at + 1, last + 1):
            line, column = self.lines[rank], indent(self.lines[rank])
            if _DASH.match(line):
                changes = {rank: margin + line.strip()}
                yield Repair(
                    "misaligned",
                    rank,
                    column,
                    column + 1,
                    changes,
                    {"how": "line", "others": "0"},
                    (rank, rank),
                )
            elif dashes.ITEM.match(line):
                yield from dashes.propose(self.lines, rank)


def _is_void(value: Node) -> bool:
    """Tell whether a key has no value."""
    return isinstance(value, Scalar) and not value.text and value.plain and not value.refused


def _closing(text: str, at: int, parts: Parts) -> Iterator[Repair]:
    """A value that closes what it does not open: it is opened, but for a brace, which goes."""
    opening = _OPENINGS.get(text[-1:], "")
    if parts.value != text or not opening or {opening, "("} & set(text[:-1]):
        return
    place, sign = len(parts.before_value) + len(text) - 1, text[-1]
    changes = {at: parts.with_value(text[:-1].rstrip() if sign == "}" else opening + text)}
    words = {"sign": sign, "opened": "", "text": text}
    yield Repair("open_quote" if sign == '"' else "bracket", at, place, place + 1, changes, words, (at, at))


def _cut_by_hash(text: str, at: int, parts: Parts) -> Iterator[Repair]:
    """A value that « # » ends, or hides, with nothing between that sign and a word."""
    whole = parts.value + parts.comment
    if not whole.startswith(text) or not _STUCK_HASH.match(whole, len(text)):
        return
    place = len(parts.before_value) + whole.index("#", len(text))
    changed = Parts(parts.start, parts.key, parts.colon, written(whole), "")
    line = changed.with_value(changed.value)
    if text:
        yield Repair("hash", at, place, place + 1, {}, {"text": text}, advice=line.strip())
    else:
        words = {"sign": "#", "where": "start"}
        yield Repair("reserved_sign", at, place, place + 1, {at: line}, words, (at, at))
