"""atom.xml: what is new in the whole kit, and for each term that has a page (Atom, RFC 4287).

Written with the standard library's XML writer, which escapes what it must: a feed is a dozen elements, and
the libraries that write them date it from the clock.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import addresses
from generator.addresses import Choice
from generator.entry import Entry
from generator.kit import Kit
from generator.news import day, news
from generator.plan import PagePlan
from generator.rendered import Rendered
from generator.roles import Role

_ATOM = "http://www.w3.org/2005/Atom"
_START = "1970-01-01"
"""Day of a feed that holds no entry yet: one is required, and the build's would change each time."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the feeds; a site without a known address has none, for its entries would have no name."""
    if not kit.config.site_url:
        return
    paged = [facet for facet in addresses.facets(kit) if facet.facet == "page"]
    choices = [choice for facet in paged for choice in addresses.choices(kit, facet)]
    write = partial(_feed, kit, choices)
    yield write(addresses.NEWS, kit.config.site_name, news(kit.by_key.values()))
    for choice in choices:
        held = kit.by_term.get((choice.facet.name, choice.term.id), ())
        title = f"{kit.config.site_name} : {choice.term.label}"
        yield write(addresses.selection_address((choice,)), title, news(held))


def _feed(kit: Kit, choices: Sequence[Choice], page: str, title: str, entries: Sequence[Entry]) -> Rendered:
    base, path = kit.config.site_url, addresses.feed_address(page)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "fr"})
    _texts(feed, id=base + page, title=title, updated=_moment(day(entries[0]) if entries else _START))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=base + path)
    SubElement(feed, "link", rel="alternate", type="text/html", href=base + page)
    _texts(SubElement(feed, "author"), name=kit.config.value("editeur.nom") or kit.config.site_name)
    for entry in entries:
        held = [choice for choice in choices if choice.term.id in entry.terms(choice.facet.name)]
        _entry(SubElement(feed, "entry"), entry, kit.config.site_url, held)
    indent(feed)
    written = tostring(feed, "unicode")
    return Rendered(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n')


def _entry(parent: Element, entry: Entry, base: str, held: Sequence[Choice]) -> None:
    _texts(parent, id=base + _first_address(entry), title=entry.title, updated=_moment(day(entry)))
    if published := entry.value.get(entry.canevas.name_of(Role.PUBLISHED)):
        _texts(parent, published=_moment(str(published)))
    _texts(parent, summary=entry.summary)
    SubElement(parent, "link", rel="alternate", type="text/html", href=base + entry.address)
    SubElement(parent, "category", term=entry.kind, label=entry.canevas.title)
    for choice in held:
        SubElement(parent, "category", term=choice.term.id, label=choice.term.label)


def _first_address(entry: Entry) -> str:
    """Give the address that an entry had first: a reader who saw it there takes it for no other one."""
    former = entry.terms(entry.canevas.name_of(Role.FORMER_IDS))
    return f"{entry.canevas.address}{former[0]}/" if former else entry.address


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _moment(date: str) -> str:
    """Give a day as RFC 3339 wants it; entries know no hour."""
    return f"{date}T00:00:00Z"
