"""One build, step after step: from the files of a kit to its site in place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import layout, publish, search
from generator.assembly import NextSite, assemble
from generator.check import Told, check, has_errors
from generator.engine import Running, running
from generator.exports import export
from generator.frames import frame_keys
from generator.garbage import frozen, uncollected
from generator.index_stamp import made_or_kept
from generator.kit import Kit
from generator.plan import plan
from generator.render import faces_key, pages_key, render
from generator.site_files import State, inherit, site_files
from generator.stamp import Built, Stamp
from generator.steps import Exports, Options, Result, Timings
from generator.store import Store
from generator.verification import Candidate, verify
from generator.views import Views


@dataclass(frozen=True)
class Build:
    """One build, of a kit that was read.

    `stamp` ties the site to what it is made from.
    """

    kit: Kit
    site: Path
    stamp: Stamp
    options: Options
    timings: Timings

    def run(self, told: Told, on_checked: Callable[[Result], None]) -> Result:
        """Make the site of the kit, if it has no error.

        Args:
            told: what was said of its files, each on its own.
            on_checked: told of the diagnostics as soon as they are known.
        """
        # the engine works while the kit is checked
        with frozen(), running(self.kit, frame_keys(self.kit)) as engine:
            with self.timings.step("contrôle"):
                checked = Result(self.kit, check(self.kit, told), self.timings)
            on_checked(checked)
            return checked if has_errors(checked.diagnostics) else self._made(checked, engine)

    def _made(self, checked: Result, engine: Running) -> Result:
        """Make the site, and put it in place."""
        with self.timings.step("plan"), uncollected():
            views = Views(self.kit)
            plans = list(plan(self.kit, views))
        with self.timings.step("moteur"):
            frames = engine.frames()
        with self.timings.step("rendu"):
            key = partial(pages_key, self.kit, views, frames)
            store = Store(self.kit.root, self.site, key, faces_key(self.kit))
            jobs = tuple(render(self.kit, views, plans, frames))
            new = assemble(self.kit.root, jobs, store, self.timings.observer.advanced)
        addresses = [*(page.address for page in self.kit.pages), *(page.address for page in plans)]
        done = replace(checked, site=self.site, pages=len(addresses))
        files, waits = partial(export, self.kit, plans), self._waits()
        if waits and store.is_of(new.pages, new.copied, site_files(self.site)):
            self._retouch(store, new)
            return replace(done, late=files)
        expected = [layout.LOST, *(f"{one}index.html" for one in addresses)]
        found = self._complete(files, store, new, expected, waits=waits)
        with self.timings.step("publication"):
            publish.swap(new.folder, self.site)
            store.keep(new.pages, new.copied, found)
            added = publish.record(self.kit) if self.options.records else ""
            if not waits:
                self.stamp.set(Built(checked.diagnostics, len(addresses)), added)
        return replace(done, late=tuple if waits else None)

    def _waits(self) -> bool:
        """Tell whether the search index, and what else may, is made later."""
        return self.options.late and self.options.searchable and search.is_there(self.site)

    def _retouch(self, store: Store, new: NextSite) -> None:
        """Replace the pages of the site that have changed, one after the other; all else stays."""
        with self.timings.step("publication"):
            written, files = site_files(new.folder), site_files(self.site)
            candidate = Candidate(new.folder, files | written, new.links, files.keys() - written)
            verify(candidate, (), self.kit.config.site_url)
            publish.replace(new.folder, self.site, written)
            store.keep(new.pages, new.copied, files)

    def _complete(
        self, files: Exports, store: Store, new: NextSite, expected: Iterable[str], *, waits: bool
    ) -> Mapping[str, State]:
        """Add the pages that have not changed and the open data, and verify them, beside the making of the
        search index; or take the former one, until it is made. Gives the files, the index left out.
        """
        inherit(self.site, new.folder, new.inherited)
        root, wanted = self.kit.root, self.options.searchable
        with made_or_kept(root, self.site, new.folder, wanted=wanted, waits=waits) as finish:
            with self.timings.step("exports"):
                publish.write_all(new.folder, files())
            with self.timings.step("vérification"):
                files_now = site_files(new.folder).items()
                found = {path: one for path, one in files_now if not search.is_part(path)}
                sound = frozenset() if store.loses(new.pages, found) else new.inherited
                candidate = Candidate(new.folder, found, new.links, sound)
                verify(candidate, expected, self.kit.config.site_url)
            with self.timings.step("index"):
                finish()
        return found
