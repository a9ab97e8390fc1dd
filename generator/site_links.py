"""What a page names and what may be named in it; which links of a site lead nowhere in it.

Pages are read apart, in any order, by a pure function; their links are then judged against them all.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.tags import tags

_ATTRIBUTE = re.compile(r""" (id|href|src|action|data-source)=("[^"]*"|'[^']*'|[^\s"'<>]+)""")
"""An attribute of a tag. A space comes first rather than any blank: it is three times faster."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_QUERY = re.compile(r"[?#]")
_INDEX = "index.html"
_CUT = "\0"
"""A character that HTML has no way to write (HTML Living Standard, 13.2.5.80)."""
_TOP = ("", "top")
"""Anchors that lead to the top of any page (HTML Living Standard, 7.4.6.4)."""


class PageLinks(NamedTuple):
    """Ids of a page, and the targets that it names, as they are written. They are kept as two texts, cut by
    what no page holds: sets of ten thousand pages would fill the memory.
    """

    joined_ids: str
    joined_targets: str

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the page."""
        return frozenset(self.joined_ids.split(_CUT)) - {""}

    @property
    def targets(self) -> frozenset[str]:
        """Targets that it names."""
        return frozenset(self.joined_targets.split(_CUT)) - {""}


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A target that leads nowhere, the page that names it, and the path that it should have in the site."""

    page: str
    target: str
    path: str


@dataclass(frozen=True)
class _Site:
    """What there is to lead to."""

    pages: Mapping[str, PageLinks]
    files: Collection[str]
    roots: tuple[str, ...]
    sound: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Targets known to lead somewhere from every page of a depth: those of the menu are judged once."""


def anchors_and_links(html: str) -> PageLinks:
    """Read the ids and the targets of a page."""
    ids: set[str] = set()
    targets: set[str] = set()
    for name, quoted in _ATTRIBUTE.findall(tags(html).replace("\n", " ")):
        value = quoted[1:-1] if quoted[0] in "\"'" else quoted
        (ids if name == "id" else targets).add(unescape(value) if "&" in value else value)
    return PageLinks(_CUT.join(sorted(ids)), _CUT.join(sorted(targets)))


def broken_links(
    pages: Mapping[str, PageLinks],
    files: Collection[str],
    site_url: str = "",
    sound: Collection[str] = (),
) -> Iterator[BrokenLink]:
    """Give the links of pages that lead to no file of the site, or to no id of a page.

    Args:
        pages: what each page holds, by its path, `index.html` included.
        files: path of every file of the site.
        site_url: address of the site, with a final `/`; what leads out of it is not judged.
        sound: pages whose links are known to lead somewhere.
    """
    roots = (site_url, urlsplit(site_url).path) if site_url else ("/",)
    site = _Site(pages, files, tuple(root for root in roots if root))
    for page in sorted(pages.keys() - sound):
        links = pages[page]
        own = {f"#{name}" for name in links.ids}
        for target in sorted(links.targets - own - site.sound[page.count("/")]):
            path = _path(site.roots, page, target)
            if path is not None and not _is_there(site, path):
                yield BrokenLink(page, target, path)
            else:
                _remember(site, page, target)


def _remember(site: _Site, page: str, target: str) -> None:
    depth = page.count("/")
    if target.startswith("../" * depth or "/"):  # from the root of the site, whatever the page
        site.sound[depth].add(target)


def _is_there(site: _Site, path: str) -> bool:
    place, _, anchor = path.partition("#")
    file = unquote(place.partition("?")[0])
    if file not in site.files:
        return False
    if anchor in _TOP or file not in site.pages:
        return True
    return not site.pages[file].ids.isdisjoint((anchor, unquote(anchor)))


def _path(roots: tuple[str, ...], page: str, target: str) -> str | None:
    """Give the path of the file that a target names, with its query and its anchor; None out of the site."""
    if target.startswith(("#", "?")) or not target:
        return page + target
    for root in roots:
        if target.startswith(root):
            return _file(target.removeprefix(root))
    return None if _ELSEWHERE.match(target) else _file(join(dirname(page), target))


def _file(path: str) -> str:
    """Name the file at an address without a server's help: its dots resolved, the index of a folder added."""
    address = _QUERY.split(path, maxsplit=1)[0]
    is_folder = address.endswith("/") or address.rpartition("/")[2] in {"", ".", ".."}
    tidy = "" if (found := normpath(address)) == "." else found
    return (join(tidy, _INDEX) if is_folder else tidy) + path[len(address) :]
