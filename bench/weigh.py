"""What a page costs its reader: `make weigh`, or `python -m bench.weigh [SITE]`.

Bytes are those of bodies, gzip -6 (what common servers send), of the page and of all that its HTML names and
a browser fetches by itself: styles, scripts and the modules that they import, the icon, pictures that are not
lazy. What waits for a gesture (the index of the search, the data of the filters) is not there: a test watches
a browser ask for these files and no other.
"""

import gzip
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

KB = 1_000


@dataclass(frozen=True)
class Budget:
    """The most that a page may cost: bytes and requests of a first visit, bytes after a page of its kind."""

    first: int
    requests: int
    following: int


OFFER = Budget(20 * KB, 6, 8 * KB)
OTHER = Budget(25 * KB, 6, 12 * KB)
CATALOGUE = Budget(30 * KB, 9, 20 * KB)
"""Held near what the pages weigh, far under the 40 kB of an offer and the 60 kB of a catalogue that are the
most anyone was promised, so that growth is seen. The page of the search loads what it searches with.
"""

PAGES: Mapping[str, tuple[str, Budget]] = {
    "accueil": ("", OTHER),
    "offre": ("offres/alpi/", OFFER),
    "ressource": ("ressources/scdl/", OTHER),
    "animation": ("animations/hackathon/", OTHER),
    "catalogue": ("catalogue/", CATALOGUE),
    "page d'un enjeu": ("catalogue/enjeux/transparence/", OTHER),
    "recherche": ("recherche/", CATALOGUE),
    "guide": ("contribuer/proposer-une-offre/", OTHER),
}
"""What is weighed: a page of each kind of the real kit, its address and its budget."""

_IMPORT = re.compile(r"""^import\s[^'"]*['"](\./[^'"]+)['"]""", re.MULTILINE)


class _Named(HTMLParser):
    """Collects what a browser fetches for a page without being asked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        fetched = {
            "link": has.get("rel") in {"stylesheet", "icon", "preload", "modulepreload"} and has.get("href"),
            "script": has.get("src"),
            "img": has.get("loading") != "lazy" and has.get("src"),
        }.get(tag)
        if fetched and not fetched.startswith("data:"):
            self.found.append(fetched)


@dataclass(frozen=True)
class Weight:
    """A page and what it costs: each file that a first visit fetches, with its bytes."""

    address: str
    files: Mapping[str, int]

    @property
    def first(self) -> int:
        """Bytes of a first visit."""
        return sum(self.files.values())

    @property
    def page(self) -> int:
        """Bytes after a page of the same kind: its own file alone, the others being there."""
        return self.files[f"{self.address}index.html"]

    def after(self, other: "Weight") -> int:
        """Bytes when the files of another page are already there."""
        return sum(size for path, size in self.files.items() if path not in other.files)


def weigh(site: Path, address: str) -> Weight:
    """Weigh a page.

    Args:
        site: a built site.
        address: of the page, from the root of the site, with a final `/`; empty for the home page.

    Raises:
        OSError: the page, or a file that it names, is not there.
    """
    page = f"{address}index.html"
    named = _Named()
    named.feed((site / page).read_text("utf-8"))
    paths = [page, *(normpath(join(address, name)) for name in named.found)]
    return Weight(address, {path: _size(site / path) for path in _with_imports(site, paths)})


def _with_imports(site: Path, paths: list[str]) -> Iterator[str]:
    """Give paths, and the modules that the scripts among them import at once, each path once."""
    seen: set[str] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        yield path
        if path.endswith(".js"):
            imported = _IMPORT.findall((site / path).read_text("utf-8"))
            waiting += [normpath(join(path, "..", name)) for name in imported]


@cache
def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def table(site: Path) -> Iterator[str]:
    """Give the lines of the table: for each page a first visit, then the same after the home page and after
    another page of its kind, whose files it shares.
    """
    home = weigh(site, "")
    yield f"{'page':<18}{'1re visite':>12}{'requêtes':>10}{'après accueil':>15}{'du même genre':>15}"
    for name, (address, _) in PAGES.items():
        found = weigh(site, address)
        figures = f"{found.first / KB:>9.1f} kB{len(found.files):>10}{found.after(home) / KB:>12.1f} kB"
        yield f"{name:<18}{figures}{found.page / KB:>12.1f} kB"


if __name__ == "__main__":
    print("\n".join(table(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))))  # noqa: T201 — a command line
