"""Each command as a flat list of steps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from generator import layout, publish, register, search
from generator import mend as mends
from generator.addresses import entry_addresses
from generator.blank import Blank, blank
from generator.check import check, has_errors
from generator.diagnostic import Diagnostic
from generator.dialogue import Dialogue, Terminal, ask_kind
from generator.engine import frames
from generator.exports import export
from generator.kit import Kit, gather
from generator.mend import Mend
from generator.plan import plan
from generator.progress import Observer, Unwatched
from generator.render import render
from generator.request import RequestError, canevas_of, entry_of, missing_words, refuse_place, with_fields
from generator.views import Views

T = TypeVar("T")

_ROUNDS = 8
"""Times that a kit is mended and read again: a mend may uncover another fault, or touch another mend."""


@dataclass
class Timings:
    """Seconds that each step took, in order; an observer is told of each."""

    observer: Observer = field(default_factory=Unwatched)
    steps: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what runs inside."""
        start = perf_counter()
        self.observer.started(name)
        yield
        self.steps[name] = perf_counter() - start
        self.observer.ended(name, self.steps[name])

    def counted(self, things: Iterable[T], total: int) -> Iterator[T]:
        """Give the same things, telling how many of so many are done."""
        for done, thing in enumerate(things, 1):
            yield thing
            self.observer.advanced(min(done, total), total)


@dataclass(frozen=True)
class Result:
    """What a build did; `site` is None when faults of the content stopped it."""

    kit: Kit
    diagnostics: tuple[Diagnostic, ...]
    timings: Timings
    site: Path | None = None
    pages: int = 0


def inspect(root: Path, timings: Timings | None = None) -> Result:
    """Read and check a kit."""
    timings = timings or Timings()
    with timings.step("lecture"):
        kit = gather(root)
    with timings.step("contrôle"):
        diagnostics = check(kit)
    return Result(kit, diagnostics, timings)


def mend(root: Path, wanted: Callable[[Diagnostic], bool]) -> tuple[list[Mend], Result]:
    """Mend what may safely be, then check again.

    Args:
        root: folder of the kit.
        wanted: which diagnostics may be mended.

    Returns:
        What was mended, and what is left.
    """
    done: list[Mend] = []
    for _ in range(_ROUNDS):
        result = inspect(root)
        mended = mends.mend(root, filter(wanted, result.diagnostics))
        if not mended:
            return done, result
        done += mended
    return done, inspect(root)


def build(
    root: Path,
    site: Path,
    on_checked: Callable[[Result], None] = lambda _: None,
    *,
    draft: bool = False,
    timings: Timings | None = None,
) -> Result:
    """Build the site of a kit; faults of the content stop it before anything is written.

    Args:
        root: folder of the kit.
        site: where the site goes; what stood there stays if the build fails.
        on_checked: told of the diagnostics as soon as they are known.
        draft: whether the site is only for who writes it. If not, its addresses are kept as published ones,
            wherever it goes. If it is, the search index of the former site stands for that of the new one,
            which is made later; without a former one, it is made.
        timings: told of each step.

    Raises:
        EngineError, RenderError, SearchError, PublishError, RegisterError: a step failed; the message says
            why.
    """
    publish.refuse_place(root, site)
    with publish.alone(root):
        result = _build(root, site, on_checked, timings, draft=draft)
        if not draft and result.site:
            register.record(root, register.missing(result.kit.register.text, entry_addresses(result.kit)))
        return result


def _build(
    root: Path, site: Path, on_checked: Callable[[Result], None], timings: Timings | None, *, draft: bool
) -> Result:
    checked = inspect(root, timings)
    kit, timings = checked.kit, checked.timings
    on_checked(checked)
    if has_errors(checked.diagnostics):
        return checked
    views = Views(kit)
    plans = list(plan(kit, views))
    total = len(plans) + len(kit.pages)
    with timings.step("moteur"):
        found = frames(kit, plans)
    with timings.step("rendu"):
        new = publish.assemble(root, timings.counted(render(kit, views, plans, found), total))
    with timings.step("exports"):
        for file in export(kit, plans):
            publish.write(new, file)
    with timings.step("index"):
        if draft and search.is_there(site):
            search.keep(site, new)
        else:
            search.index(root / layout.INDEXED, new)
    with timings.step("publication"):
        made = [*(page.address for page in kit.pages), *(page.address for page in plans)]
        publish.verify(new, [layout.LOST, *(f"{address}index.html" for address in made)])
        publish.swap(new, site)
    return Result(kit, checked.diagnostics, timings, site, total)


def new(
    root: Path, kind: str | None, identifier: str | None, pairs: Sequence[str], terminal: Terminal | None
) -> tuple[Kit, Blank]:
    """Write a new entry.

    Args:
        root: folder of the kit.
        kind: its kind, if it is known.
        identifier: its id, if it is known.
        pairs: values already known, as « champ=valeur ».
        terminal: where the rest is asked; None when nobody is there to answer.

    Returns:
        The kit as it was, and the entry.

    Raises:
        RequestError: what is asked cannot be done; nothing was written.
        EOFError, KeyboardInterrupt: the person left; nothing was written.
    """
    kit = gather(root)
    if not terminal and not (kind and identifier):
        raise RequestError(missing_words(kit))
    canevas = ask_kind(kit, terminal) if terminal and not kind else canevas_of(kit, kind or "")
    refuse_place(kit, canevas)
    value = entry_of(kit, canevas, identifier) if identifier else {}
    value = with_fields(kit, canevas, value, pairs)
    if terminal:
        value = Dialogue(kit, canevas, value, terminal).run()
    made = blank(canevas, kit, value)
    (root / made.path).parent.mkdir(parents=True, exist_ok=True)
    with (root / made.path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(made.text)
    return kit, made


def default_site(root: Path) -> Path:
    """Give the folder of a kit's site."""
    return root / layout.SITE
