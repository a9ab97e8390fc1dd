"""Reads, checks and mends a kit: what `odl check` does."""

from collections.abc import Callable
from pathlib import Path

from generator import mend as mends
from generator.check import check
from generator.diagnostic import Diagnostic
from generator.kit import without_entries
from generator.mend import Mend
from generator.progress import Timings
from generator.steps import Result
from generator.survey import survey

_ROUNDS = 8
"""Times that a kit is mended and read again: a mend may uncover another fault, or touch another mend."""


def inspect(root: Path, timings: Timings | None = None) -> Result:
    """Read and check a kit."""
    timings = timings or Timings()
    with timings.step("lecture"):
        kit, told = survey(without_entries(root))
    with timings.step("contrôle"):
        diagnostics = check(kit, told)
    return Result(kit, diagnostics, timings)


def mend(root: Path, wanted: Callable[[Diagnostic], bool]) -> tuple[list[Mend], Result]:
    """Mend what may safely be, then check again.

    Args:
        root: folder of the kit.
        wanted: which diagnostics may be mended.

    Returns:
        What was mended, and what is left.
    """
    done: list[Mend] = []
    for _ in range(_ROUNDS):
        result = inspect(root)
        mended = mends.mend(root, filter(wanted, result.diagnostics))
        if not mended:
            return done, result
        done += mended
    return done, inspect(root)
