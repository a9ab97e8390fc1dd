"""The pages that former builds made, each served again as long as all that it depends on is the same."""

import pickle
import zlib
from collections.abc import Callable, Iterable

from generator.cache import Cache
from generator.render import Job, Rendered

_NAME = "pages"
_FAST = 1
"""Level of zlib: pages are kept in a fifth of their size, in less time than a page takes to be made."""

Kept = tuple[str, bytes, bytes] | None
"""Path of a page, key of its job, and its two texts as bytes; nothing for a page that is done each time."""


class Store:
    """The pages of the last build, in one file of the cache.

    Args:
        cache: where they are kept; nowhere when it is not given.
        key: gives what all pages depend on: another answer than that of the last build empties the store.
    """

    def __init__(self, cache: Cache | None = None, key: Callable[[], bytes] = bytes) -> None:
        self._cache, self._find_key, self._key = cache, key, key()
        content = cache.load(_NAME, self._key) if cache else None
        self._pages: dict[str, tuple[bytes, bytes]] = pickle.loads(content) if content else {}  # noqa: S301 — signed

    def page(self, job: Job) -> Rendered | None:
        """Give the page that a job would make, if a former build made it."""
        key, content = self._pages.get(job.path, (b"", b""))
        if not job.key or key != job.key:
            return None
        text, indexed = pickle.loads(zlib.decompress(content))  # noqa: S301 — signed, with the rest of the store
        return Rendered(job.path, text, indexed=indexed)

    def kept(self, job: Job, page: Rendered) -> Kept:
        """Give what is to be kept of a page: `keep` takes it."""
        if not (job.key and self._cache):
            return None
        key, content = self._pages.get(job.path, (b"", b""))
        if key != job.key:
            content = zlib.compress(pickle.dumps((page.text, page.indexed)), _FAST)
        return job.path, job.key, content

    def keep(self, pages: Iterable[Kept]) -> None:
        """Keep these pages, and no other: what is gone from the site goes from the store. None is kept if
        what they were made from has changed meanwhile.
        """
        new = {path: (key, content) for path, key, content in filter(None, pages)}
        if self._cache and new != self._pages and self._find_key() == self._key:
            self._cache.save(_NAME, self._key, pickle.dumps(new))
