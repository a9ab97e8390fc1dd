"""recherche/opensearch.xml: lets a browser search the site from its own bar (OpenSearch 1.1, draft 6)."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.addresses import OPENSEARCH, SEARCH
from generator.kit import Kit
from generator.plan import PagePlan
from generator.rendered import Rendered

_LONGEST_NAME = 16
_LONGEST_DESCRIPTION = 1024
"""Limits of `ShortName` and `Description` in that specification."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the description; a site without a known address has none, since its template is absolute, nor has
    one that cannot be searched.
    """
    if kit.config.site_url and kit.config.searchable:
        yield Rendered(OPENSEARCH, _description(kit))


def _description(kit: Kit) -> str:
    name = kit.config.site_name
    address = escape(kit.config.site_url + SEARCH, {'"': "&quot;"})
    described = str(kit.config.raw.get("site_description") or name)[:_LONGEST_DESCRIPTION]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"  <ShortName>{escape(_short(name))}</ShortName>",
        f"  <LongName>{escape(name[:48])}</LongName>",
        f"  <Description>{escape(described)}</Description>",
        "  <Language>fr</Language>",
        "  <InputEncoding>UTF-8</InputEncoding>",
        f'  <Url type="text/html" template="{address}?q={{searchTerms}}"/>',
        "</OpenSearchDescription>",
    ]
    return "\n".join([*lines, ""])


def _short(name: str) -> str:
    """Shorten a name to whole words, or to its first letters when its first word is already too long."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > _LONGEST_NAME:
        words.pop()
    return " ".join(words)[:_LONGEST_NAME]
