"""Links written in entries: which page they lead to."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from generator import layout
from generator.addresses import addresses
from generator.kit import Kit
from generator.markdown import has_safe_scheme, scheme
from generator.outline import Link
from generator.quotations import with_values


def is_internal(target: str) -> bool:
    """Tell whether a target is a path of the repository rather than an address of the web."""
    return not scheme(target) and not target.startswith("//")


def has_refused_scheme(target: str) -> bool:
    """Tell whether a target is an address that the site does not print."""
    return not has_safe_scheme(target)


class Links:
    """Resolves the paths written in entries into addresses of the site."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._known: dict[str, tuple[str, ...]] = {}

    def address(self, source: str, target: str) -> str | None:
        """Give the address, with its `#anchor`, of a path written in a file.

        Args:
            source: the file in which it is written.
            target: the path as it is written, relative to that file.

        Returns:
            The address; None when no page is there, or no such section in an entry.
        """
        if not target:
            return None
        anchor = unquote(target).partition("#")[2]
        where = path_of(source, target)
        entry = self._kit.by_path.get(where)
        if entry and anchor and all(anchor != section.name for section in entry.sections):
            return None
        found = entry.address if entry else self._others.get(where)
        return None if found is None else f"{found}#{anchor}" if anchor else found

    def known(self, source: str) -> tuple[str, ...]:
        """Give every path that could be written in a file."""
        folder = posixpath.dirname(source)
        if folder not in self._known:
            every = (*self._kit.by_path, *self._others)
            self._known[folder] = tuple(posixpath.relpath(path, folder) for path in every)
        return self._known[folder]

    def path_to(self, source: str, address: str) -> str:
        """Give the path that a file should write to lead to an address of the site; empty when no page is
        there.
        """
        found = self._paths.get(address.removesuffix("index.html"))
        return posixpath.relpath(found, posixpath.dirname(source)) if found else ""

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Files by the address of their page."""
        others = {address: path for path, address in self._others.items()}
        return others | {entry.address: path for path, entry in self._kit.by_path.items()}

    @cached_property
    def _others(self) -> dict[str, str]:
        """Editorial pages and files by path, and generated pages by the path they would have there."""
        pages = {page.path: page.address for page in self._kit.pages}
        pages |= {path: path.removeprefix(f"{layout.CONTENT}/") for path in self._kit.assets}
        generated = {f"{layout.CONTENT}/{address}index.md": address for address in addresses(self._kit)}
        return generated | pages


def path_of(source: str, target: str) -> str:
    """Give the path, from the root, of what a file names; one that starts with `/` leads nowhere."""
    path = unquote(target).partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source


def written_links(kit: Kit) -> Iterator[tuple[str, Link]]:
    """Give each link of the kit and each image of its pages, with the file in which it is written; images
    of entries have a rule of their own. What a page quotes in a link is already put there.
    """
    for entry in kit.entries:
        yield from ((entry.path, link) for link in entry.links if not link.is_image)
    for page in kit.pages:
        for link in page.outline.links:
            yield page.path, link._replace(target=with_values(link.target, kit.config))
