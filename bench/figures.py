"""What is measured, and what is made of it: medians, ratios of pairs, sizes of sites."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

INDEX = "index"
"""Start of the name of the steps that run Pagefind."""


@dataclass(frozen=True)
class Run:
    """One measured run: seconds, then bytes; `steps` are the seconds of its parts, by name."""

    wall: float
    cpu: float
    memory: int = 0
    index_memory: int = 0
    steps: Mapping[str, float] = field(default_factory=dict)

    @property
    def without_index(self) -> float:
        """Seconds of all but the search index."""
        return self.wall - sum(taken for name, taken in self.steps.items() if name.startswith(INDEX))


@dataclass(frozen=True)
class Size:
    """What a site holds: files, pages among them, bytes of the pages and of the search index."""

    files: int
    pages: int
    page_bytes: int
    index_bytes: int
    bytes: int


@dataclass(frozen=True)
class Ratio:
    """The ratio of two medians, and the least and the greatest of the ratios of pairs run in turn."""

    of_medians: float
    least: float
    greatest: float


@dataclass(frozen=True)
class Series:
    """All that was measured of one number of entries: the runs of each scenario, in order, and the sites."""

    count: int
    runs: Mapping[str, Sequence[Run]]
    sizes: Mapping[str, Size]


def middle(runs: Sequence[Run]) -> Run:
    """Give the median of each figure, steps included; a step that a run lacks took no time there."""
    names = dict.fromkeys(name for run in runs for name in run.steps)
    return Run(
        median(run.wall for run in runs),
        median(run.cpu for run in runs),
        round(median(run.memory for run in runs)),
        round(median(run.index_memory for run in runs)),
        {name: median(run.steps.get(name, 0.0) for run in runs) for name in names},
    )


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Compare two series of seconds, the n-th of each having been measured one after the other."""
    pairs = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Ratio(median(ours) / median(theirs), min(pairs), max(pairs))


def size(site: Path, index: str) -> Size:
    """Tell what a site holds.

    Args:
        site: its folder.
        index: name of the folder of its search index, there.
    """
    sizes = {
        Path(folder, name).relative_to(site): Path(folder, name).stat().st_size
        for folder, _, names in os.walk(site)
        for name in names
    }
    pages = [length for path, length in sizes.items() if path.suffix == ".html"]
    indexed = (length for path, length in sizes.items() if path.parts[0] == index)
    return Size(len(sizes), len(pages), sum(pages), sum(indexed), sum(sizes.values()))
