"""One output format a file, discovered by importing this folder; each has `report`.

A format that a terminal may show in colours has `report_in_colours` too.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from generator.diagnostic import Diagnostic
from generator.kit import Kit

Reporter = Callable[[Sequence[Diagnostic], Kit], str]
"""Writes diagnostics, already sorted, as one text without a final line end."""


def discover(*, colours: bool = False) -> dict[str, Reporter]:
    """Give the reporters by the name that `--format` takes; in colours, those that have some."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    wanted = "report_in_colours" if colours else "report"
    return {name: getattr(module, wanted, module.report) for name, module in modules.items()}
