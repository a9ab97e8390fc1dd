"""What was measured -> Markdown, in French."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bench.figures import INDEX, Ratio, Run, Series, Size, middle, ratio

COLD, EDIT, SAME, CHECK = "à froid", "un corps modifié", "rien de modifié", "contrôle seul, à froid"
HUGO, PAGEFIND = "Hugo", "Pagefind après Hugo"
OURS = "kit"
"""Names of the scenarios and of the sites, as tables and the plot show them."""

WHOLE = f"{COLD} / (Hugo + Pagefind)"
WITHOUT = f"{COLD}, tout sauf « {INDEX} » / Hugo"
PROCESSOR = f"{WHOLE}, en temps de processeur"
"""What is compared with Hugo."""

_OURS = (COLD, EDIT, SAME, CHECK)
_MIB = 1024 * 1024
_TEN = 10
_REST = "hors étapes"


def report(found: Sequence[Series], notes: Sequence[str]) -> str:
    """Give the whole report.

    Args:
        found: what was measured, the fewest entries first.
        notes: sentences that come first: the machine, what is absent.
    """
    parts = [
        ["# Temps de construction", "", *notes],
        ["## Le kit", "", *_builds(found)],
        ["## Étapes, en secondes", "", *_steps(found)],
        ["## Face à Hugo", "", *_peer(found)] if any(HUGO in series.runs for series in found) else [],
        ["## Ce qui est écrit", "", *_sizes(found)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Give the lines of a Markdown table: what names a row is on the left, figures are on the right."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('---' if rank < 2 else '---:' for rank in range(len(head)))}|"  # noqa: PLR2004 — two names
    for row in rows:
        yield f"| {' | '.join(row)} |"


def seconds(value: float) -> str:
    """Write seconds: two decimals under ten, one above."""
    return decimal(value, 2 if value < _TEN else 1)


def mebibytes(value: float) -> str:
    """Write bytes in MiB; a dash for none."""
    return f"{value / _MIB:.0f}" if value else "–"


def decimal(value: float, places: int = 2) -> str:
    """Write a number with a comma."""
    return f"{value:.{places}f}".replace(".", ",")


def count(value: int) -> str:
    """Write a count, thousands apart."""
    return f"{value:,}".replace(",", "\u202f")


def _builds(found: Sequence[Series]) -> Iterator[str]:
    head = [
        "fiches",
        "construction",
        "durée (s)",
        "de–à",
        "processeur (s)",
        "mémoire (Mio)",
        "Pagefind (Mio)",
    ]
    return table(head, (_build(series, name) for series in found for name in _ours(series)))


def _ours(series: Series) -> Iterator[str]:
    return (name for name in _OURS if name in series.runs)


def _build(series: Series, name: str) -> list[str]:
    return [count(series.count), name, *_figures(series.runs[name])]


def _figures(runs: Sequence[Run]) -> list[str]:
    one, walls = middle(runs), [run.wall for run in runs]
    spread = f"{seconds(min(walls))}–{seconds(max(walls))}"
    return [seconds(one.wall), spread, seconds(one.cpu), mebibytes(one.memory), mebibytes(one.index_memory)]


def _steps(found: Sequence[Series]) -> Iterator[str]:
    runs = chain.from_iterable(runs for series in found for runs in series.runs.values())
    names = list(dict.fromkeys(name for run in runs for name in run.steps))
    rows = (
        [count(series.count), name, *_parts(middle(series.runs[name]), names)]
        for series in found
        for name in _ours(series)
        if any(run.steps for run in series.runs[name])
    )
    return table(["fiches", "construction", *names, _REST], rows)


def _parts(one: Run, names: Sequence[str]) -> list[str]:
    """Give the seconds of each step, then what is left: the start of Python, mostly."""
    written = (seconds(one.steps[name]) if name in one.steps else "–" for name in names)
    return [*written, seconds(one.wall - sum(one.steps.values()))]


def _peer(found: Sequence[Series]) -> Iterator[str]:
    head = ["fiches", "outil", "durée (s)", "de–à", "processeur (s)", "mémoire (Mio)", "Pagefind (Mio)"]
    compared = [series for series in found if HUGO in series.runs]
    yield from table(head, (_build(series, name) for series in compared for name in (HUGO, PAGEFIND)))
    yield ""
    yield "Rapport des médianes, puis extrêmes des rapports de passages voisins ; sous 1, le kit gagne."
    yield ""
    head = ["fiches", "comparaison", "rapport", "de–à"]
    yield from table(head, (row for series in compared for row in _ratios(series)))


def _ratios(series: Series) -> Iterator[list[str]]:
    for name, found in ratios(series).items():
        spread = f"{decimal(found.least)}–{decimal(found.greatest)}"
        yield [count(series.count), name, decimal(found.of_medians), spread]


def ratios(series: Series) -> dict[str, Ratio]:
    """Compare our cold builds with those of Hugo: with the search index, without it, then by the seconds of
    processor, which other work on the machine lengthens less.
    """
    ours, hugo, pagefind = (series.runs[name] for name in (COLD, HUGO, PAGEFIND))
    both = list(zip(hugo, pagefind, strict=True))
    return {
        WHOLE: ratio([run.wall for run in ours], [one.wall + other.wall for one, other in both]),
        WITHOUT: ratio([run.without_index for run in ours], [run.wall for run in hugo]),
        PROCESSOR: ratio([run.cpu for run in ours], [one.cpu + other.cpu for one, other in both]),
    }


def _sizes(found: Sequence[Series]) -> Iterator[str]:
    head = ["fiches", "site", "pages", "fichiers", "pages (Mo)", "index (Mo)", "tout (Mo)"]
    rows = (
        [count(series.count), name, *_size(size)] for series in found for name, size in series.sizes.items()
    )
    return table(head, rows)


def _size(size: Size) -> list[str]:
    megabytes = (size.page_bytes, size.index_bytes, size.bytes)
    return [count(size.pages), count(size.files), *(decimal(one / 1e6, 1) for one in megabytes)]
