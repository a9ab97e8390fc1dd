"""One output format a file, discovered by importing this folder; each has `report`."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from generator.diagnostic import Diagnostic
from generator.kit import Kit

Reporter = Callable[[Sequence[Diagnostic], Kit], str]
"""Writes diagnostics, already sorted, as one text without a final line end."""


def discover() -> dict[str, Reporter]:
    """Give the reporters by the name that `--format` takes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").report for name in names}
