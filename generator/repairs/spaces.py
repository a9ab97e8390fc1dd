"""Spaces that word processors type, and that YAML does not take for spaces."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair

ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Spaces that do not break, or have a width of their own; as a range of a regular expression."""

_START = re.compile(rf"[ \t{ODD}]*(?:-[ \t{ODD}]+)*")
_COLON = re.compile(rf"[ {ODD}]*:(?=[ \t{ODD}]|$)[ {ODD}]*")
_BESIDE = re.compile(rf"(?<=[\[{{,:\"'-])[{ODD}]+|[{ODD}]+(?=[\]}},\"'])")
_EACH = re.compile(f"[{ODD}]")


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put ordinary spaces at the start of the line and around its first « : », then beside any sign."""
    line = lines[at]
    start = _START.match(line)[0]  # type: ignore[index]
    repaired = _EACH.sub(" ", start) + line[len(start) :]
    if colon := _COLON.search(repaired, len(start)):
        ordinary = ": " if _EACH.search(colon[0]) else colon[0]
        repaired = f"{repaired[: colon.start()]}{ordinary}{repaired[colon.end() :]}".rstrip()
    for changed in (repaired, _BESIDE.sub(" ", line)):
        if changed != line.rstrip():
            place = _EACH.search(line)
            column = place.start() if place else 0
            yield Repair("odd_space", at, column, column + 1, {at: changed}, shown=(at, at))
