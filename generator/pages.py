"""content/ -> Pages: the editorial pages, checked before the engine sees them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator import layout
from generator.definitions import own_schema
from generator.diagnostic import Fault
from generator.files import list_tree
from generator.outline import Outline, outline
from generator.positions import Positions
from generator.prose import Prose, Written, of_head, of_text
from generator.source import Document, digest, read


@dataclass(frozen=True)
class Page:
    """One editorial page."""

    document: Document
    title: str
    description: str
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> str:
        """Its file, relative to the root."""
        return self.document.path

    @property
    def address(self) -> str:
        """Its address on the site."""
        return address_of(self.path.removeprefix(f"{layout.CONTENT}/"))

    @cached_property
    def outline(self) -> Outline:
        """Where its parts stand."""
        return outline(self.document.body, self.positions)

    @cached_property
    def proses(self) -> tuple[Prose, ...]:
        """The words of its head, then of its body."""
        written = Written(self.document.body, self.positions, self.outline)
        return of_head(self.document, own_schema("page")), of_text(written)

    @property
    def positions(self) -> Positions:
        """Lines and columns of its body."""
        first_line = self.document.text.count("\n", 0, self.document.body_start) + 1
        return Positions(self.path, self.document.body, first_line)


@dataclass(frozen=True)
class Content:
    """What `content/` holds: pages, and the paths of the pictures and documents that go with them."""

    pages: tuple[Page, ...] = ()
    assets: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_content(root: Path, former: Iterable[Page] = ()) -> Content:
    """Read `content/`, in the order of paths.

    Args:
        root: folder of the kit.
        former: pages read before, each given back if its file is the same.
    """
    found = list_tree(root, layout.CONTENT, (".md", *layout.ASSET_SUFFIXES))
    known = {page.path: page for page in former if page.document.digest}
    pages = tuple(_read(root, path, known.get(path)) for path in found.paths if path.endswith(".md"))
    return Content(pages, tuple(path for path in found.paths if not path.endswith(".md")), found.faults)


def address_of(path: str) -> str:
    """Give the address of a page from its path in `content/`, as the engine makes it."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def _read(root: Path, path: str, former: Page | None) -> Page:
    is_same = former is not None and former.document.digest == digest(root, path)
    return former if former and is_same else _page(read(root, path))


def _page(document: Document) -> Page:
    fields = document.fields
    if fields is None:
        return Page(document, "", "", document.faults)
    schema = own_schema("page")
    value = schema.build(fields)
    found = Page(document, str(value.get("title", "")), str(value.get("description", "")))
    faults = (
        *document.faults,
        *schema.faults(fields, value),
        *found.outline.faults,
    )
    return replace(found, faults=faults)
