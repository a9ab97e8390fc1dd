"""sitemap.xml: every page worth listing, editorial ones included (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.kit import Kit
from generator.plan import PagePlan
from generator.render import Rendered


def export(kit: Kit, plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the sitemap; a site without a known address has none."""
    if kit.config.site_url:
        found = sorted(
            {page.address for page in kit.pages} | {plan.address for plan in plans if plan.indexed}
        )
        lines = [f"  <url><loc>{escape(kit.config.site_url + address)}</loc></url>" for address in found]
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        yield Rendered("sitemap.xml", "\n".join([head, *lines, "</urlset>", ""]))
