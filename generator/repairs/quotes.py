"""Quotes left open, closed too early, or around a backslash."""

from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import QUOTES, Parts, cut, deeper
from generator.yaml_quotes import CLOSERS, closing, without_stray, written


def propose(lines: list[str], at: int, problem: str = "") -> Iterator[Repair]:
    """Repair a value that starts with a straight quote."""
    parts = cut(lines[at])
    if not parts.value or parts.value[0] not in QUOTES:
        return
    end = closing(parts.value)
    if end == -1:
        yield from _unclosed(lines, at, parts)
    elif end < len(parts.value) - 1:
        yield _closed_early(at, parts, end)
    elif "quoted scalar" in problem and "\\" in parts.value:
        yield with_backslash(at, parts)


def _unclosed(lines: list[str], at: int, parts: Parts) -> Iterator[Repair]:
    value, place = parts.value, len(parts.before_value)
    quote, last = value[0], deeper(lines, at) - 1

    def closed(changes: dict[int, str]) -> Repair:
        return Repair("open_quote", at, place, place + 1, changes, {"sign": quote}, (at, max(changes)))

    if value[-1] in CLOSERS and len(value) > 1:
        yield closed({at: parts.with_value(written(value[1:-1]))})
    if last > at:
        yield closed({last: lines[last].rstrip() + quote})
    yield closed({at: parts.with_value(value + quote)})


def _closed_early(at: int, parts: Parts, end: int) -> Repair:
    """Quote again: what stands between the outer quotes, or all when the first pair only quotes a word."""
    value, quote = parts.value, parts.value[0]
    quotes_a_word = not value[end - 1].isspace() and not value[end + 1].isalnum()
    is_even = value.count(quote) % 2 == 0 and value[:-1].rstrip()[-1:] != quote
    if quotes_a_word and (value[-1] != quote or is_even):
        text = value
    else:
        text = without_stray(value[1:-1] if value[-1] in CLOSERS else value[1:])
    after = value[end + 1 :].lstrip()
    stop = len(parts.before_value) + len(value)
    changes = {at: parts.with_value(written(text))}
    return Repair("after_quote", at, stop - len(after), stop, changes, {"text": after}, (at, at))


def with_backslash(at: int, parts: Parts) -> Repair:
    """Put between single quotes a value whose backslashes are no codes."""
    place = len(parts.before_value) + parts.value.index("\\")
    changes = {at: parts.with_value(written(parts.value[1:-1]))}
    return Repair("backslash", at, place, place + 1, changes, {}, (at, at))
