"""Every folder and file name that the program knows, relative to the root of a kit."""

from pathlib import Path

MARKER = "mkdocs.yml"
"""The file whose folder is the root of a kit."""

CONTENT = "content"
CANEVAS = "kit/canevas"
VOCABULARIES = "kit/vocabulaires"
REVIEW = "kit/relectures.yml"
EXCEPTIONS = "kit/exceptions.yml"
ADDRESSES = "kit/adresses.txt"
DEFINITIONS = (CANEVAS, VOCABULARIES, REVIEW, EXCEPTIONS, ADDRESSES)
NOTICES = ("LICENSE", "LICENSE.md", "README.md")
"""Files that explain a folder to who opens it; nothing reads them."""

TEMPLATES = "overrides"
BODY_TEMPLATES = "overrides/kit"
FOLDERS = frozenset({CONTENT, CANEVAS.partition("/")[0], TEMPLATES})
"""Folders of any kit, beside those of its kinds."""
SITE = "site"
LOST = "404.html"
"""The page that servers give for an address that leads nowhere."""

STAGED_DOCS = "build/docs"
STAGED_CONFIG = "build/mkdocs.yml"
ENGINE_OUTPUT = "build/moteur"
NEXT_SITE = "build/site"
INDEXED = "build/recherche"
"""Pages as the search indexes them."""
CACHE = "build/cache"
"""What former runs made and may serve again; it may be deleted at any moment."""
LATE = "build/suite"
"""What is made after the pages, before it takes its place."""
LOCK = "build/verrou"
CRASH_LOG = "build/defaut.log"

KINDS_IN_MENU = "[[genres]]"
"""The item of `nav`, in mkdocs.yml, that stands for one item a kind."""

ENTRY_SUFFIXES = (".md", ".yml", ".yaml")
TEXT_SUFFIX = ".txt"
"""Of the files of lines: no head, no sections."""
ASSET_SUFFIXES = (".avif", ".csv", ".jpg", ".jpeg", ".pdf", ".png", ".webp")
"""What `content/` may hold beside pages: nothing that a browser would run."""
MAX_FILE_BYTES = 1024 * 1024
"""A larger file is refused unread: the longest real entry is 12 kB."""

SCHEMAS = Path(__file__).with_name("schemas")
"""JSON Schemas of the program's own file formats: canevas, common definitions, vocabulary, page,
exceptions, words of the review."""

LIVE = Path(__file__).with_name("live")
"""What `odl serve` adds to the pages that it serves, and never to the site."""


def find_root(start: Path) -> Path | None:
    """Give the nearest folder, from `start` upward, that holds a kit; None when there is none."""
    return next((folder for folder in (start, *start.parents) if (folder / MARKER).is_file()), None)
