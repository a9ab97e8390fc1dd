"""How long builds take: `make bench`, or `python -m bench.speed [--runs 5] [--hugo PATH] [--cold] [COUNT…]`.

For each number of entries, a kit of bench/corpus.py is built in processes of their own: cold (`build/` and
`site/` removed), after an edit of one body, after no edit; then checked alone, cold. Where Hugo is there, it
makes the same content (bench/peer_content.py), and Pagefind its index, in turn with our builds: a pair is a
cold build of ours and the build of Hugo that follows it. A first round is not timed: it fills the caches of
the system and of Python, and it alone is looked at for its memory, which would slow it. Writes
build/bench/resultats.md, build/bench/temps.svg and, run by run, build/bench/mesures.json, after each number.

This process stays small, for the kernel counts in the memory of a command that of the process that starts it:
kits are made and read by others.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from json import dumps
from pathlib import Path

from bench import peer, plot
from bench.figures import Run, Series, middle, size
from bench.measure import MeasureError, run, steps
from bench.report import CHECK, COLD, EDIT, HUGO, OURS, PAGEFIND, SAME, decimal, report

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "build" / "bench"
_INDEX = "pagefind"


@dataclass(frozen=True)
class Bench:
    """A kit, and the site that Hugo makes of it, if it is there."""

    root: Path
    hugo: peer.Hugo | None
    is_looked_at: bool = False
    """Whether the memory of our builds is looked at while they run."""
    from_nothing: bool = False
    """Whether what starts from a former build is left out: at ten thousand entries, a round lasts minutes."""

    def scenarios(self) -> Mapping[str, Callable[[], Run]]:
        """Give what is measured, in the order of a round."""
        theirs = {HUGO: self.hugo.build, PAGEFIND: self.hugo.index} if self.hugo else {}
        again = {} if self.from_nothing else {EDIT: self.edit, SAME: self.build}
        return {CHECK: self.check, COLD: self.cold, **theirs, **again}

    def cold(self) -> Run:
        """Build with nothing left of another build."""
        self.clear()
        return self.build()

    def edit(self) -> Run:
        """Build after one more sentence in one body."""
        entry = edited(self.root)
        number = entry.read_text("utf-8").count(_ADDED) + 1
        with entry.open("a", encoding="utf-8") as file:
            file.write(f"\n{_ADDED} {number}.\n")
        return self.build()

    def build(self) -> Run:
        """Build."""
        command = _python("generator", "build", "--timings", "--root", self.root)
        cost = run(command, REPOSITORY, looked_at=self.is_looked_at)
        return Run(cost.wall, cost.cpu, cost.memory, cost.index_memory, steps(cost.output))

    def check(self) -> Run:
        """Check, with nothing left of another run."""
        self.clear()
        command = _python("generator", "check", "--root", self.root)
        cost = run(command, REPOSITORY, looked_at=self.is_looked_at)
        return Run(cost.wall, cost.cpu, cost.memory)

    def clear(self) -> None:
        """Remove all that builds leave."""
        for name in ("build", "site"):
            shutil.rmtree(self.root / name, ignore_errors=True)


_ADDED = "Une phrase de plus, pour mesurer : passage"


def edited(root: Path) -> Path:
    """Give the entry whose body is edited: the first one that has sections.

    Raises:
        FileNotFoundError: no entry has any.
    """
    for path in sorted(root.rglob("fiche-*.md")):
        if "\n## " in path.read_text("utf-8"):
            return path
    message = f"Aucune fiche de {root} n'a de section."
    raise FileNotFoundError(message)


def measure(count: int, runs: int, hugo: Path | None, *, from_nothing: bool = False) -> Series:
    """Measure one number of entries."""
    bench = replace(_prepared(FOLDER / str(count), count, hugo), from_nothing=from_nothing)
    scenarios = bench.scenarios()
    ours = replace(bench, hugo=None, is_looked_at=True).scenarios()
    looked = {name: once() for name, once in ours.items()}
    found: dict[str, list[Run]] = {name: [] for name in scenarios}
    for number in range(1, runs + 1):
        for name, once in scenarios.items():
            timed = once()
            found[name].append(with_memory(timed, looked.get(name, timed)))
            _say(f"{count} fiches, passage {number} sur {runs}, {name} : {found[name][-1].wall:.2f} s")
    sites = {OURS: bench.root / "site"} | ({HUGO: bench.hugo.site} if bench.hugo else {})
    return Series(count, found, {name: size(site, _INDEX) for name, site in sites.items()})


def with_memory(timed: Run, looked: Run) -> Run:
    """Give a run with the memory of another one of the same, if its own was not looked at."""
    index = timed.index_memory or looked.index_memory
    return replace(timed, memory=timed.memory or looked.memory, index_memory=index)


def _prepared(folder: Path, count: int, hugo: Path | None) -> Bench:
    """Make a kit and, from its first build, the content for Hugo."""
    _say(f"{count} fiches : préparation")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    root, source = folder / "kit", folder / "hugo"
    run(_python("bench.corpus", root, count), REPOSITORY)
    Bench(root, None).build()
    if not hugo:
        return Bench(root, None)
    run(_python("bench.peer_content", root, source), REPOSITORY)
    return Bench(root, peer.Hugo(hugo, source))


def _python(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", module, *map(str, arguments)]


def lines(found: Sequence[Series]) -> dict[str, Sequence[plot.Point]]:
    """Give the median seconds of each scenario against the number of entries; Hugo with its index."""
    names: dict[str, tuple[str, ...]] = {name: (name,) for name in (COLD, EDIT, SAME, CHECK, HUGO)}
    names["Hugo + Pagefind"] = (HUGO, PAGEFIND)
    drawn = {
        name: [(series.count, _wall(series, parts)) for series in found if {*parts} <= {*series.runs}]
        for name, parts in names.items()
    }
    return {name: line for name, line in drawn.items() if line}


def _wall(series: Series, names: Sequence[str]) -> float:
    return sum(middle(series.runs[name]).wall for name in names)


def _notes(runs: int, hugo: Path | None) -> Iterator[str]:
    cores, load = os.cpu_count(), os.getloadavg()[0]
    yield f"Médianes de {runs} passages, le {date.today().isoformat()}."
    yield f"Python {platform.python_version()}, {platform.system()}, {cores} cœurs."
    yield f"Charge de la machine à la fin : {decimal(load, 1)} ; au-delà de {cores}, les temps s'allongent."
    if not hugo:
        yield ""
        yield peer.MISSING


def publish(found: Sequence[Series], runs: int, hugo: Path | None) -> str:
    """Write the report, the plot and every run; give the report."""
    (FOLDER / "mesures.json").write_text(dumps([asdict(series) for series in found], indent=1), "utf-8")
    text, drawn = report(found, list(_notes(runs, hugo))), lines(found)
    (FOLDER / "resultats.md").write_text(text, "utf-8")
    picture = plot.plot(drawn, "Temps selon le nombre de fiches", plot.described(drawn))
    (FOLDER / "temps.svg").write_text(picture, "utf-8")
    return text


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Mesure les constructions.")
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--hugo", default="")
    parser.add_argument("--cold", action="store_true")
    asked = parser.parse_args()
    found: list[Series] = []
    try:
        hugo = peer.find(asked.hugo)
        for count in sorted(asked.counts):
            found.append(measure(count, asked.runs, hugo, from_nothing=asked.cold))
            text = publish(found, asked.runs, hugo)
    except (MeasureError, FileNotFoundError) as error:
        _say(str(error))
        return 2
    print(text)  # noqa: T201 — a command line
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 — a command line


if __name__ == "__main__":
    sys.exit(main())
