"""Tabs where YAML wants spaces."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import columns_above

_START = re.compile(r"[ \t]*(?:-[ \t]+)*")
_WIDTHS = (2, 4)
"""Spaces for a tab: what the kit's files use, then what editors show most."""


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put spaces for the tabs at the start of the line and of those that follow it."""
    if "\t" not in _start(lines[at]):
        return
    place, run = lines[at].index("\t"), list(_run(lines, at))
    words = {"others": str(len(run) - 1)}
    for width in _WIDTHS:
        changes = {rank: _spaced(lines[rank], width) for rank in run}
        yield Repair("tab", at, place, place + 1, changes, words, (at, at))
    bare = lines[at].lstrip()
    for column in columns_above([*lines[:at], bare], at):
        yield Repair("tab", at, place, place + 1, {at: " " * column + bare}, {"others": "0"}, (at, at))


def _run(lines: list[str], at: int) -> Iterator[int]:
    """Give the ranks of the lines that start with a tab, from this one on."""
    for rank in range(at, len(lines)):
        if "\t" in _start(lines[rank]) and lines[rank].strip():
            yield rank
        elif lines[rank].strip():
            return


def _start(line: str) -> str:
    return _START.match(line)[0]  # type: ignore[index]


def _spaced(line: str, width: int) -> str:
    start = _start(line)
    return start.replace("\t", " " * width) + line[len(start) :]
