"""What `odl serve` tells browsers: which site is up, whether another is being built, what is wrong."""

import itertools
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from time import time

from generator.addresses import rule_address
from generator.diagnostic import Diagnostic, Severity
from generator.excerpt import excerpt, source_lines, visible
from generator.kit import Kit
from generator.tally import counted

_MOST = 30
"""Faults that a panel shows: beyond, the terminal is easier to read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fault as the panel shows it; an error of the program has a message alone."""

    message: str
    place: str = ""
    hint: str = ""
    lines: str = ""
    code: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What is told: `pages` and `search` name the pages and the index that are up, and change with them."""

    pages: str = ""
    search: str = ""
    busy: bool = False
    summary: str = ""
    faults: tuple[Shown, ...] = ()

    def written(self) -> str:
        """Write the state on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


class Board:
    """The present state, and who waits for the next one; any thread may change it."""

    def __init__(self) -> None:
        start = int(time())  # a page of a former run of the server is out of date
        self._names = (f"{start}-{count}" for count in itertools.count())
        self._changed = threading.Condition()
        self._state, self._is_open = State(next(self._names), next(self._names)), True

    @property
    def state(self) -> State:
        """What is told now."""
        return self._state

    def work(self) -> None:
        """Tell that a build has started."""
        self._tell(lambda state: replace(state, busy=True))

    def publish(self, faults: Sequence[Shown] = (), summary: str = "") -> None:
        """Tell that new pages are up, and an index which may be that of the former ones."""
        self._tell(lambda state: State(next(self._names), state.search, False, summary, tuple(faults)))

    def publish_search(self) -> None:
        """Tell that a new index is up."""
        self._tell(lambda state: replace(state, search=next(self._names)))

    def refuse(self, faults: Sequence[Shown], summary: str) -> None:
        """Tell what stopped a build: the former site stays up."""
        self._tell(lambda state: replace(state, busy=False, summary=summary, faults=tuple(faults)))

    def _tell(self, change: Callable[[State], State]) -> None:
        with self._changed:
            self._state = change(self._state)
            self._changed.notify_all()

    def close(self) -> None:
        """Let those who wait go."""
        with self._changed:
            self._is_open = False
            self._changed.notify_all()

    def states(self, patience: float) -> Iterator[State | None]:
        """Give the present state, then each one that follows until the board is closed; None when there has
        been none for so many seconds.
        """
        seen: State | None = None
        while True:
            before = seen
            seen = self._next(before, patience)
            if not self._is_open:
                return
            yield seen if seen is not before else None

    def _next(self, seen: State | None, patience: float) -> State:
        with self._changed:
            self._changed.wait_for(lambda: self._state is not seen or not self._is_open, patience)
            return self._state


def shown(diagnostics: Iterable[Diagnostic], kit: Kit) -> list[Shown]:
    """Give the errors, which stop a build, then the warnings, as a panel shows them; notes are left to the
    terminal.
    """
    grave = sorted(
        (found for found in diagnostics if found.severity is not Severity.NOTE),
        key=lambda found: found.severity is not Severity.ERROR,
    )
    sources = source_lines(grave[:_MOST], kit)
    first = [_shown(found, sources.get(found.span.path, [])) for found in grave[:_MOST]]
    rest = grave[_MOST:]
    return [*first, Shown(f"La suite est dans le terminal : {counted(rest)}.")] if rest else first


def _shown(found: Diagnostic, lines: list[str]) -> Shown:
    return Shown(
        message=f"{found.severity} {found.code} : {visible(found.message)}",
        place=f"{visible(found.span.path)}:{found.span.line}:{found.span.column}",
        hint=visible(found.hint),
        lines="\n".join(map(str, excerpt(found.span, lines))),
        code=found.code,
        rule=f"/{rule_address(found.code)}",
    )


def summary(diagnostics: Iterable[Diagnostic], *, is_published: bool) -> str:
    """Say how many errors and warnings there are, and which site is shown; nothing when there are none."""
    words = counted(found for found in diagnostics if found.severity is not Severity.NOTE)
    if not words:
        return ""
    return f"{words}." if is_published else f"{words} : cette page est du dernier site sans erreur."
