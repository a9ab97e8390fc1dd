"""A page as its readers get it, and as the search indexes it: its own text, without menu nor foot.

Attributes named `data-pagefind-…` and `data-index-…` are written for the index alone: readers are not sent
them.
"""

import re

MARK = "data-pagefind-body"
"""A page that bears it is found by the search."""

_IN_TAG = "(?=[^<>]*+>)"
"""What follows an attribute: in a text and in a value, `<` and `>` are always written `&lt;` and `&gt;`."""
_ATTRIBUTE = re.compile(rf' data-(?:pagefind|index)-[a-z-]+(?:="[^"]*+")?{_IN_TAG}')
_ANCHOR = re.compile(rf' id="[^"]*+"{_IN_TAG}')
"""Pagefind lists them in what a reader loads of each result, 4 % of its bytes, and no result leads to one."""
_OPENED, _CLOSED = "<article", "</article>"


def for_readers(html: str) -> str:
    """Give a page without what is written for the index."""
    return _ATTRIBUTE.sub("", html)


def for_index(html: str) -> str:
    """Give what is indexed of a page; an empty text if it is not to be found."""
    start, end = html.find(_OPENED), html.rfind(_CLOSED) + len(_CLOSED)
    is_found = MARK in html and 0 <= start < end
    own = _ANCHOR.sub("", html[start:end]) if is_found else ""
    return f'<!doctype html><html lang="fr"><body>{own}</body></html>' if is_found else ""
