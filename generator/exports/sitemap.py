"""sitemap.xml: every page worth listing, editorial ones included (sitemaps.org, protocol 0.9).

The day of the last change is given for the page of an entry, which says it; for others it is not known.
Beyond the number of addresses that the protocol allows in a file, sitemap.xml is an index of such files.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from generator.kit import Kit
from generator.news import day
from generator.plan import PagePlan
from generator.rendered import Rendered

MOST = 50_000
"""Addresses of a file: the limit of the protocol. So many of ours make 6 MB, far from its 50 MB."""
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def export(kit: Kit, plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the sitemap; a site without a known address has none."""
    base = kit.config.site_url
    if not base:
        return
    days = {page.address: "" for page in kit.pages}
    days |= {plan.address: day(plan.entry) if plan.entry else "" for plan in plans if plan.indexed}
    found = [(base + address, days[address]) for address in sorted(days)]
    if len(found) <= MOST:
        yield _file("sitemap.xml", "url", found)
        return
    paths = [f"sitemap-{start // MOST + 1}.xml" for start in range(0, len(found), MOST)]
    for rank, path in enumerate(paths):
        yield _file(path, "url", found[rank * MOST : (rank + 1) * MOST])
    yield _file("sitemap.xml", "sitemap", [(base + path, "") for path in paths])


def _file(path: str, tag: str, found: Iterable[tuple[str, str]]) -> Rendered:
    """Write addresses, each with its day if it has one, as elements of a set of that tag."""
    whole = {"url": "urlset", "sitemap": "sitemapindex"}[tag]
    lines = [
        f"  <{tag}><loc>{escape(address)}</loc>{f'<lastmod>{moment}</lastmod>' if moment else ''}</{tag}>"
        for address, moment in found
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_SPACE}">'
    return Rendered(path, "\n".join([head, *lines, f"</{whole}>", ""]))
