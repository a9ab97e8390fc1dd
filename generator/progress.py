"""How far a build is: a bar on one line of a terminal, plain lines elsewhere, nothing for who wants nothing.

The pipeline tells an `Observer`, and prints nothing itself. No library draws the bar: those that do (rich,
tqdm) bring tables, colours and a hundred options for the one line that is wanted here, and would still have
to be told to write French, to stay quiet in a log and to be gone before a report is printed.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol, TextIO

_PERIOD = 0.1
"""Seconds between two drawings: one for each page would cost more than the page."""
_WIDEST, _NARROWEST = 30, 8
"""Characters of a bar; where there is less room, words alone."""
_USUAL = 80
"""Columns of a terminal that does not say."""
_CLEAR = "\r\x1b[K"
"""Back to the start of the line, and erase it (ECMA-48, CR and EL)."""


class Observer(Protocol):
    """What is told of a build while it runs."""

    def started(self, step: str) -> None:
        """A step begins."""

    def advanced(self, done: int, total: int) -> None:
        """The step has done so many things of so many."""

    def ended(self, step: str, seconds: float) -> None:
        """A step is over: until the next one, others may print."""


class Unwatched:
    """Says nothing."""

    def started(self, step: str) -> None:
        """Say nothing."""

    def advanced(self, done: int, total: int) -> None:
        """Say nothing."""

    def ended(self, step: str, seconds: float) -> None:
        """Say nothing."""


@dataclass
class Timings:
    """Seconds that each step took, in order; an observer is told of each."""

    observer: Observer = field(default_factory=Unwatched)
    steps: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what runs inside."""
        start = perf_counter()
        self.observer.started(name)
        yield
        self.steps[name] = perf_counter() - start
        self.observer.ended(name, self.steps[name])


class Lines(Unwatched):
    """For a log: one line a step, once it is over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._total = stream, 0

    def advanced(self, done: int, total: int) -> None:  # noqa: ARG002 — an observer is told both
        """Keep what the step counts."""
        self._total = total

    def ended(self, step: str, seconds: float) -> None:
        """Write the line."""
        counted = f" ({self._total})" if self._total else ""
        print(f"{step}{counted} : {elapsed(seconds)}", file=self._stream, flush=True)
        self._total = 0


class Bar:
    """For a terminal: one line drawn again in place, and gone between two steps."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._start, self._drawn = stream, perf_counter(), 0.0
        self._step, self._done, self._total = "", 0, 0

    def started(self, step: str) -> None:
        """Show the step."""
        self._step, self._done, self._total = step, 0, 0
        self._draw()

    def advanced(self, done: int, total: int) -> None:
        """Show the counts, from time to time."""
        self._done, self._total = done, total
        if perf_counter() - self._drawn > _PERIOD:
            self._draw()

    def ended(self, step: str, seconds: float) -> None:  # noqa: ARG002 — an observer is told both
        """Clear the line."""
        self._step = ""
        self._write(_CLEAR)

    def close(self) -> None:
        """Clear the line, whatever happened."""
        self.ended(self._step, 0)

    def _draw(self) -> None:
        if self._step:
            self._drawn = perf_counter()
            seconds = self._drawn - self._start
            self._write(_CLEAR + line(self._step, self._done, self._total, seconds, _columns(self._stream)))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the terminal has gone: the build has not
            self._stream.write(text)
            self._stream.flush()


@contextmanager
def shown(stream: TextIO, environment: Mapping[str, str], *, quiet: bool) -> Iterator[Observer]:
    """Give the observer that suits a stream: a bar needs a terminal that can erase a line.

    Args:
        stream: where it is shown.
        environment: variables of the system; `TERM` names the terminal. There are no colours to refuse.
        quiet: whether nothing is to be shown.
    """
    if quiet or not stream.isatty() or environment.get("TERM", "dumb") in {"", "dumb"}:
        yield Unwatched() if quiet else Lines(stream)
        return
    bar = Bar(stream)
    try:
        yield bar
    finally:
        bar.close()


def line(step: str, done: int, total: int, seconds: float, columns: int) -> str:
    """Write the bar of a step, shorter than the terminal: in the last column some begin a new line.

    Args:
        step: its name.
        done: what it has done.
        total: what it has to do; 0 when it does not count.
        seconds: since the build started.
        columns: width of the terminal.
    """
    words = f"{done}/{total}  {elapsed(seconds)}" if total else elapsed(seconds)
    width = min(_WIDEST, columns - 1 - len(f"{step}    {words}"))
    if not total or width < _NARROWEST:
        return f"{step}  {words}"[: max(columns - 1, 0)]
    full = width * min(done, total) // total
    return f"{step}  {'█' * full}{'░' * (width - full)}  {words}"


def elapsed(seconds: float) -> str:
    """Write a time: « 3,4 s », « 2 min 05 s »."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{int(minutes)} min {int(rest):02} s" if minutes else f"{rest:.1f} s".replace(".", ",")


def table(steps: Mapping[str, float]) -> str:
    """Write what each step took, then the whole: numbers under each other."""
    rows = {"étape": "secondes", **{name: _figure(seconds) for name, seconds in steps.items()}}
    rows["total"] = _figure(sum(steps.values()))
    widest, longest = max(map(len, rows)), max(map(len, rows.values()))
    return "\n".join(f"{name:<{widest}}  {figure:>{longest}}" for name, figure in rows.items())


def _figure(seconds: float) -> str:
    return f"{seconds:.2f}".replace(".", ",")


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL
