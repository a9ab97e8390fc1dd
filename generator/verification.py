"""What a new site is refused for before it takes the place of the former one."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from xml.parsers import expat

from generator import french
from generator.publish import PublishError
from generator.site_links import BrokenLink, PageLinks, broken_links

MAX_PAGE_BYTES = 2 * 1024 * 1024
"""No one reads a page as heavy: ten novels, thirty times the longest list of the real kit."""
_SHOWN = 5


def verify(
    site: Path, expected: Iterable[str], pages: Mapping[str, PageLinks] | None = None, site_url: str = ""
) -> None:
    """Verify a site: every expected file is there and not empty, no page is absurdly heavy, JSON and XML can
    be read, every link between pages leads to a file and to an anchor that are there.

    Args:
        site: its folder.
        expected: path of the files that must be there.
        pages: ids and targets of each page, by its path.
        site_url: its address.

    Raises:
        PublishError: with the pages at fault and what each of them lacks.
    """
    if missing := [path for path in expected if not _has_content(site / path)]:
        message = f"il manque au site : {', '.join(missing[:_SHOWN])}"
        raise PublishError(message)
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    found = [*_heavy(files), *_unreadable(files), *_dead(files, pages or {}, site_url)]
    if found:
        more = [f"et {french.count(len(found) - _SHOWN, 'autre défaut', 'autres défauts')}"]
        lines = [*found[:_SHOWN], *(more if len(found) > _SHOWN else [])]
        message = "\n  ".join(["le site construit a des défauts, il n'est pas publié :", *lines])
        raise PublishError(message)


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _heavy(files: Mapping[str, Path]) -> Iterator[str]:
    for name, path in files.items():
        size = path.stat().st_size if path.suffix == ".html" else 0
        if size > MAX_PAGE_BYTES:
            weight = french.quantity(size // 1024, "ko")
            limit = french.quantity(MAX_PAGE_BYTES // 1024, "ko")
            yield f"« {name} » pèse {weight}, plus que la limite de {limit} : coupez ce qu'elle montre"


def _unreadable(files: Mapping[str, Path]) -> Iterator[str]:
    for name, path in files.items():
        read = _READERS.get(path.suffix)
        try:
            if read:
                read(path.read_bytes())
        except (ValueError, RecursionError, expat.ExpatError) as error:
            yield f"« {name} » est mal écrit, un programme ne pourrait le lire : {error}"


def _read_xml(content: bytes) -> None:
    expat.ParserCreate().Parse(content, True)


_READERS: Mapping[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".xml": _read_xml,
    ".svg": _read_xml,
}


def _dead(files: Mapping[str, Path], pages: Mapping[str, PageLinks], site_url: str) -> Iterator[str]:
    """Tell the first link to each place that is not there: those of the menu are on every page."""
    first: dict[str, BrokenLink] = {}
    others: Counter[str] = Counter()
    for link in broken_links(pages, files, site_url):
        if first.setdefault(link.path, link) is not link:
            others[link.path] += 1
    for path, link in first.items():
        more = f" (et de même dans {french.count(others[path], 'autre page', 'autres pages')})"
        said = f"dans « {link.page} », le lien « {link.target} » ne mène à rien"
        yield said + (more if others[path] else "")
