"""When Python looks for reference cycles: a kit that was read has none, and is too large to be looked through
again and again. It takes a third of the time at ten thousand files.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OPEN: list[None] = []
"""One for each time that something is left out now: the outermost gives all back."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycle inside, neither here nor in the processes started there; what was made inside is then
    taken for old, which is rarely looked through.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        with frozen():  # what it gives back is old
            pass
        if was_enabled:
            gc.enable()


@contextmanager
def frozen() -> Iterator[None]:
    """Leave all that was made so far out of the search for cycles: processes forked inside would copy it."""
    gc.freeze()
    _OPEN.append(None)
    try:
        yield
    finally:
        _OPEN.pop()
        if not _OPEN:
            gc.unfreeze()
