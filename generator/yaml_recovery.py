"""Trouble -> the repair that lets the reading go further, if there is one.

What is proposed is tried on the stretch of text around the trouble, never on the whole file: the cost does
not depend on the size of the file, and `Budget` bounds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.repairs import REPAIRS
from generator.yaml_builder import Trouble, probe
from generator.yaml_draft import Draft, Repair
from generator.yaml_lines import QUOTES, above, cut, is_blank
from generator.yaml_quotes import closing

_ABOVE = 40
"""Lines above a trouble that are searched for a quote left open."""
_FIELDS_BELOW = 3
"""Fields after a trouble that a repair must leave readable."""
_MOST_LINES = 400
_MOST_CHARACTERS = 20_000
"""Size of the stretch that is tried: nothing is repaired in a larger field."""


@dataclass
class Budget:
    """Characters that may still be read to repair a file: what bounds the cost of a hostile one."""

    left: int = 400_000

    def take(self, size: int) -> bool:
        """Count so many characters; tell whether they could be afforded."""
        self.left -= size
        return self.left >= 0


def recover(draft: Draft, trouble: Trouble, budget: Budget) -> Repair | None:
    """Find the repair of a trouble: the first after which the stretch around it is readable, else the one
    after which the reading goes furthest.
    """
    start = max(0, trouble.line - _MOST_LINES)
    near = draft.lines[start : trouble.line + _MOST_LINES]
    named = tuple(rank - start for rank in trouble.named if start <= rank < start + len(near))
    suspects = _suspects(near, replace(trouble, line=trouble.line - start, named=named))
    first, end = _stretch(near, min(suspects), trouble.line - start)
    lines = list(near[first:end])
    if sum(map(len, lines)) > _MOST_CHARACTERS:
        return None
    here = replace(trouble, line=trouble.line - start - first)
    found = _best(lines, [rank - first for rank in suspects if rank < end], here, budget)
    return found.shifted(start + first) if found else None


def holds(draft: Draft, repair: Repair, budget: Budget) -> bool:
    """Tell whether a text that is readable stays so with a repair."""
    tried = draft.repaired(repair)
    return budget.take(len(tried.text)) and probe(tried.lines) is None


def _best(lines: list[str], suspects: list[int], trouble: Trouble, budget: Budget) -> Repair | None:
    best, furthest = None, (0, 0)
    for repair in _proposals(lines, suspects, trouble.problem):
        gives_up = repair.cause == "yaml"
        if best and gives_up and (furthest[0] == trouble.line or min(repair.changes) < trouble.line):
            continue  # what is understood in part is better than more given up
        tried = [repair.changes.get(rank, line) for rank, line in enumerate(lines)]
        if not budget.take(sum(map(len, tried)) + len(tried)):
            break
        after = probe(tried)
        if after is None:
            return repair
        reached = (after.line, after.column)
        if reached > furthest and _is_further(reached, repair, trouble):
            best, furthest = repair, reached
    return best


def _is_further(reached: tuple[int, int], repair: Repair, trouble: Trouble) -> bool:
    """Tell whether a repair is worth keeping though the stretch has another trouble."""
    if repair.cause == "open_quote":
        return reached[0] > max(repair.changes)  # the trouble that it made stood further down
    if reached[0] > max(trouble.line, *repair.changes):
        return True
    return reached[0] == trouble.line == repair.at and reached[1] > max(trouble.column, repair.end)


def _proposals(lines: list[str], suspects: list[int], problem: str) -> Iterator[Repair]:
    for propose in REPAIRS:
        for at in suspects:
            for repair in propose(lines, at, problem):
                if any(lines[rank] != line for rank, line in repair.changes.items()):
                    yield repair


def _suspects(lines: tuple[str, ...], trouble: Trouble) -> list[int]:
    """Give the lines that may be at fault, the likeliest first."""
    ranks = range(trouble.line - 1, max(-1, trouble.line - _ABOVE), -1)
    before = next((rank for rank in ranks if not is_blank(lines[rank])), trouble.line)
    unclosed = [rank for rank in ranks if _leaves_a_quote_open(lines[rank])][:2]
    first_of_group = [rank for rank in ranks if _is_first_of_group(lines, rank)][:1]
    return list(dict.fromkeys([*unclosed, trouble.line, *trouble.named, before, *first_of_group]))


def _is_first_of_group(lines: tuple[str, ...], rank: int) -> bool:
    """Tell whether a line is the first under a field that has no value of its own."""
    if is_blank(lines[rank]) or len(lines[rank]) > _MOST_CHARACTERS:
        return False
    holder = above(lines, rank)
    return bool(holder.name) and not holder.value


def _leaves_a_quote_open(line: str) -> bool:
    if len(line) > _MOST_CHARACTERS:
        return False
    parts = cut(line)
    texts = (parts.value, line[len(parts.start) :])
    return any(text and text[0] in QUOTES and closing(text) == -1 for text in texts)


def _stretch(lines: tuple[str, ...], first: int, at: int) -> tuple[int, int]:
    """Give the stretch to read again: from the field at the margin that holds the first line at fault, to a
    few fields after the trouble.
    """
    while first > 0 and not _is_field(lines[first]):
        first -= 1
    below = [rank for rank in range(at + 1, len(lines)) if _is_field(lines[rank])]
    return first, below[_FIELDS_BELOW] if len(below) > _FIELDS_BELOW else len(lines)


def _is_field(line: str) -> bool:
    if len(line) > _MOST_CHARACTERS:
        return False
    return line[:1] not in {"", " ", "\t", "#", "-", "]", "}"} and bool(cut(line).key)
