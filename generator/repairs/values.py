"""Values that need quotes: they hold « : », or start with a sign that YAML keeps for itself."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import QUOTES, Parts, cut, deeper, indent, is_blank
from generator.yaml_quotes import RESERVED, meant, written

_COLON = re.compile(r":(?=[ \t]|$)")
_NEXT_FIELD = re.compile(r"([a-z_]\w*):$")
_DASH = re.compile(r"[-?](?=[ \t])")
_BLOCK = re.compile(r"([>|])(?![+-]?[0-9]?$)[+-]?[ \t]*(?=\S)")
_JUNK = 3
"""A text shorter than this after « > » is a slip of the finger."""


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put the value of a line between quotes."""
    parts = cut(lines[at])
    if parts.key and parts.has_dash and not parts.name:
        whole = parts.key + parts.colon + parts.value
        yield from _quoted(at, Parts(parts.start, "", "", whole, parts.comment))
    if parts.key or parts.has_dash:
        yield from _quoted(at, parts)


def _quoted(at: int, parts: Parts) -> Iterator[Repair]:
    value, place = parts.value, len(parts.before_value)
    if not value or value[0] in QUOTES or (value[0] in "[{" and value[-1] in "]}"):
        return
    changes = {at: parts.with_value(written(meant(value)))}
    if colon := _COLON.search(value):
        yield from _with_colon(at, parts, colon.start(), changes[at])
    elif value[0] in RESERVED or _DASH.match(value):
        words = {"sign": value[0], "where": "start"}
        yield Repair("reserved_sign", at, place, place + 1, changes, words, (at, at))


def _with_colon(at: int, parts: Parts, colon: int, line: str) -> Iterator[Repair]:
    """Quote a value that holds « : »; if a field may start there, the value is not known: it is given up."""
    field = _NEXT_FIELD.search(parts.value[: colon + 1])
    words = {"key": parts.key, "field": field[1] if field else ""}
    column = len(parts.before_value) + colon
    if not field:
        yield Repair("colon_in_value", at, column, column + 1, {at: line}, words, (at, at))
        return
    changes, aside = {at: parts.with_value('""')}, frozenset({at})
    yield Repair("colon_in_value", at, column, column + 1, changes, words, advice=line.strip(), aside=aside)


def after_block_sign(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put between quotes a text that starts on the line of its « > » or « | », with what follows."""
    parts = cut(lines[at])
    sign = _BLOCK.match(parts.value)
    if not sign or not parts.key:
        return
    last, text, place = deeper(lines, at) - 1, parts.value[sign.end() :], len(parts.before_value)
    if last > at and len(text) < _JUNK:
        changes = {at: parts.with_value(f"{sign[1]}-")}
    else:
        changes = _quoted_lines(lines, at, last, text)
    words = {"sign": sign[1], "where": "block"}
    yield Repair("reserved_sign", at, place, place + 1, changes, words, (at, max(changes)))


def folded(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Put between quotes a text that runs over several lines, one of which holds « : »."""
    colon, column = _COLON.search(lines[at]), indent(lines[at])
    if colon is None or cut(lines[at]).name:
        return
    first = next((rank for rank in range(at - 1, -1, -1) if indent(lines[rank]) < column), None)
    if first is None or is_blank(lines[first]):
        return
    parts, last = cut(lines[first]), deeper(lines, first) - 1
    if parts.key and parts.value and parts.value[0] not in QUOTES + RESERVED:
        changes = _quoted_lines(lines, first, last, parts.value)
        words = {"key": parts.key, "field": ""}
        yield Repair("colon_in_value", at, colon.start(), colon.end(), changes, words, (first, last))


def _quoted_lines(lines: list[str], first: int, last: int, value: str) -> dict[int, str]:
    """Put between quotes the value that starts on a line and the lines that go on with it."""
    texts = [value, *lines[first + 1 : last + 1]]
    quote = "'" if any(sign in text for text in texts for sign in '"\\') else '"'
    if quote == "'":
        texts = [text.replace("'", "''") for text in texts]
    texts[0] = quote + texts[0]
    texts[-1] = texts[-1].rstrip() + quote
    texts[0] = cut(lines[first]).with_value(texts[0])
    return {first + rank: text for rank, text in enumerate(texts)}
