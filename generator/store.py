"""What is known of the pages of the site that stands: each is left as it is while all that it was made from
is the same. The pages themselves are not kept twice: they are in the site.
"""

import pickle
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator import layout
from generator.cache import Cache
from generator.rendered import Job
from generator.search import is_part
from generator.site_files import State, state
from generator.site_links import PageLinks

_NAME = "pages"


class Made(NamedTuple):
    """A page that was made: the key of its job and of what it shows of others, the state of its file and of
    what the search indexes in its place, what it names. A tuple, as a dataclass is slow to pickle.
    """

    path: str
    key: bytes
    others: bytes
    states: tuple[State | None, State | None]
    links: PageLinks


class Store:
    """The pages of the last site that was put in place, in one file of the cache.

    Args:
        root: folder of the kit.
        site: where its site goes.
        key: gives what all pages depend on: another answer than that of the last build empties the store.
        faces: identifies all that a job's `others` may depend on.
    """

    def __init__(self, root: Path, site: Path, key: Callable[[], bytes], faces: bytes = b"") -> None:
        self._cache, self.site, self._indexed = Cache(root), site, root / layout.INDEXED
        self._find_key, self._place, self._key = key, str(site).encode(), key()
        content = self._cache.load(_NAME, self._key + self._place)
        self.pages: Mapping[str, Made]
        self._copied: frozenset[str]
        self._files: frozenset[str]
        empty: dict[str, Made] = {}
        kept = pickle.loads(content) if content else (empty, frozenset(), frozenset(), b"")  # noqa: S301 — signed
        self.pages, self._copied, self._files, former = kept
        self._faces, self._has_same_faces = faces, former == faces

    def stands(self, job: Job) -> bool:
        """Tell whether the page that a job would make is in the site, as it was written."""
        made = self.pages.get(job.path)
        if made is None or made.key != job.key or made.states != self._states(self.site, job.path):
            return False
        return self._has_same_faces or made.others == job.others()

    def made(self, job: Job, new: Path, links: PageLinks) -> Made:
        """Note a page that was just made, in a new site."""
        return Made(job.path, job.key, job.others(), self._states(new, job.path), links)

    def _states(self, site: Path, path: str) -> tuple[State | None, State | None]:
        return state(f"{site}/{path}"), state(f"{self._indexed}/{path}")

    def is_of(self, pages: Mapping[str, Made], copied: frozenset[str], files: Container[str]) -> bool:
        """Tell whether a site has the files of a new one, and would lose nothing by their being written over.

        Args:
            pages: the new pages, by path.
            copied: the path of each file of the engine in the new site.
            files: the path of each file of the site.
        """
        same = self.pages.keys() == pages.keys() and self._copied == copied
        return same and not self.loses(pages, files)

    def loses(self, pages: Mapping[str, Made], files: Container[str]) -> bool:
        """Tell whether something is lost, in a new site, that links of the former one may lead to: a page, an
        anchor, another file.

        Args:
            pages: the pages of the new site, by path.
            files: the path of each of its files.
        """
        if not self.pages.keys() <= pages.keys() or any(path not in files for path in self._files):
            return True
        again = (path for path, made in self.pages.items() if pages[path] is not made)
        return any(self.pages[path].links.ids - pages[path].links.ids for path in again)

    def keep(self, pages: Mapping[str, Made], copied: frozenset[str], files: Iterable[str]) -> None:
        """Keep what is known of a site that was verified and put in place, and nothing else. Nothing is kept
        if what its pages were made from has changed meanwhile.

        Args:
            pages: its pages, by path.
            copied: the path of each of its files that are the engine's.
            files: the path of each of its files.
        """
        if self._find_key() == self._key:
            others = frozenset(path for path in files if path not in pages and not is_part(path))
            known = pickle.dumps((dict(pages), copied, others, self._faces), pickle.HIGHEST_PROTOCOL)
            self._cache.save(_NAME, self._key + self._place, known)
