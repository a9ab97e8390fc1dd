"""Whether a site is already that of its sources: then a build has nothing to do.

Sources are looked at as files, by name and content, before anything is read in them: what would be understood
of them is known to be the same.
"""

import os
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from generator import cache, clock, layout
from generator.cache import Cache, content_digest
from generator.diagnostic import Diagnostic
from generator.site_files import beside, seal

if TYPE_CHECKING:
    from generator.kit import Kit

_NAME = "site"
_BUILDS = layout.NEXT_SITE.partition("/")[0]


@dataclass(frozen=True)
class Built:
    """What the last build said, and how many pages it made.

    `lines` are those of the files that have diagnostics, by path; `tally` is the sentence that counts.
    """

    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[str, list[str]]
    tally: str
    pages: int


class Stamp:
    """Ties a site to all that it is made from: sources, templates, program, day.

    Args:
        root: folder of the kit; what stands in it is looked at now.
        site: where its site goes.
        searchable: whether words may be searched in it.
    """

    def __init__(self, root: Path, site: Path, *, searchable: bool = True) -> None:
        self._cache, self._root, self._site = Cache(root), root, site
        self._names = dict(sorted(_names(root, site)))
        wanted = repr((str(site), searchable, clock.today(os.environ)))
        self._key = cache.digest(cache.program(), wanted.encode("utf-8", "surrogateescape"))
        self._folders: frozenset[str] = frozenset()
        self._read: dict[str, bytes] = {}
        self._others: dict[str, bytes] = {}
        self._register = ""

    def built(self) -> Built | None:
        """Give what was said of the site that stands there, if it is still that of these sources, nobody
        touched it, and no build died that left something to clean beside it.
        """
        content = self._cache.load(_NAME, self._key)
        if content is None or any(path.exists() for path in beside(self._site)):
            return None
        self._folders, sources, state, built = pickle.loads(content)  # noqa: S301 — signed by this user
        is_same = state == seal(self._site) and sources == self._identity(self._hashed(self._that()))
        return built if is_same else None

    def follow(self, kit: "Kit") -> None:
        """Take note of what was read of the sources, and of the rest of them before it is."""
        self._folders, self._register = kit.definitions.folders, kit.register.text
        self._read = {one.path: one.digest for one in kit.documents}
        self._others = self._hashed(name for name in self._that() if name not in self._read)
        self._others |= {one.path: one.digest for one in kit.sources if one.path in self._others}

    def set(self, built: Built, added: str = "") -> None:
        """Keep what was said of the site that has just been put in place, lines being added to the register
        of addresses; nothing if a file that it was made from has changed meanwhile.
        """
        if added:
            self._others[layout.ADDRESSES] = content_digest((self._register + added).encode())
        if self._hashed(self._others) == self._others:
            sources = self._identity(self._read | self._others)
            kept = (self._folders, sources, seal(self._site), built)
            self._cache.save(_NAME, self._key, pickle.dumps(kept))

    def _that(self) -> Iterator[str]:
        """Give the files whose content counts: those of the folders that are read, and elsewhere what would
        be taken for a lost entry. The register counts even before a build makes it.
        """
        yield layout.ADDRESSES
        for name in self._names:
            if _is_in(self._folders, name) or (
                _is_at_hand(name) and name.lower().endswith(layout.ENTRY_SUFFIXES)
            ):
                yield name

    def _hashed(self, names: Iterable[str]) -> dict[str, bytes]:
        return {name: _content(self._root / name) for name in names}

    def _identity(self, contents: Mapping[str, bytes]) -> bytes:
        """Give what identifies the sources: the names and the contents that count."""
        own = (one for one in self._names.items() if one[0] != layout.ADDRESSES)
        names = [one for one in own if _is_at_hand(one[0]) or _is_in(self._folders, one[0])]
        return cache.digest(repr((names, sorted(contents.items()))).encode("utf-8", "surrogateescape"))


def _is_in(folders: frozenset[str], name: str) -> bool:
    return name.partition("/")[0] in folders


def _is_at_hand(name: str) -> bool:
    """Tell whether something stands at the root of a kit, or in a folder of the root."""
    return name.count("/") < 2  # noqa: PLR2004


def _names(root: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Give what stands in a kit, each with a mark of what it is. What is hidden at its root, builds and the
    site are left out; links are not entered, nor what cannot be listed.
    """
    left, folders = {str(root / _BUILDS), str(site)}, [(str(root), "")]
    while folders:
        folder, place = folders.pop()
        with suppress(OSError), os.scandir(folder) as found:
            for item in found:
                if item.path in left or (not place and item.name.startswith(".")):
                    continue
                is_folder = item.is_dir(follow_symlinks=False)
                yield place + item.name, "@" if item.is_symlink() else "/" if is_folder else ""
                if is_folder:
                    folders.append((item.path, f"{place}{item.name}/"))


def _content(file: Path) -> bytes:
    """Give what identifies the content of a file; empty when it is none that can be read."""
    try:
        return content_digest(file.read_bytes()) if S_ISREG(os.stat(file).st_mode) else b""  # noqa: PTH116 — for thousands of files
    except OSError:
        return b""
