"""One output format a file, discovered by importing this folder; each has `report`.

A format that a terminal may show in colours has `report_in_colours` too.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostic import Diagnostic

if TYPE_CHECKING:
    from generator.kit import Kit

Reporter: TypeAlias = "Callable[[Sequence[Diagnostic], Kit], str]"
"""Writes diagnostics, already sorted, as one text without a final line end."""


def names() -> list[str]:
    """Give the names that `--format` takes, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def reporter(name: str, *, colours: bool = False) -> Reporter:
    """Give the reporter of a name; in colours, if it has some."""
    module = importlib.import_module(f"{__name__}.{name}")
    found: Reporter = getattr(module, "report_in_colours", module.report) if colours else module.report
    return found
