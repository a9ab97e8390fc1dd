"""Links written in entries: which page they lead to."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote, urlsplit

from generator import layout
from generator.addresses import addresses
from generator.kit import Kit
from generator.markdown import SCHEMES, Link


def is_internal(target: str) -> bool:
    """Tell whether a target is a path of the repository rather than an address of the web."""
    return not _scheme(target) and not target.startswith("//")


def has_refused_scheme(target: str) -> bool:
    """Tell whether a target is an address that the site does not print."""
    return target.startswith("//") or (_scheme(target) not in (*SCHEMES, ""))


def _scheme(target: str) -> str:
    try:
        return urlsplit(target.strip()).scheme.lower()
    except ValueError:
        return "?"


class Links:
    """Resolves the paths written in entries into addresses of the site."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def address(self, source: str, target: str) -> str | None:
        """Give the address, with its `#anchor`, of a path written in a file.

        Args:
            source: the file in which it is written.
            target: the path as it is written, relative to that file.

        Returns:
            The address; None when no page is there, or no such section in an entry.
        """
        path, _, anchor = unquote(target).partition("#")
        if path.startswith("/"):
            return None
        where = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
        entry = self._kit.by_path.get(where)
        if entry and anchor and all(anchor != section.name for section in entry.sections):
            return None
        found = entry.address if entry else self._others.get(where)
        return None if found is None else f"{found}#{anchor}" if anchor else found

    def known(self, source: str) -> tuple[str, ...]:
        """Give every path that could be written in a file."""
        folder = posixpath.dirname(source)
        return tuple(posixpath.relpath(path, folder) for path in (*self._kit.by_path, *self._others))

    @cached_property
    def _others(self) -> dict[str, str]:
        """Editorial pages by file, and generated pages by the file that they would be in `content/`."""
        pages = {page.path: page.address for page in self._kit.pages}
        generated = {f"{layout.CONTENT}/{address}index.md": address for address in addresses(self._kit)}
        return generated | pages


def written_links(kit: Kit) -> Iterator[tuple[str, Link]]:
    """Give each link of the kit, images left out, with the file in which it is written."""
    for entry in kit.entries:
        yield from ((entry.path, link) for link in entry.links if not link.is_image)
    for page in kit.pages:
        yield from ((page.path, link) for link in page.outline.links if not link.is_image)
