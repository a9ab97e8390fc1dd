"""What is asked of a build, what it gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostic import Diagnostic
from generator.kit import Kit
from generator.planned import Planned
from generator.progress import Timings
from generator.rendered import Rendered
from generator.survey import Memory

Exports = Callable[[], Iterable[Rendered]]
"""Gives the files of the open data."""


@dataclass(frozen=True)
class Options:
    """What is wanted of a build.

    `records`: the addresses of the site are kept as published ones, wherever it goes. `searchable`: words may
    be searched in it, which takes Pagefind. `late`: the search index of the former site, if there is one, and
    its open data, if it has the same pages, stand for those of the new one, which are made later. `memory`:
    and
    `planned`: what the same program read and planned of this kit before.
    """

    records: bool = True
    searchable: bool = True
    late: bool = False
    memory: Memory = field(default_factory=Memory)
    planned: Planned = field(default_factory=Planned)


@dataclass(frozen=True)
class Result:
    """What a build did; `site` is None when faults of the content stopped it."""

    kit: Kit
    diagnostics: tuple[Diagnostic, ...]
    timings: Timings
    site: Path | None = None
    pages: int = 0
    late: Exports | None = None
    """The files that are still to be written, beside the search index; None when nothing is left to do."""
