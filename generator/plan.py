"""Kit -> the list of pages to make: address, title, template and what it shows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from generator import addresses, french, markdown
from generator.addresses import Choice
from generator.canevas import Canevas
from generator.entry import Entry
from generator.french import NBSP
from generator.groups import ListPage, groupings, list_pages
from generator.kit import Kit, by_title, in_order
from generator.matrix import answering, matrix
from generator.news import by_month, day, news
from generator.overview import overview
from generator.pagination import paginate
from generator.rules import Rule, discover
from generator.value import Url
from generator.views import Views

FIRST_CARDS = 24
"""Cards of a page of the catalogue; its script shows the others from the exported JSON."""
PER_PAGE = 48
"""Cards of a page of a term or of a pair."""
PER_LIST = 300
"""Cards of a kind up to which its list is one page (DESIGN 8); beyond, it is cut as those of terms."""

Context = Callable[[Url], Mapping[str, Any]]
"""Gives what a template shows, links being relative through the function it receives."""


@dataclass(frozen=True)
class PagePlan:
    """One page to make."""

    address: str
    title: str
    description: str
    template: str
    context: Context
    entry: Entry | None = None
    """The entry that it shows, if it shows but one."""
    indexed: bool = True
    """Whether search engines should list it: a page that shows no entry is of no use to them."""
    feed: str = ""
    """Address of the feed of what is new in what it shows; empty when it has none."""

    @property
    def section(self) -> str:
        """First part of the address, which chooses the frame."""
        return self.address.partition("/")[0]

    @property
    def depth(self) -> int:
        """Number of folders above the page."""
        return self.address.count("/")


@dataclass(frozen=True)
class RuleView:
    """A rule, for its page and for the list."""

    code: str
    title: str
    severity: str
    address: str
    mending: str
    lasting: str
    html: Markup


@dataclass(frozen=True)
class Crossing:
    """A link to the page of a pair of terms."""

    label: str
    address: str
    count: int


def plan(kit: Kit, views: Views) -> Iterator[PagePlan]:
    """Give every page that the generator makes, editorial pages left out."""
    titles = Counter(entry.title for entry in kit.by_key.values())
    for entry in kit.by_key.values():
        page = _entry(entry, views)
        yield page if titles[entry.title] == 1 else replace(page, title=_whole_title(entry))
        if entry.canevas.printed_template:
            yield _printed(entry, views)
    for canevas in kit.definitions.canevases:
        yield from _list(canevas, kit, views)
    yield from _catalogue(kit, views)
    for selection in addresses.selections(kit):
        yield from _selection(selection, kit, views)
    described = "Chercher dans toutes les fiches du kit."
    yield PagePlan(addresses.SEARCH, "Recherche", described, "recherche.html", _shows(), indexed=False)
    yield _comparison()
    yield _news(kit, views)
    yield from _rules(map(_rule, discover()))


def _shows(**values: Any) -> Context:
    return lambda _: values


def _entry(entry: Entry, views: Views) -> PagePlan:
    template, shown = entry.canevas.template, showing(entry, views)
    return PagePlan(entry.address, entry.title, entry.summary, template, shown, entry=entry)


def showing(entry: Entry, views: Views) -> Context:
    """Give what the pages of an entry show."""
    return lambda url: {"entry": views.entry(entry, url)}


def _whole_title(entry: Entry) -> str:
    """Tell an entry from another of the same title: no two pages may have one title (WCAG 2.4.2)."""
    return f"{entry.title} ({entry.canevas.title.lower()})"


def _printed(entry: Entry, views: Views) -> PagePlan:
    return replace(
        _entry(entry, views),
        address=addresses.printed_address(entry),
        title=f"{entry.title}{NBSP}: version à imprimer",
        template=entry.canevas.printed_template,
        indexed=False,
    )


def _comparison() -> PagePlan:
    described = "Lire côte à côte deux fiches du même genre."
    context = _shows(data_url=addresses.DATA)
    return PagePlan(
        addresses.COMPARE, "Comparer deux fiches", described, "comparer.html", context, indexed=False
    )


def _news(kit: Kit, views: Views) -> PagePlan:
    described = "Les fiches publiées ou mises à jour le plus récemment."
    months = [
        {"title": french.date(month).capitalize(), "items": [_dated(entry, views) for entry in entries]}
        for month, entries in by_month(news(kit.by_key.values()))
    ]
    context, feed = _shows(months=months), _feed(addresses.NEWS, kit)
    return PagePlan(addresses.NEWS, "Nouveautés", described, "nouveautes.html", context, feed=feed)


def _feed(address: str, kit: Kit) -> str:
    """Give the address of the feed of a page; a site that does not know its own address has none."""
    return addresses.feed_address(address) if kit.config.site_url else ""


def _dated(entry: Entry, views: Views) -> dict[str, Any]:
    return {"card": views.card(entry), "day": day(entry), "date": french.date(day(entry))}


def _list(canevas: Canevas, kit: Kit, views: Views) -> Iterator[PagePlan]:
    entries = in_order(kit.by_kind[canevas.kind])
    found = groupings(canevas, entries, kit, views)
    for page in list_pages(canevas.address, found, PER_LIST, PER_PAGE):
        context = partial(_listed, canevas, page, kit, views)
        title = page.pages.titled(canevas.plural)
        yield PagePlan(page.pages.address, title, canevas.description, "liste.html", context)


def _listed(canevas: Canevas, page: ListPage, kit: Kit, views: Views, url: Url) -> dict[str, Any]:
    cards = (card for group in page.groupings[0].groups for card in group.cards)
    entries = (kit.by_key[canevas.kind, card.id] for card in cards)
    return {
        "kind": views.kind(canevas),
        "total": len(kit.by_kind[canevas.kind]),
        "groupings": page.groupings,
        "shortcuts": page.shortcuts,
        "pages": page.pages,
        "overview": overview(canevas, entries, kit, url),
    }


def _catalogue(kit: Kit, views: Views) -> Iterator[PagePlan]:
    entries = by_title(kit.by_key.values())
    crossed = matrix(kit, views)
    filters = ", ".join(["genre", *(facet.title.lower() for facet in views.facets)])
    described = f"Toutes les fiches du kit, à filtrer : {filters}."
    for pages, shown in paginate(addresses.CATALOGUE, entries, FIRST_CARDS):
        context = _shows(
            cards=views.cards(shown),
            total=len(entries),
            pages=pages,
            matrix=crossed if pages.number == 1 else None,
            data_url=addresses.FILTERS,
            summaries_url=addresses.SUMMARIES,
        )
        yield PagePlan(pages.address, pages.titled("Catalogue"), described, "catalogue.html", context)


def _selection(selection: tuple[Choice, ...], kit: Kit, views: Views) -> Iterator[PagePlan]:
    entries = by_title(_selected(selection, kit))
    title = " × ".join(choice.term.label for choice in selection)
    described = " ".join(choice.term.definition for choice in selection)
    common = {
        "terms": tuple(views.term(choice) for choice in selection),
        "total": len(entries),
        "crossings": tuple(_crossings(selection[0], kit)) if len(selection) == 1 else (),
        "missing": not entries,
        "state": addresses.selection_state(selection),
    }
    address = addresses.selection_address(selection)
    feed = _feed(address, kit) if len(selection) == 1 else ""
    for pages, shown in paginate(address, entries, PER_PAGE):
        context, titled = _shows(**common, cards=views.cards(shown), pages=pages), pages.titled(title)
        yield PagePlan(
            pages.address, titled, described, "facette.html", context, indexed=bool(entries), feed=feed
        )


def _selected(selection: tuple[Choice, ...], kit: Kit) -> list[Entry]:
    """Give the entries that answer to every choice."""
    return [kit.by_key[key] for key in answering(selection, kit)]


def _crossings(choice: Choice, kit: Kit) -> Iterator[Crossing]:
    for pair in addresses.selections(kit):
        if len(pair) > 1 and choice in pair:
            other = next(found for found in pair if found != choice)
            yield Crossing(other.term.label, addresses.selection_address(pair), len(answering(pair, kit)))


def _rules(rules: Iterable[RuleView]) -> Iterator[PagePlan]:
    described = "Ce que le contrôle automatique vérifie dans chaque fiche, et pourquoi."
    every = tuple(rules)
    yield PagePlan(addresses.RULES, "Règles de contrôle", described, "regles.html", _shows(rules=every))
    for rule in every:
        title = f"{rule.code} : {rule.title}"
        yield PagePlan(rule.address, title, f"{rule.title}. {described}", "regle.html", _shows(rule=rule))


def _rule(rule: Rule) -> RuleView:
    html = Markup(markdown.render(rule.documentation, str))  # noqa: S704 — cleaned by nh3
    address = addresses.rule_address(rule.code)
    return RuleView(rule.code, rule.title, rule.severity, address, rule.mending, rule.lasting, html)
