"""One build, step after step: from the files of a kit to its site in place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import layout, publish, search
from generator.assembly import NextSite, assemble, complete
from generator.check import check, has_errors
from generator.engine import Running, running
from generator.excerpt import source_lines
from generator.exports import export
from generator.frames import frame_keys
from generator.garbage import frozen, uncollected
from generator.index_stamp import made_or_kept
from generator.kit import Kit, without_entries
from generator.progress import Timings
from generator.render import faces_key, pages_key, render
from generator.site_files import State, inherit, site_files
from generator.stamp import Built, Stamp
from generator.steps import Exports, Options, Result
from generator.store import Store
from generator.survey import survey
from generator.tally import tally
from generator.verification import Candidate, verify


def build(
    root: Path,
    site: Path,
    on_checked: Callable[[Result], None] = lambda _: None,
    *,
    options: Options | None = None,
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
    options, timings = options or Options(), timings or Timings()
    publish.refuse_place(root, site)
    with publish.alone(root):
        publish.recover(site)
        stamp = Stamp(root, site, searchable=options.searchable) if options.records else None
        with timings.step("définitions"):
            frame = _frame(root, options)
        with running(frame, frame_keys(frame)) as engine:  # it works while entries are read and checked
            with timings.step("lecture"):
                kit, told = survey(frame, options.memory)
                if stamp:
                    stamp.follow(kit)
            with frozen():
                with timings.step("contrôle"):
                    checked = Result(kit, check(kit, told), timings)
                on_checked(checked)
                if has_errors(checked.diagnostics):
                    return checked
                return _Build(kit, site, stamp, options, timings).made(checked, engine)


def _frame(root: Path, options: Options) -> Kit:
    """Read all of a kit but its entries."""
    frame = without_entries(root, former=options.memory.frame)
    return frame if options.searchable else replace(frame, config=frame.config.without_search())


@dataclass(frozen=True)
class _Build:
    """One build, of a kit that was read and checked.

    `stamp` ties the site to what it is made from; a draft has none.
    """

    kit: Kit
    site: Path
    stamp: Stamp | None
    options: Options
    timings: Timings

    def made(self, checked: Result, engine: Running) -> Result:
        """Make the site, and put it in place."""
        with self.timings.step("plan"), uncollected():
            views, plans = self.options.planned.of(self.kit)
        with self.timings.step("moteur"):
            frames = engine.frames()
        with self.timings.step("rendu"):
            key = partial(pages_key, self.kit, views, frames)
            store = Store(self.kit.root, self.site, key, faces_key(self.kit))
            jobs = tuple(render(self.kit, views, plans, frames))
            new = assemble(self.kit.root, jobs, store, self.timings.observer.advanced)
            if waits := self._waits():
                new = complete(new, self.kit.root, store, is_alone=True)
        addresses = [*(page.address for page in self.kit.pages), *(page.address for page in plans)]
        done = replace(checked, site=self.site, pages=len(addresses))
        files = partial(export, self.kit, plans)
        if waits and store.is_of(new.pages, new.copied, former := site_files(self.site)):
            self._retouch(store, new, former)
            return replace(done, late=files)
        expected = [layout.LOST, *(f"{one}index.html" for one in addresses)]
        new, found = self._completed(files, store, new, expected, waits=waits)
        with self.timings.step("publication"):
            publish.swap(new.folder, self.site)
            store.keep(new.pages, new.copied, found)
            if self.stamp:
                self.stamp.set(self._built(done), publish.record(self.kit))
        return replace(done, late=tuple if waits else None)

    def _built(self, done: Result) -> Built:
        """Give what the next build will say if it has nothing to do."""
        lines, words = source_lines(done.diagnostics, self.kit), tally(done.diagnostics, self.kit)
        return Built(done.diagnostics, lines, words, done.pages)

    def _waits(self) -> bool:
        """Tell whether the search index, and what else may, is made later."""
        return self.options.late and self.options.searchable and search.is_there(self.site)

    def _retouch(self, store: Store, new: NextSite, files: Mapping[str, State]) -> None:
        """Replace the pages of the site that have changed, one after the other; its other files stay."""
        with self.timings.step("publication"):
            written = site_files(new.folder)
            candidate = Candidate(new.folder, {**files, **written}, new.links, files.keys() - written)
            verify(candidate, (), self.kit.config.site_url)
            publish.replace(new.folder, self.site, written)
            store.keep(new.pages, new.copied, files)

    def _completed(
        self, files: Exports, store: Store, new: NextSite, expected: Iterable[str], *, waits: bool
    ) -> tuple[NextSite, Mapping[str, State]]:
        """Add the pages that have not changed, those that no search finds and the open data, and verify them,
        beside the making of the search index; or take the former one, until it is made. Gives the site, and
        its files, the index left out.
        """
        root, wanted, advanced = self.kit.root, self.options.searchable, self.timings.observer.advanced
        with made_or_kept(root, self.site, new.folder, wanted=wanted, waits=waits) as index:
            with self.timings.step("exports"):
                inherit(self.site, new.folder, new.inherited)
                publish.write_all(new.folder, files())
            with self.timings.step("listes"):
                new = complete(new, root, store, advanced, is_alone=not index.is_going_on())
            with self.timings.step("vérification"):
                files_now = site_files(new.folder).items()
                found = {path: one for path, one in files_now if not search.is_part(path)}
                sound = frozenset() if store.loses(new.pages, found) else new.inherited
                candidate = Candidate(new.folder, found, new.links, sound)
                verify(candidate, expected, self.kit.config.site_url)
            with self.timings.step("index"):
                index.finish()
        return new, found
