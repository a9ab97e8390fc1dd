"""One build, step after step: from the files of a kit to its site in place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter

from generator import layout, publish, register, search
from generator.addresses import entry_addresses
from generator.assembly import NextSite, assemble
from generator.check import check, has_errors
from generator.diagnostic import Diagnostic
from generator.engine import Running, running
from generator.exports import export
from generator.frames import frame_keys
from generator.kit import Kit
from generator.plan import plan
from generator.progress import Observer, Unwatched
from generator.render import Rendered, pages_key, render
from generator.site_files import inherit, site_files
from generator.stamp import Built, Stamp
from generator.store import Store
from generator.survey import Memory, survey
from generator.verification import Candidate, verify
from generator.views import Views

Exports = Callable[[], Iterable[Rendered]]
"""Gives the files of the open data."""


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
    be searched in it, which takes Pagefind. `late`: the search index of the former site, if there is one, and
    its open data, if it has the same pages, stand for those of the new one, which are made later. `memory`:
    what the same program read of this kit before.
    """

    records: bool = True
    searchable: bool = True
    late: bool = False
    memory: Memory = field(default_factory=Memory)


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
    late: Exports | None = None
    """The files that are still to be written, beside the search index; None when nothing is left to do."""


@dataclass(frozen=True)
class Build:
    """One build, step after step."""

    root: Path
    site: Path
    options: Options
    timings: Timings

    def run(self, on_checked: Callable[[Result], None]) -> Result:
        """Do all that there is to do."""
        with self.timings.step("lecture"):
            kit, told = survey(self.root, self.options.memory)
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
            store = Store(self.root, self.site, partial(pages_key, kit, frames))
            jobs = tuple(render(kit, views, plans, frames))
            new = assemble(self.root, jobs, store, self.timings.observer.advanced)
        addresses = [*(page.address for page in kit.pages), *(page.address for page in plans)]
        done = replace(checked, site=self.site, pages=len(addresses))
        files, waits = partial(export, kit, plans), self._waits()
        if waits and store.is_of(new.pages, site_files(self.site)):
            with self.timings.step("publication"):
                self._retouch(store, new, kit.config.site_url)
            return replace(done, late=files)
        self._complete(files, new, waits=waits)
        with self.timings.step("publication"):
            expected = [layout.LOST, *(f"{one}index.html" for one in addresses)]
            self._publish(store, new, expected, kit.config.site_url)
            added = self._record(kit)
            if not waits:
                stamp.set(Built(checked.diagnostics, len(addresses)), added)
        return replace(done, late=tuple if waits else None)

    def _waits(self) -> bool:
        """Tell whether the search index, and what else may, is made later."""
        return self.options.late and self.options.searchable and search.is_there(self.site)

    def _retouch(self, store: Store, new: NextSite, site_url: str) -> None:
        """Replace the pages of the site that have changed, one after the other; all else stays."""
        written, files = site_files(new.folder), site_files(self.site)
        verify(Candidate(new.folder, files | written, new.links, files.keys() - written), (), site_url)
        publish.replace(new.folder, self.site, written)
        store.keep(new.pages, files)

    def _complete(self, files: Exports, new: NextSite, *, waits: bool) -> None:
        """Add the pages that have not changed, the open data, and beside it the search index, or the former
        one until it is made.
        """
        inherit(self.site, new.folder, new.inherited)
        indexed = self.options.searchable and not waits
        with search.indexing(self.root / layout.INDEXED, new.folder, wanted=indexed) as index:
            with self.timings.step("exports"):
                publish.write_all(new.folder, files())
            with self.timings.step("index"):
                index.finish()
                if waits:
                    search.keep(self.site, new.folder)

    def _publish(self, store: Store, new: NextSite, expected: Iterable[str], site_url: str) -> None:
        """Verify the new site, and put it in the place of the former one."""
        files = site_files(new.folder)
        sound = frozenset() if store.loses(new.pages, files) else new.inherited
        verify(Candidate(new.folder, files, new.links, sound), expected, site_url)
        publish.swap(new.folder, self.site)
        store.keep(new.pages, files)

    def _record(self, kit: Kit) -> str:
        """Add to the register the addresses that it lacks, if they are kept; give what was added."""
        wanted = entry_addresses(kit) if self.options.records else ()
        added = register.missing(kit.register.text, wanted)
        register.record(kit.root, added)
        return added
