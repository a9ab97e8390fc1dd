"""Whether a site is already that of its sources: then a build has nothing to do."""

import pickle
from dataclasses import dataclass
from pathlib import Path

from generator import cache, layout
from generator.cache import Cache
from generator.diagnostic import Diagnostic
from generator.kit import Kit
from generator.site_files import site_files

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
        self._cache, self._kit, self._site = Cache(kit.root), kit, site
        self._copied = self._read_later()

    def _key(self, added: str = "") -> bytes:
        read = cache.documents_digest(one for one in self._kit.sources if one.path != layout.ADDRESSES)
        kit = self._kit
        others = repr((str(self._site), kit.today, kit.config.searchable, kit.file_faults))
        known = self._kit.register.text + added
        return cache.digest(cache.program(), read, self._copied, others.encode(), known.encode())

    def _read_later(self) -> bytes:
        """Give what identifies the files that the build reads by itself."""
        return cache.folder_digest(*(self._kit.root / name for name in (layout.CONTENT, layout.TEMPLATES)))

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
        of addresses; nothing if a file that it was made from has changed meanwhile.
        """
        if self._read_later() == self._copied:
            self._cache.save(_NAME, self._key(added), pickle.dumps((_state(self._site), built)))


def _state(site: Path) -> bytes:
    """Give what identifies the files of a site, without reading them: names, sizes, times of change."""
    return cache.digest(repr(sorted(site_files(site).items())).encode())
