"""A page as its readers get it, and as the search indexes it: its own text, without menu nor foot.

Attributes named `data-pagefind-…` and `data-index-…` are written for the index alone: readers are not sent
them.
"""

import re

MARK = "data-pagefind-body"
"""A page that bears it is found by the search."""

_ATTRIBUTE = re.compile(r" data-(?:pagefind|index)-[a-z-]+(?:=\"[^\"]*\")?(?=[^<>]*>)")
"""One that is in a tag; in a text and in a value, `<` and `>` are always written `&lt;` and `&gt;`."""
_ANCHOR = re.compile(r" id=\"[^\"]*\"(?=[^<>]*>)")
"""Pagefind lists them in what a reader loads of each result, 4 % of its bytes, and no result leads to one."""
_OWN = re.compile(r"<article\b.*</article>", re.DOTALL)


def for_readers(html: str) -> str:
    """Give a page without what is written for the index."""
    return _ATTRIBUTE.sub("", html)


def for_index(html: str) -> str:
    """Give what is indexed of a page; an empty text if it is not to be found."""
    own = _OWN.search(html) if MARK in html else None
    return f'<!doctype html><html lang="fr"><body>{_ANCHOR.sub("", own[0])}</body></html>' if own else ""
