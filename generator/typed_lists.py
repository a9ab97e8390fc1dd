"""Prose -> the lists that were typed by hand, with « • » or « – », and what makes real ones of them."""

import re
from collections.abc import Iterator, Sequence

from generator.diagnostic import Edit
from generator.prose import Prose

_BULLETS = "•·‣▪◦●○■□►➢\uf0b7\uf0a7"
"""Signs that only serve as bullets; the last two are those that word processors paste."""
_LINE = re.compile(
    rf"^(?P<quote>[ \t]*+>[ \t>]*+)?+(?P<indent>[ \t]*+)"
    rf"(?P<sign>(?P<bullet>[{_BULLETS}])[^\S\n]*+(?![{_BULLETS}])|[–—][^\S\n]++|-(?=[^\W\d_]))(?=\S)",
    re.MULTILINE,
)
_FIRST = re.compile(rf"\n[ \t>]*+(?:[{_BULLETS}–—]|-[^\W\d_])")
"""What the first of these lines starts with: far faster to look for."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")
_OUTSIDE = re.compile(r"[A-ZÀ-ÞŒ]|[ \t]*+(?:=+|-+)[ \t]*+$")
"""A line that may open a new sentence, or that makes a title of the line above."""

_OPENS_SENTENCE = re.compile(r"[A-ZÀ-ÞŒ«“\"…]")
_SENTENCE = re.compile(r"[A-ZÀ-ÞŒ«“\"…].*[.…]")
_SPOKEN = re.compile(r"[?!…»”]$|[«“]|-(?:je|tu|ils?|elles?|on|nous|vous)\b")
_BEFORE = 200
"""Characters in which the end of the line before a list is looked for, blank lines aside."""

_MOST = 1000
"""Lines of a list that is mended: nobody types a longer one."""

_CODE = 4
"""Spaces from which a line is code rather than an item (CommonMark 0.31, « Indented code blocks »)."""
_STEP = 4
"""Spaces that put a list inside another for Python-Markdown, which renders content/, and for CommonMark."""

Group = Sequence[re.Match[str]]
"""The first signs of the lines of one list."""


def typed_lists(prose: Prose) -> Iterator[Group]:
    """Give each list typed by hand of a CommonMark text.

    « • » is always a bullet. A dash is one when two lines in a row start with it and nothing says that it is
    a dialogue, a quotation or an aside: dashes are also French punctuation.
    """
    group: list[re.Match[str]] = []
    for found in _LINE.finditer(prose.text) if _FIRST.search(f"\n{prose.text}") else ():
        if prose.visible[found.start("sign")] == " ":
            continue  # code, or the sign of a real list
        if group and not _goes_on(prose.text, group[-1], found):
            yield from _kept(prose.text, group)
            group = []
        group.append(found)
    yield from _kept(prose.text, group)


def mends(prose: Prose, group: Group) -> Iterator[Edit]:
    """Give what makes a list of a group; nothing when its last words may stand outside of it."""
    first, base = group[0], _indent(group[0])
    if not prose.is_placed or base >= _CODE or len(group) > _MOST or _may_end_outside(prose.text, group):
        return
    before = first.start() - 1
    if _line_before(prose.text, first).strip() and not first["quote"]:
        yield Edit(prose.span(before, before), "\n")
    for found in group:
        start = found.start("sign" if first["quote"] else "indent")
        indent = 0 if first["quote"] else base + _STEP * (_indent(found) >= base + 2)
        yield Edit(prose.span(start, found.end("sign")), f"{' ' * indent}- ")


def _indent(found: re.Match[str]) -> int:
    """Give the spaces before a sign, those of a quotation counted after the one that belongs to it."""
    if found["quote"]:
        return len(found["quote"].rpartition(">")[2].expandtabs(4)) - 1
    return len(found["indent"].expandtabs(4))


def _kept(text: str, group: Group) -> Iterator[Group]:
    if any(found["bullet"] for found in group) or (len(group) > 1 and not _is_punctuation(text, group)):
        yield tuple(group)


def _goes_on(text: str, last: re.Match[str], found: re.Match[str]) -> bool:
    """Tell whether a line follows another of the list: nothing but blank lines, or no blank line, between."""
    between = text[_line_end(text, last) : found.start()]
    return not between.strip() or not _BLANK_LINE.search(between)


def _is_punctuation(text: str, group: Group) -> bool:
    """Tell whether the dashes of a group are those of a dialogue, a quotation or an aside."""
    before = text[max(0, group[0].start() - _BEFORE) : group[0].start()]
    is_introduced = before.rstrip().endswith(":")
    is_aside = bool(_line_before(text, group[0]).strip()) and not is_introduced
    lines = [text[found.end() : _line_end(text, found)].strip() for found in group]
    return (
        is_aside or any(found["quote"] for found in group) or _is_spoken(lines, is_introduced=is_introduced)
    )


def _is_spoken(lines: Sequence[str], *, is_introduced: bool) -> bool:
    """Tell whether lines are replies: they start as sentences, and ask, exclaim, quote or turn a verb round
    (« dit-elle »); or nothing introduces them and each is a whole sentence.
    """
    if not any(map(_OPENS_SENTENCE.match, lines)):
        return False
    return any(map(_SPOKEN.search, lines)) or (not is_introduced and all(map(_SENTENCE.fullmatch, lines)))


def _may_end_outside(text: str, group: Group) -> bool:
    """Tell whether a line without a sign, in the paragraphs of a list, may be something else."""
    signs = {found.start() for found in group}
    start, end = group[0].start(), _BLANK_LINE.search(text, group[-1].end())
    for line in text[start : end.start() if end else None].split("\n"):
        if start not in signs and _OUTSIDE.match(line):
            return True
        start += len(line) + 1
    return False


def _line_before(text: str, found: re.Match[str]) -> str:
    end = max(0, found.start() - 1)
    return text[text.rfind("\n", 0, end) + 1 : end]


def _line_end(text: str, found: re.Match[str]) -> int:
    end = text.find("\n", found.end())
    return end if end >= 0 else len(text)
