"""`odl build`: builds the site, unless it is already that of its sources."""

import argparse
from functools import partial
from pathlib import Path
from time import perf_counter

from generator import layout
from generator.outcome import unchanged, watched
from generator.stamp import Stamp


def run(options: argparse.Namespace, root: Path) -> int:
    """Build the site, or say that nothing has changed; give the exit code."""
    start = perf_counter()
    site, searchable = (options.site_dir or root / layout.SITE).resolve(), not options.sans_recherche
    if built := Stamp(root, site, searchable=searchable).built():
        return unchanged(options, site, built, perf_counter() - start)
    from generator.building import build  # noqa: PLC0415 — longer to import than to find nothing to do
    from generator.steps import Options  # noqa: PLC0415 — as above

    return watched(options, site, partial(build, root, site, options=Options(searchable=searchable)))
