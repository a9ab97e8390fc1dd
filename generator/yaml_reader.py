"""YAML text -> nodes and faults; what people write wrong is repaired in memory, so that the rest is read."""

from dataclasses import replace

from generator.diagnostic import Fault, Span
from generator.nodes import Node
from generator.yaml_builder import Trouble, build
from generator.yaml_draft import Draft, Repair, excerpt
from generator.yaml_lines import indent
from generator.yaml_recovery import Budget, holds, recover
from generator.yaml_traps import traps

MAX_REPAIRS = 20
"""Faults of writing told at once: a person mends a few, then looks again."""


def parse(path: str, text: str, first_line: int = 0) -> tuple[Node | None, list[Fault]]:
    """Parse the YAML of a file.

    Args:
        path: the file, for spans.
        text: the YAML.
        first_line: number of lines of the file that stand before `text`.

    Returns:
        The root node (None if empty or unreadable) and the syntax faults.
    """
    reading = _Reading(path, text, first_line)
    while len(reading.repairs) < MAX_REPAIRS and reading.goes_on():
        pass
    return reading.root, reading.faults


class _Reading:
    """One file, read as often as repairs let the reading go further."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.draft, self.repairs, self.budget = Draft.of(text), list[Repair](), Budget()
        self._attempt = build(path, self.draft, first_line)
        self._stopped = False

    @property
    def root(self) -> Node | None:
        """What was read; None when something stopped the reading."""
        return self._attempt.root

    @property
    def faults(self) -> list[Fault]:
        """What was noted."""
        found = [self._fault(repair) for repair in self.repairs]
        if self._attempt.trouble and not self._stopped:
            found.append(self._unread(self._attempt.trouble))
        return [*found, *self._attempt.faults]

    def goes_on(self) -> bool:
        """Find the next repair and read again; tell whether there may be more."""
        repair = self._next_repair()
        if repair is None:
            return False
        start, end = (self.draft.column(repair.at, column) for column in (repair.start, repair.end))
        self.repairs.append(replace(repair, start=start, end=max(start + 1, end)))
        self.draft = self.draft.repaired(repair)
        if repair.changes and not self.budget.take(len(self.draft.text)):
            self._stopped = True  # said, and too costly to go on
            return False
        if repair.changes:
            self._attempt = build(self.path, self.draft, self.first_line)
        return True

    def _next_repair(self) -> Repair | None:
        """Give the repair of what stopped the reading; else of what was misread and not told yet."""
        if self._attempt.trouble:
            return recover(self.draft, self._attempt.trouble, self.budget)
        if self.budget.left < len(self.draft.text):
            return None
        told = {(repair.cause, repair.at) for repair in self.repairs}
        for repair in traps(self._attempt.root, self.draft, self.first_line):
            if (repair.cause, repair.at) not in told and holds(self.draft, repair, self.budget):
                return repair
        return None

    def _fault(self, repair: Repair) -> Fault:
        first, last = repair.shown or (0, -1)
        read, written = (_joined(lines[first : last + 1]) for lines in (self.draft.lines, self.draft.written))
        read = repair.advice or (read if self.draft.aside.isdisjoint(range(first, last + 1)) else "")
        spaces = str(indent(repair.advice or self.draft.lines[first]))
        words = {**repair.words, "mended": excerpt(read.strip(), written), "spaces": spaces}
        return Fault(repair.cause, self._span(repair.at, repair.start, repair.end), words)

    def _unread(self, trouble: Trouble) -> Fault:
        column = self.draft.column(trouble.line, trouble.column)
        words = {"problem": trouble.problem, "is_last": "yes"}
        return Fault("yaml", self._span(trouble.line, column, column + 1), words)

    def _span(self, at: int, start: int, end: int) -> Span:
        """Give the span of a stretch of a line as it is written, kept inside it."""
        line, length = at + self.first_line + 1, len(self.draft.written[at])
        return Span(self.path, line, min(start, length) + 1, line, min(end, length) + 1)


def _joined(lines: tuple[str, ...]) -> str:
    return " ".join(text.strip() for text in lines if text.strip())
