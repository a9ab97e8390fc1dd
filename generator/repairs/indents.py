"""Lines that start too far to the right or to the left."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import above, columns_above, cut, deeper, indent, is_blank

_WIDE_DASH = re.compile(r"( *)- {2,}(?=\S)")


def alone(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Move a line to a column where a line above starts, the nearest first."""
    if wide := _WIDE_DASH.match(lines[at]):
        narrow = {at: f"{wide[1]}- {lines[at][wide.end() :]}"}
        words = {"how": "dash", "others": "0"}
        yield Repair("misaligned", at, indent(lines[at]), wide.end(), narrow, words, (at, at))
    yield from _moved_up_to(lines, at, at + 1)


def together(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Move a line with those that it holds; or with all that follow as far to the right."""
    for end in sorted({deeper(lines, at), _run_end(lines, at)} - {at + 1}):
        yield from _moved_up_to(lines, at, end)


def _moved_up_to(lines: list[str], at: int, end: int) -> Iterator[Repair]:
    column, parts, columns = indent(lines[at]), cut(lines[at]), columns_above(lines, at)
    if is_blank(lines[at]) or not (parts.name or parts.has_dash) or column in columns:
        return
    targets = [target for target in columns if target >= _least(lines, at)]
    stop = column + max(1, len(parts.key))
    for target in sorted(targets, key=lambda target: abs(target - column)):
        changes = {rank: _moved(lines[rank], target - column) for rank in range(at, end)}
        others = sum(1 for rank in changes if lines[rank].strip()) - 1
        words = {"how": "line", "others": str(others)}
        yield Repair("misaligned", at, column, stop, changes, words, (at, at))


def _least(lines: list[str], at: int) -> int:
    """Give the least column of a line: under a field that has no value yet, to its right."""
    before = above(lines, at)
    return len(before.start) + 1 if before.name and not before.value else 0


def _run_end(lines: list[str], at: int) -> int:
    for rank in range(at + 1, len(lines)):
        if lines[rank].strip() and indent(lines[rank]) < indent(lines[at]):
            return rank
    return len(lines)


def _moved(line: str, by: int) -> str:
    return " " * max(0, indent(line) + by) + line.lstrip(" ") if line.strip() else line
