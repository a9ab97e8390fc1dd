"""Dashes of a list: stuck to their item, forgotten, another sign, or on the line of the field."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import above, cut, deeper, indent, is_blank

ITEM = re.compile(r"([ \t]*)(-(?:[\u00a0\u202f]+|(?![-\s]))|--[ \t]*(?!-)|[–—•·▪‣*][ \t\u00a0]*)(?=\S)")
"""The start of an item that YAML does not take for one."""

_DASH = re.compile(r"(?:^|[ \t])[ \t]*-[ \t]+")
_PLAIN = re.compile(r"\w[^\[\]{},:#\"]*")


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put « - » and a space before the item, and before those that follow it."""
    found = ITEM.match(lines[at])
    if not found:
        return
    end = at
    while end < len(lines) and (other := ITEM.match(lines[end])) and other[1] == found[1]:
        end += 1
    changes = {rank: ITEM.sub(r"\1- ", lines[rank], count=1) for rank in range(at, end)}
    sign, start = found[2].strip("\u00a0\u202f \t"), len(found[1])
    words = {
        "sign": sign,
        "item": lines[at][found.end() :].strip(),
        "how": "stuck" if sign == "-" else "sign",
    }
    yield Repair("list_dash", at, start, start + len(sign), changes, words, (at, at))


def forgotten(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put a dash before a field where another item must start: the item above has this field already, or it
    is the first of a list whose other items have dashes.
    """
    parts = cut(lines[at])
    if parts.has_dash or not parts.name:
        return
    start = _start_above(lines, at, parts.key)
    if start is None and not above(lines, at).value:
        start = _start_below(lines, at)
    if start is not None:
        column, words = indent(lines[at]), {"sign": "", "item": parts.key, "how": "forgotten"}
        changes = {at: start + lines[at].lstrip()}
        yield Repair("list_dash", at, column, column + len(parts.key), changes, words, (at, at))


def _start_above(lines: list[str], at: int, key: str) -> str | None:
    """Give the start of the item above, dash included, if it has the same field."""
    seen = set()
    for rank in range(at - 1, -1, -1):
        parts = cut(lines[rank])
        if is_blank(lines[rank]) or indent(lines[rank]) > indent(lines[at]) + 2:
            continue
        seen.add(parts.key)
        if parts.has_dash or indent(lines[rank]) == 0:
            return parts.start if parts.has_dash and key in seen else None
    return None


def _start_below(lines: list[str], at: int) -> str | None:
    """Give the start of the first item below that stands further to the left."""
    for line in lines[at + 1 :]:
        if not is_blank(line) and indent(line) < indent(lines[at]):
            return cut(line).start if cut(line).has_dash else None
    return None


def inline(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put between brackets a list that starts on the line of its field."""
    parts, end = cut(lines[at]), deeper(lines, at)
    texts = [parts.value, *(line for line in lines[at + 1 : end] if not is_blank(line))]
    items = [item.strip() for text in texts for item in _DASH.split(text)[1:]]
    if not parts.key or not all(map(_DASH.match, texts)) or not all(map(_PLAIN.fullmatch, items)):
        return
    changes = dict.fromkeys(range(at + 1, end), "")
    changes[at] = parts.with_value(f"[{', '.join(items)}]")
    place = len(parts.before_value)
    words = {"sign": "-", "item": items[0], "how": "inline"}
    yield Repair("list_dash", at, place, place + 1, changes, words, (at, at))
