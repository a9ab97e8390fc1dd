"""Whether a site is already that of its sources: then a build has nothing to do."""

import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import cache, layout
from generator.cache import Cache
from generator.diagnostic import Diagnostic
from generator.kit import Kit

_NAME = "site"


@dataclass(frozen=True)
class Built:
    """What the last build said, and how many pages it made."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int


class Stamp:
    """Ties a site to all that it was made from: sources, templates, program, day.

    Args:
        kit: what was read.
        site: where its site goes.
    """

    def __init__(self, kit: Kit, site: Path) -> None:
        self._cache, self._site = Cache(kit.root), site
        folders = (*layout.SHAPING, layout.EXCEPTIONS, layout.CONTENT, layout.TEMPLATES)
        shared = cache.folder_digest(*(kit.root / name for name in folders))
        read = [(document.path, document.digest) for document in kit.documents]
        files = repr((str(site), kit.today, kit.config.searchable, read))
        self._common = cache.digest(cache.program(), shared, files.encode())
        self._register = kit.register.text

    def _key(self, added: str = "") -> bytes:
        return cache.digest(self._common, (self._register + added).encode())

    def built(self) -> Built | None:
        """Give what was said of the site that stands there, if it is still that of these sources and nobody
        touched it.
        """
        content = self._cache.load(_NAME, self._key())
        if content is None:
            return None
        state, built = pickle.loads(content)  # noqa: S301 — signed by this user
        return built if state == _state(self._site) else None

    def set(self, built: Built, added: str = "") -> None:
        """Keep what was said of the site that has just been put in place, lines being added to the register
        of addresses.
        """
        self._cache.save(_NAME, self._key(added), pickle.dumps((_state(self._site), built)))


def _state(site: Path) -> bytes:
    """Give what identifies the files of a site, without reading them: names, sizes, times of change."""
    return cache.digest(repr(sorted(_files(str(site)))).encode())


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as found:
            for item in found:
                if item.is_dir(follow_symlinks=False):
                    yield from _files(item.path)
                else:
                    status = item.stat(follow_symlinks=False)
                    yield item.path, status.st_size, status.st_mtime_ns
    except OSError:  # no site, or it goes away meanwhile: it is not the one that was kept
        yield folder, -1, -1
