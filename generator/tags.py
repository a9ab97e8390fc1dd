"""Attributes of a page, told from texts that look like them: in a text or a value, `<` and `>` are always
written `&lt;` and `&gt;`. A page is looked through once, whatever its texts hold.
"""

import re
from collections.abc import Iterator


def tags(html: str) -> str:
    """Give the tags of a page, without their angle brackets, and nothing of its texts."""
    return " ".join([part.partition(">")[0] for part in html.split("<")[1:]])


def without(attribute: re.Pattern[str], html: str) -> str:
    """Give a page without some of its attributes."""
    parts, kept = [], 0
    for found in _in_tags(attribute, html):
        parts.append(html[kept : found.start()])
        kept = found.end()
    return "".join([*parts, html[kept:]])


def _in_tags(attribute: re.Pattern[str], html: str) -> Iterator[re.Match[str]]:
    seen, is_tag = 0, False
    for found in attribute.finditer(html):
        opened, closed = html.rfind("<", seen, found.start()), html.rfind(">", seen, found.start())
        is_tag = opened > closed or (is_tag and opened == closed)
        seen = found.start()
        if is_tag:
            yield found
