"""Links of editorial pages to entries: the engine, which works while entries are read, passes them on as they
are held, and they get their addresses once it is done.
"""

import re
from collections.abc import Collection
from html import escape, unescape

from generator.addresses import relative
from generator.links import Links, path_of
from generator.pages import Page

_HELD = "odljetonfiche/"
"""Starts a link that is held; what follows is the path of the entry, from the root of the kit."""
_LINK = re.compile(rf'href="{_HELD}([^"]*)"')


def hold(page: Page, target: str, folders: Collection[str]) -> str | None:
    """Give the link to pass on in the place of a path written in a page; None when no entry is there.

    Args:
        page: the page.
        target: the path, with its `#anchor`, relative to it.
        folders: those of entries.
    """
    path, mark, anchor = path_of(page.path, target), *target.partition("#")[1:]
    return f"{_HELD}{path}{mark}{anchor}" if path.rpartition("/")[0] in folders else None


def resolve(html: str, page: Page, links: Links) -> str:
    """Give its address to each link that was passed on; one that leads nowhere stays, and the site will be
    refused for it.
    """

    def address(match: re.Match[str]) -> str:
        found = links.address("", unescape(match[1]))
        return match[0] if found is None else f'href="{escape(relative(found, page.address))}"'

    return _LINK.sub(address, html)
