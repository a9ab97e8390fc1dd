"""Diagnostics that know how to mend themselves -> the same file, with those places changed and no other."""

import os
import shutil
import tempfile
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.decoding import plain_text
from generator.diagnostic import Diagnostic, Edit, Span
from generator.excerpt import visible
from generator.positions import Positions
from generator.source import from_bytes

Place = tuple[tuple[int, int], tuple[int, int]]
"""Line and column of a start and of an end."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One fault that was mended, with the lines that it changed, as they were and as they are."""

    diagnostic: Diagnostic
    before: tuple[str, ...]
    after: tuple[str, ...]


def mend(root: Path, diagnostics: Iterable[Diagnostic]) -> list[Mend]:
    """Write the edits of diagnostics in their files.

    Args:
        root: folder of the kit.
        diagnostics: sorted; those without edits are left alone, and so is the text of a file whose syntax is
            at fault: its places are not sure.

    Returns:
        What was mended, in the order of the diagnostics. One that touches a place already changed is left to
        a next round.

    Raises:
        OSError: a file cannot be written; it is left as it was.
    """
    done: list[Mend] = []
    for path, group in groupby(diagnostics, key=lambda found: found.span.path):
        if able := _able(list(group)):
            done += _mend_file(root / path, able)
    return done


def _able(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Give the diagnostics of one file that can be mended now."""
    unsure = any(found.code.startswith("S") and not found.edits for found in diagnostics)
    able = [found for found in diagnostics if found.edits]
    return [found for found in able if found.edits[0].is_rewriting] if unsure else able


def _mend_file(file: Path, diagnostics: list[Diagnostic]) -> list[Mend]:
    try:
        text = plain_text(file.read_bytes())
    except UnicodeDecodeError:
        return []  # in another encoding: its own fault says so, and its places are not those of the bytes
    kept = _apart(diagnostics)
    new = apply(text, [edit for found in kept for edit in found.edits])
    if _spoils(file, text, new):
        return []
    _replace(file, new)
    lines = text.split("\n")
    return [_told(found, lines) for found in kept]


def _spoils(file: Path, text: str, new: str) -> bool:
    """Tell whether a text has a fault of writing that it had not: the last net under the rules."""
    before, after = (from_bytes(file.name, content.encode()).faults for content in (text, new))
    return not {fault.cause for fault in after} <= {fault.cause for fault in before}


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with its edits made; none overlaps another."""
    positions = Positions("", text)
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda one: one.span):
        start, end = positions.offsets(edit.span)
        pieces += [text[done:start], edit.text]
        done = end
    return "".join([*pieces, text[done:]])


def described(mends: Iterable[Mend]) -> str:
    """Say what was mended: the fault and its place, then the lines that changed, as a patch writes them."""
    return "\n".join(line for mended in mends for line in _lines(mended))


def _lines(mended: Mend) -> Iterator[str]:
    found = mended.diagnostic
    yield f"{visible(found.span.path)}:{found.span.line}  corrigé {found.code}  {visible(found.message)}"
    yield from (f"   - {visible(line)}" for line in mended.before)
    yield from (f"   + {visible(line)}" for line in mended.after)


def _apart(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep the diagnostics none of whose edits meets a place that an earlier one changes."""
    kept: list[Diagnostic] = []
    taken: list[Place] = []
    for found in diagnostics:
        places = [_place(edit.span) for edit in found.edits if not edit.is_rewriting]
        if not any(_meets(place, taken) for place in places):
            kept.append(found)
            for place in places:
                insort(taken, place)
    return kept


def _meets(place: Place, taken: Sequence[Place]) -> bool:
    """Tell whether a place shares something with one of others, sorted and apart from each other."""
    rank = bisect_left(taken, place)
    after = rank < len(taken) and (taken[rank][0] < place[1] or taken[rank][0] == place[0])
    before = rank > 0 and (place[0] < taken[rank - 1][1] or taken[rank - 1][0] == place[0])
    return after or before


def _place(span: Span) -> Place:
    return (span.line, span.column), (span.end_line, span.end_column)


def _told(found: Diagnostic, lines: Sequence[str]) -> Mend:
    """Give the lines that the edits of one fault change, those alike at both ends left out."""
    first = min(edit.span.line for edit in found.edits)
    before = lines[first - 1 : max(edit.span.end_line for edit in found.edits)]
    after = apply("\n".join(before), [_raised(edit, first - 1) for edit in found.edits]).split("\n")
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return Mend(found, tuple(before[start : len(before) - end]), tuple(after[start : len(after) - end]))


def _raised(edit: Edit, lines: int) -> Edit:
    """Give the same edit for a text that starts so many lines further."""
    span = edit.span
    return Edit(span._replace(line=span.line - lines, end_line=span.end_line - lines), edit.text)


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all, with the rights that it had."""
    number, name = tempfile.mkstemp(dir=file.parent, prefix=".odl-")
    new = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(text.encode())
        shutil.copymode(file, new)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
