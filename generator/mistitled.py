"""Titles of sections that are not written as they should be: in bold, or too low."""

from collections.abc import Iterator

from generator.canevas import Canevas, Property
from generator.nearest import fold
from generator.outline import Heading, Outline
from generator.positions import Positions

_LONGEST = 200
"""Bytes of a line beyond which it is no title."""
_MARKS = "#*_ \t"
_EMPHASIS = (b"**", b"__", b"*", b"_", b"#")


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
    for opening, end in found.paragraphs:
        lines, start = content[opening:end].rstrip(b"\n").split(b"\n"), opening
        for line in lines:
            words = line.strip()
            if len(words) <= _LONGEST and (len(lines) == 1 or words.startswith(_EMPHASIS)):
                first = start + line.find(words)
                last = first + len(words)
                title = words.decode().strip(_MARKS)
                yield Heading(level, title, first, last, positions.byte_span(first, last), nested=False)
            start += len(line) + 1


def is_meant(canevas: Canevas, part: Property, title: str) -> bool:
    """Tell whether a line that bears a title of a missing section stands for it: it has its very name, or
    the section is one that entries must have. Another name may be an ordinary sub-title.
    """
    return part.required or part.name in canevas.conditional or fold(title) == fold(part.label)
