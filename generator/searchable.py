"""A page as its readers get it, and as the search indexes it: its own text, without menu nor foot.

Attributes named `data-pagefind-…` and `data-index-…` are written for the index alone: readers are not sent
them.
"""

import re

from generator.tags import without

MARK = "data-pagefind-body"
"""A page that bears it is found by the search."""

_ATTRIBUTE = re.compile(r" data-(?:pagefind|index)-[a-z-]+(?:=\"[^\"]*\")?")
_ANCHOR = re.compile(r" id=\"[^\"]*\"")
"""Pagefind lists them in what a reader loads of each result, 4 % of its bytes, and no result leads to one."""
_OPENED, _CLOSED = "<article", "</article>"


def for_readers(html: str) -> str:
    """Give a page without what is written for the index."""
    return without(_ATTRIBUTE, html)


def for_index(html: str) -> str:
    """Give what is indexed of a page; an empty text if it is not to be found."""
    start, end = html.find(_OPENED), html.rfind(_CLOSED) + len(_CLOSED)
    is_found = MARK in html and 0 <= start < end
    own = without(_ANCHOR, html[start:end]) if is_found else ""
    return f'<!doctype html><html lang="fr"><body>{own}</body></html>' if is_found else ""
