"""A line of YAML in its parts, and what stands around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

NAME = re.compile(r"[^\W\d][\w.$-]*")
"""What a person would give as the name of a field."""

QUOTES = "\"'"

_START = re.compile(r"([ \t]*)((?:-[ \t]+)*)")
_QUOTED_KEY = re.compile(r"\"[^\"]*\"|'[^']*'")
_COLON = re.compile(r":(?=[ \t]|$)")
_COMMENT = re.compile(r"[ \t]+#(?=[ \t]|$)")
_NAME_AND_COLON = re.compile(r"(?<![\w:/])([a-z]\w*):(?=[ \t]|$)")


class Parts(NamedTuple):
    """A line, cut. `start` is its indentation and dashes, `colon` runs from the end of the key to the value;
    a line without « : » has no key and all in `value`.
    """

    start: str
    key: str
    colon: str
    value: str
    comment: str

    @property
    def name(self) -> str:
        """Its key, if a person may well have meant it as the name of a field."""
        return self.key if NAME.fullmatch(self.key) or self.key[:1] in QUOTES else ""

    @property
    def has_dash(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.start.strip())

    @property
    def before_value(self) -> str:
        """All that stands on the left of the value."""
        return f"{self.start}{self.key}{self.colon}"

    def with_value(self, value: str) -> str:
        """Give the line with another value."""
        colon = self.colon if self.colon[-1:] in {"", " "} else f"{self.colon} "
        return f"{self.start}{self.key}{colon}{value}{self.comment}"


def cut(line: str) -> Parts:
    """Cut a line in its parts; joined, they are the line without the spaces at its end."""
    line = line.rstrip()
    start = _START.match(line)[0]  # type: ignore[index]
    rest = line[len(start) :]
    quoted = _QUOTED_KEY.match(rest)
    found = _COLON.search(rest, quoted.end() if quoted else 0) if rest[:1] not in {"[", "{", "#"} else None
    key = rest[: found.start()].rstrip() if found else ""
    if quoted and key != quoted[0]:
        key = ""
    after = rest[len(key) :]
    colon = after[: len(after) - len(after.lstrip(": \t"))] if key else ""
    value, comment = _without_comment(after[len(colon) :])
    return Parts(start, key, colon, value, comment)


def _without_comment(text: str) -> tuple[str, str]:
    """Part a value from the comment at its end; a « # » between quotes starts none."""
    last = max(text.rfind(text[0]), 0) if text[:1] and text[0] in QUOTES else 0
    found = _COMMENT.search(text, last)
    place = 0 if text.startswith("#") else found.start() if found else len(text)
    return text[:place], text[place:]


def indent(line: str) -> int:
    """Give the number of spaces at the start of a line."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Tell whether a line is empty or a comment."""
    return line.strip()[:1] in {"", "#"}


def above(lines: Sequence[str], at: int) -> Parts:
    """Give the parts of the nearest line above that holds something; empty ones when there is none."""
    return cut(next((lines[rank] for rank in range(at - 1, -1, -1) if not is_blank(lines[rank])), ""))


def deeper(lines: Sequence[str], at: int) -> int:
    """Give the rank after the last line that a line holds: those that follow it, further to the right."""
    end = at + 1
    for rank in range(at + 1, len(lines)):
        if lines[rank].strip() and indent(lines[rank]) > indent(lines[at]):
            end = rank + 1
        elif not is_blank(lines[rank]):
            break
    return end


def columns_above(lines: Sequence[str], at: int) -> list[int]:
    """Give the columns where the lines above start, up to the first at the margin, the nearest first: those
    of the fields for a field; those of the dashes for a dash, and those where a first dash may stand.
    """
    found: dict[int, None] = {}
    dashed = cut(lines[at]).has_dash
    for rank in range(at - 1, -1, -1):
        if is_blank(lines[rank]):
            continue
        parts, column = cut(lines[rank]), indent(lines[rank])
        if dashed and parts.has_dash:
            found[column] = None
        if dashed and parts.name and not parts.value:
            found[len(parts.start) + 2] = None
        if parts.name:
            found[len(parts.start)] = None
        if column == 0:
            break
    return list(found)


def names(lines: Sequence[str]) -> frozenset[str]:
    """Give the words that stand as the names of fields somewhere in the lines."""
    return frozenset(name for line in lines for name in _NAME_AND_COLON.findall(line))
