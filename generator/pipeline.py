"""Each command as a flat list of steps."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter

from generator import layout, publish, register, search
from generator import mend as mends
from generator.addresses import entry_addresses
from generator.blank import Blank, blank
from generator.cache import Cache
from generator.check import check, has_errors
from generator.diagnostic import Diagnostic
from generator.dialogue import Dialogue, Terminal, ask_kind
from generator.engine import Running, running
from generator.exports import export
from generator.frames import frame_keys
from generator.index_stamp import made_or_kept
from generator.kit import Kit, gather
from generator.mend import Mend
from generator.plan import PagePlan, plan
from generator.progress import Observer, Unwatched
from generator.render import pages_key, render
from generator.request import RequestError, canevas_of, entry_of, missing_words, refuse_place, with_fields
from generator.stamp import Built, Stamp
from generator.store import Store
from generator.survey import survey
from generator.verification import verify
from generator.views import Views

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


@dataclass(frozen=True)
class Options:
    """What is wanted of a build.

    `records`: the addresses of the site are kept as published ones, wherever it goes. `searchable`: words may
    be searched in it, which takes Pagefind. `late_index`: the search index of the former site, if there is
    one, stands for that of the new one, which is made later.
    """

    records: bool = True
    searchable: bool = True
    late_index: bool = False


@dataclass(frozen=True)
class Result:
    """What a build did; `site` is None when faults of the content stopped it."""

    kit: Kit
    diagnostics: tuple[Diagnostic, ...]
    timings: Timings
    site: Path | None = None
    pages: int = 0
    unchanged: bool = False
    """Whether the site was already that of these sources, and nothing was written."""


def inspect(root: Path, timings: Timings | None = None) -> Result:
    """Read and check a kit."""
    timings = timings or Timings()
    with timings.step("lecture"):
        kit, told = survey(root)
    with timings.step("contrôle"):
        diagnostics = check(kit, told)
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
    options: Options = Options(),
    timings: Timings | None = None,
) -> Result:
    """Build the site of a kit; faults of the content stop it before anything is written.

    Args:
        root: folder of the kit.
        site: where the site goes; what stood there stays if the build fails.
        on_checked: told of the diagnostics as soon as they are known.
        options: what is wanted beside the pages.
        timings: told of each step.

    Raises:
        EngineError, RenderError, SearchError, PublishError, RegisterError: a step failed; the message says
            why.
    """
    publish.refuse_place(root, site)
    with publish.alone(root):
        publish.recover(site)
        return _Build(root, site, options, timings or Timings()).run(on_checked)


@dataclass(frozen=True)
class _Build:
    """One build, step after step."""

    root: Path
    site: Path
    options: Options
    timings: Timings

    def run(self, on_checked: Callable[[Result], None]) -> Result:
        """Do all that there is to do."""
        with self.timings.step("lecture"):
            kit, told = survey(self.root)
            if not self.options.searchable:
                kit = replace(kit, config=kit.config.without_search())
            stamp = Stamp(kit, self.site)
            built = stamp.built()
        if built:
            result = Result(kit, built.diagnostics, self.timings, self.site, built.pages, unchanged=True)
            on_checked(result)
            self._record(kit)
            return result
        with running(kit, frame_keys(kit)) as engine:  # it works while the kit is checked
            with self.timings.step("contrôle"):
                checked = Result(kit, check(kit, told), self.timings)
            on_checked(checked)
            return checked if has_errors(checked.diagnostics) else self._made(checked, engine, stamp)

    def _made(self, checked: Result, engine: Running, stamp: Stamp) -> Result:
        """Make the site of a kit without errors, and put it in place."""
        kit = checked.kit
        with self.timings.step("plan"):
            views = Views(kit)
            plans = list(plan(kit, views))
        with self.timings.step("moteur"):
            frames = engine.frames()
        with self.timings.step("rendu"):
            store = Store(Cache(self.root), partial(pages_key, kit, frames))
            jobs = render(kit, views, plans, frames)
            new, links = publish.assemble(self.root, jobs, store, self.timings.observer.advanced)
        waits = self.options.late_index and self.options.searchable and search.is_there(self.site)
        self._complete(kit, plans, new, waits=waits)
        addresses = [*(page.address for page in kit.pages), *(page.address for page in plans)]
        with self.timings.step("publication"):
            verify(new, [layout.LOST, *(f"{one}index.html" for one in addresses)], links, kit.config.site_url)
            publish.swap(new, self.site)
            added = self._record(kit)
            if not waits:
                stamp.set(Built(checked.diagnostics, len(addresses)), added)
        return replace(checked, site=self.site, pages=len(addresses))

    def _complete(self, kit: Kit, plans: Sequence[PagePlan], new: Path, *, waits: bool) -> None:
        """Add the open data, and beside it the search index, or the former one until it is made."""
        wanted = self.options.searchable
        with made_or_kept(self.root, self.site, new, wanted=wanted, waits=waits) as finish:
            with self.timings.step("exports"):
                for file in export(kit, plans):
                    publish.write(new, file)
            with self.timings.step("index"):
                finish()

    def _record(self, kit: Kit) -> str:
        """Add to the register the addresses that it lacks, if they are kept; give what was added."""
        wanted = entry_addresses(kit) if self.options.records else ()
        added = register.missing(kit.register.text, wanted)
        register.record(kit.root, added)
        return added


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
