"""Where the head of a Markdown file starts and ends, when its lines « --- » are not as they should be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_FENCE = re.compile(r"-{3,}[ \t]*")
_ALMOST = re.compile(r"[ \t]*(?:[–—―]|[-–—―_=*~.]{2,}|(?:[-–—_=*][ \t]+){2,}[-–—_=*])[ \t]*")
"""What may stand for « --- »: two hyphens, a dash that a word processor made of three, spaces between."""
_FIELD = re.compile(r"[a-z_]\w*[ \t]*:(?:[ \t]|$)")
_NAMING = re.compile(r"id[ \t]*:(?:[ \t]|$)")
_SECTION = re.compile(r"##+[ \t]")
_YAML = re.compile(r"[ \t#\-\[\]{}\"'?|>]|[^\s:]+[ \t\u00a0]*:")


@dataclass(frozen=True, slots=True)
class Head:
    """Ranks of lines: those of the head run from `start` to `end`, the body starts at `body`; `almost` is the
    line that is written for the closing « --- ». `is_sure` unless the head runs to the end of the file.
    `before` is the rank of the first line of a text that stands before it.
    """

    start: int
    end: int
    body: int
    almost: int | None = None
    is_sure: bool = True
    before: int | None = None


def guess(lines: Sequence[str]) -> Head | None:
    """Find the head of a text whose « --- » are missing or mistyped.

    Returns:
        Its place; None when nothing looks like a head.
    """
    first = next((rank for rank, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return None
    if not (is_almost_fence(lines[first]) or _FIELD.match(lines[first])):
        return _after_text(lines, first)
    found = _until_its_end(lines, first + is_almost_fence(lines[first]))
    has_field = any(map(_FIELD.match, lines[found.start : found.end]))
    return found if has_field else None


def _after_text(lines: Sequence[str], first: int) -> Head | None:
    """Find the head that a text precedes: between two lines « --- », with the field that names an entry."""
    fences = [rank for rank in range(first, len(lines)) if _FENCE.fullmatch(lines[rank])]
    for start, end in pairwise(fences):
        if any(map(_NAMING.match, lines[start + 1 : end])):
            return Head(start + 1, end, end + 1, before=first)
    return None


def guess_before(lines: Sequence[str], fence: int) -> Head | None:
    """Find the head of a text whose closing line is missing, and in whose body stands a line « --- », of rank
    `fence`: a section starts before it, and no field follows.
    """
    found = guess(lines)
    if found is None or found.body >= fence or not _SECTION.match(lines[found.body]):
        return None
    return None if any(map(_FIELD.match, lines[found.body : fence])) else found


def is_almost_fence(line: str) -> bool:
    """Tell whether a line is « --- », or is written for it."""
    return bool(_FENCE.fullmatch(line) or _ALMOST.fullmatch(line))


def _until_its_end(lines: Sequence[str], start: int) -> Head:
    for rank in range(start, len(lines)):
        follows_blank = rank > start and not lines[rank - 1].strip()
        is_text = follows_blank and bool(lines[rank]) and not _YAML.match(lines[rank])
        if _FENCE.fullmatch(lines[rank]):
            return Head(start, rank, rank + 1)
        if _ALMOST.fullmatch(lines[rank]):
            return Head(start, rank, rank + 1, almost=rank)
        if is_text or _SECTION.match(lines[rank]):
            return Head(start, rank, rank)
    return Head(start, len(lines), len(lines), is_sure=False)
