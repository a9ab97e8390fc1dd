"""Titles of sections that are not written as they should be: in bold, or too low."""

import re
from collections.abc import Iterator

from generator.canevas import Canevas
from generator.nearest import fold
from generator.outline import Heading, Outline
from generator.positions import Positions
from generator.properties import Property

_LONGEST = 200
"""Bytes of a line beyond which it is no title."""
_MARKS = "#*_ \t"
_LINE = re.compile(rb"[^\n]+")
_MARKED = re.compile(rb"^[ \t]*+[*_#][^\n]{0,199}$", re.MULTILINE)


def low_titles(found: Outline, level: int) -> Iterator[Heading]:
    """Give the headings of a body, quotations and lists aside, that are below a level."""
    return (head for head in found.headings if head.level > level and not head.nested)


def unmarked_titles(body: str, found: Outline, positions: Positions, level: int) -> Iterator[Heading]:
    """Give the lines of a body that may stand for a heading: in bold, with « # » against the word, or alone
    in their paragraph.

    Args:
        body: CommonMark.
        found: its outline.
        positions: of the body in its file.
        level: the one that the headings are said to have.
    """
    content = body.encode()
    for start, end in found.paragraphs:
        text = content[start:end].rstrip(b"\n")
        is_alone = len(text) <= _LONGEST and b"\n" not in text
        for line in (_LINE if is_alone else _MARKED).finditer(text):
            words = line[0].strip()
            first = start + line.start() + line[0].find(words)
            span = positions.byte_span(first, first + len(words))
            title = words.decode().strip(_MARKS)
            yield Heading(level, title, first, first + len(words), span, nested=False)


def is_meant(canevas: Canevas, part: Property, title: str) -> bool:
    """Tell whether a line that bears a title of a missing section stands for it: it has its very name, or
    the section is one that entries must have. Another name may be an ordinary sub-title.
    """
    return part.required or part.name in canevas.conditional or fold(title) == fold(part.label)
