"""The « : » after the name of a field: without a space, or forgotten."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import NAME, above, cut, deeper, is_blank, names

_STUCK = re.compile(rf"([ \t]*(?:-[ \t]+)*)({NAME.pattern})[ \t]*(?::+(?!//)(?=[^\s:])|::+[ \t]+(?=\S))")
_FORGOTTEN = re.compile(
    r"([ \t]*(?:-[ \t]+)*)([a-z$]\w+(?:-\w+)*)[ \t\u00a0]*([^\w\s:]?)(?:[ \t\u00a0]+(?=\S)|$)"
)
_ENDED = re.compile("[.!?\"'»\\]}]$")
_LONG = 40
"""A text of this length may well go on on the next line."""


def without_space(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put a space after the « : » of a name."""
    if found := _STUCK.match(lines[at]):
        changes = {at: f"{found[1]}{found[2]}: {lines[at][found.end() :]}"}
        words = {"key": found[2]}
        place = lines[at].index(":", len(found[1]))
        yield Repair("colon_space", at, place, place + 1, changes, words, (at, at))


def forgotten(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put « : » after the first word of a line, which may be a name."""
    found = _FORGOTTEN.match(lines[at])
    if found and not is_blank(lines[at]):
        changes = {at: f"{found[1]}{found[2]}: {lines[at][found.end() :]}".rstrip()}
        start, end = len(found[1]), len(found[1]) + len(found[2])
        yield Repair("missing_colon", at, start, end, changes, {"key": found[2]}, (at, at))


def likely_forgotten(lines: list[str], at: int, problem: str = "") -> Iterator[Repair]:
    """Put « : » after the first word of a line, unless the line may well go on with the text above."""
    found = _FORGOTTEN.match(lines[at])
    if not found:
        return
    value, before = lines[at][found.end() :], above(lines, at)
    is_sure = found[3] or value[:1] in {"[", "{", '"'} or value[:1].isupper() or found[2] in names(lines)
    is_text = bool(before.value) and not (before.key or before.has_dash)
    goes_on = (
        is_text or before.value[-1:] == "," or (len(before.value) > _LONG and not _ENDED.search(before.value))
    )
    is_sentence = value.rstrip()[-1:] in {".", ","}
    is_alone = not value.strip() and deeper(lines, at) == at + 1
    if is_sure or not (goes_on or is_sentence or is_alone):
        yield from forgotten(lines, at, problem)


def is_field(line: str) -> bool:
    """Tell whether a line starts with a name and « : », with a space or without."""
    return bool(cut(line).name or _STUCK.match(line))
