"""Pieces of pages that many pages show, each written once: only their relative links differ."""

from collections.abc import Callable, Iterable
from typing import Protocol

from markupsafe import Markup

from generator.addresses import relative

_UP = "\x1a"
"""What stands for the way up in a piece that is kept: a control character, which no text holds (S104)."""


class Addressed(Protocol):
    """What has a page of its own, which tells it from all others."""

    @property
    def address(self) -> str:
        """Address of its page."""


Macro = Callable[..., Markup]


class Url:
    """Gives relative URLs from the page that is being written. A global of the templates: a macro that took
    it from each page would be made again for each.
    """

    def __init__(self) -> None:
        self.up = ""

    def start(self, page: str) -> None:
        """Give URLs from the page at an address from now on."""
        self.up = "../" * page.count("/")

    def __call__(self, address: str) -> str:
        """Give the URL of an address of the site."""
        return self.up + address if self.up else relative(address, "")


class Pieces:
    """What macros of the templates gave, given again on each page with its own links.

    Args:
        url: what the macros take their links from.
    """

    def __init__(self, url: Url) -> None:
        self._url = url
        self._known: dict[tuple[object, ...], str] = {}

    def each(self, macro: Macro, shown: Iterable[Addressed], *options: object) -> Markup:
        """Give what a macro gives for each thing: nothing else may come into it, but what is the same on all
        pages.
        """
        return self._linked("".join([self._kept(macro, one.address, one, *options) for one in shown]))

    def once(self, macro: Macro) -> Markup:
        """Give what a macro gives, which is the same on all pages."""
        return self._linked(self._kept(macro, ""))

    def _kept(self, macro: Macro, name: str, *given: object) -> str:
        key = (macro, name, *given[1:])
        if key not in self._known:
            up, self._url.up = self._url.up, _UP
            self._known[key] = str(macro(*given))
            self._url.up = up
        return self._known[key]

    def _linked(self, html: str) -> Markup:
        return Markup(html.replace(_UP, self._url.up))  # noqa: S704 — made by the templates, which escape
