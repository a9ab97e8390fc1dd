"""What a new site is refused for before it takes the place of the former one."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import splitext
from xml.parsers import expat

from generator import french
from generator.publish import PublishError
from generator.site_files import State
from generator.site_links import BrokenLink, PageLinks, broken_links

MAX_PAGE_BYTES = 2 * 1024 * 1024
"""No one reads a page as heavy: ten novels, thirty times the longest list of the real kit."""
_SHOWN = 5


@dataclass(frozen=True)
class Candidate:
    """A site before it is put in place: its folder, the state of each of its files, what each page names;
    `sound` are the files that were verified in the former site and are the same, among the same others.
    """

    folder: Path
    files: Mapping[str, State]
    pages: Mapping[str, PageLinks] = field(default_factory=dict)
    sound: Collection[str] = ()


def verify(site: Candidate, expected: Iterable[str], site_url: str = "") -> None:
    """Verify a site: every expected file is there and not empty, no page is absurdly heavy, JSON and XML can
    be read, every link between pages leads to a file and to an anchor that are there.

    Args:
        site: the site.
        expected: path of the files that must be there.
        site_url: its address.

    Raises:
        PublishError: with the pages at fault and what each of them lacks.
    """
    if missing := [path for path in expected if not site.files.get(path, (0, 0))[0]]:
        message = f"il manque au site : {', '.join(missing[:_SHOWN])}"
        raise PublishError(message)
    new = {path: site.files[path] for path in sorted(site.files.keys() - site.sound)}
    found = [*_heavy(new), *_unreadable(site.folder, new), *_dead(site, site_url)]
    if found:
        more = [f"et {french.count(len(found) - _SHOWN, 'autre défaut', 'autres défauts')}"]
        lines = [*found[:_SHOWN], *(more if len(found) > _SHOWN else [])]
        message = "\n  ".join(["le site construit a des défauts, il n'est pas publié :", *lines])
        raise PublishError(message)


def _heavy(files: Mapping[str, State]) -> Iterator[str]:
    for name, (size, _) in files.items():
        if name.endswith(".html") and size > MAX_PAGE_BYTES:
            weight = french.quantity(size // 1024, "ko")
            limit = french.quantity(MAX_PAGE_BYTES // 1024, "ko")
            yield f"« {name} » pèse {weight}, plus que la limite de {limit} : coupez ce qu'elle montre"


def _unreadable(folder: Path, files: Iterable[str]) -> Iterator[str]:
    for name in files:
        read = _READERS.get(splitext(name)[1])
        try:
            if read:
                read((folder / name).read_bytes())
        except (ValueError, RecursionError, expat.ExpatError) as error:
            yield f"« {name} » est mal écrit, un programme ne pourrait le lire : {error}"


def _read_xml(content: bytes) -> None:
    expat.ParserCreate().Parse(content, True)


_READERS: Mapping[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".xml": _read_xml,
    ".svg": _read_xml,
}


def _dead(site: Candidate, site_url: str) -> Iterator[str]:
    """Tell the first link to each place that is not there: those of the menu are on every page."""
    first: dict[str, BrokenLink] = {}
    others: Counter[str] = Counter()
    for link in broken_links(site.pages, site.files, site_url, site.sound):
        if first.setdefault(link.path, link) is not link:
            others[link.path] += 1
    for path, link in first.items():
        more = f" (et de même dans {french.count(others[path], 'autre page', 'autres pages')})"
        said = f"dans « {link.page} », le lien « {link.target} » ne mène à rien"
        yield said + (more if others[path] else "")
