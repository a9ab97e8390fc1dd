"""One published format a file, discovered by importing this folder; each has `export`.

Exports come from the kit, never from its pages.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Sequence

from generator.kit import Kit
from generator.plan import PagePlan
from generator.rendered import Rendered


def export(kit: Kit, plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the files of every export, in the order of their names."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").export(kit, plans)
