"""Files of a site, made and to be made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rendered:
    """One file of the site: its path, `index.html` included, and its text or, of a picture, its bytes."""

    path: str
    text: str = ""
    raw: bytes = b""
    indexed: str = ""
    """What the search indexes in its place; nothing if it is not to be found."""

    @property
    def content(self) -> bytes:
        """What is written on disk."""
        return self.raw or self.text.encode()


@dataclass(frozen=True)
class Job:
    """Writes one page, whatever the process and the order. What it writes depends on `key`, on what `others`
    gives and on what all pages depend on (see `pages_key`). What `others` gives can only change with the face
    of an entry (`Entry.face`). `is_found` if the search may find the page: it is then made first.
    """

    path: str
    make: Callable[[], Rendered]
    key: bytes
    others: Callable[[], bytes] = bytes
    is_found: bool = True
