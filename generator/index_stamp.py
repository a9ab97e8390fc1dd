"""Whether the search index of a site is already that of its pages: then Pagefind has nothing to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path

from generator import cache, layout, search
from generator.cache import Cache
from generator.site_files import seal, site_files

_NAME = "index"


class IndexStamp:
    """Ties an index to the pages that it was made of, and to the program.

    A style, a script, a list, the day: many changes of a kit change nothing of what is indexed, and the index
    is what takes longest to make.

    Args:
        root: folder of a kit, whose pages to be indexed are written.
    """

    def __init__(self, root: Path) -> None:
        self._cache, self._folder = Cache(root), root / layout.INDEXED

    @cached_property
    def pages(self) -> bytes:
        """What identifies the pages to be indexed; 10,000 take a second, best spent while Pagefind works."""
        found = blake2b(digest_size=16)
        for name in sorted(site_files(self._folder)):
            content = (self._folder / name).read_bytes()
            found.update(f"{len(name)} {name} {len(content)} ".encode())
            found.update(content)
        return found.digest()

    def is_of(self, site: Path) -> bool:
        """Tell whether the index of a site is that of these pages, and nobody touched it."""
        content, state = self._cache.load(_NAME, cache.program()), seal(site / search.FOLDER)
        return content is not None and content.startswith(state) and content == state + self.pages

    def finish(self, index: search.Indexing) -> None:
        """Wait for the end of an indexing of these pages, and keep that its index is theirs.

        Raises:
            SearchError: Pagefind failed.
        """
        pages = self.pages
        index.finish()
        self._cache.save(_NAME, cache.program(), seal(index.site / search.FOLDER) + pages)


@dataclass(frozen=True)
class Making:
    """An index to come: `finish` waits for Pagefind if it is going on, or takes the former index."""

    finish: Callable[[], object]
    is_going_on: Callable[[], bool] = bool


@contextmanager
def made_or_kept(root: Path, former: Path, new: Path, *, wanted: bool, waits: bool) -> Iterator[Making]:
    """Give a new site its search index, beside what is done meanwhile.

    Args:
        root: folder of the kit.
        former: the former site; its index serves again if it is that of the same pages.
        new: the new site.
        wanted: whether it has a search.
        waits: whether the former index stands for that of other pages too.

    Raises:
        SearchError: Pagefind did not index the pages.
    """
    stamp = IndexStamp(root)
    if not wanted:
        yield Making(lambda: None)
    elif waits or stamp.is_of(former):
        yield Making(partial(search.keep, former, new))
    else:
        with search.indexing(root / layout.INDEXED, new) as index:
            yield Making(partial(stamp.finish, index), index.is_going_on)
