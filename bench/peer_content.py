"""The content of a kit for Hugo: `python -m bench.peer_content KIT FOLDER`, the kit being built.

The same entries, lists, facets and pairs, catalogue, rules and data as the site of the kit. What our build
works out of a head (labels, terms, related entries) is written ready-made in the head of each page, and this
work is not timed: Hugo is given less to do. Around each page goes the shell of a page of our site, so that
pages weigh about the same. Checks, pictures for networks, JSON Schemas, suggestions of words, summaries by
fifty and the groups of a list have no counterpart there.
"""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from generator import addresses, layout
from generator.addresses import Choice
from generator.entry import Entry
from generator.kit import Kit, gather
from generator.news import day
from generator.rules import Rule, discover
from generator.value import Fact, Value
from generator.view_types import Card, FacetView, TermView
from generator.views import Views

TEMPLATES = Path(__file__).with_name("hugo")
"""Layouts and settings of the site that Hugo makes."""
_SHELL = re.compile(
    r"(<body.*?)<nav class=\"kit-path\".*?</nav>(\s*<article[^>]*>).*(</article>.*</body>)", re.DOTALL
)
_UP = re.compile(r'(?<==")(?:\.\./)+')

File = tuple[str, str]
"""A path in the folder of the site, and its text."""


def write(root: Path, folder: Path) -> None:
    """Write in a folder what Hugo needs to make the site of a built kit."""
    kit = gather(root)
    shutil.copytree(TEMPLATES, folder)
    assets = root / layout.SITE / "assets"
    shutil.copytree(assets, folder / "static" / "assets")
    for path, text in files(kit, root / layout.SITE):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def files(kit: Kit, site: Path) -> Iterator[File]:
    """Give each file of the site for Hugo but its layouts and assets."""
    views = Views(kit)
    shown = next(iter(kit.by_key.values()))
    yield from shell((site / shown.address / "index.html").read_text("utf-8"))
    for found in kit.by_key.values():
        yield f"content/{found.address.rstrip('/')}.md", entry_page(found, views)
    yield from _lists(kit, views)
    yield from _selections(kit)
    yield from map(_rule, discover())


def shell(page: str) -> Iterator[File]:
    """Cut the shell out of one of our pages: what comes before its path, its article, what comes after it.

    Raises:
        ValueError: the page is not made so any more.
    """
    found = _SHELL.search(page)
    if not found:
        message = "Une page du site n'a plus de chemin ni d'article : revoir bench/peer_content.py."
        raise ValueError(message)
    for name, part in zip(("haut", "article", "bas"), found.groups(), strict=True):
        yield f"layouts/_partials/cadre/{name}.html", _UP.sub("/", part)


def entry_page(entry: Entry, views: Views) -> str:
    """Give the Markdown of an entry: a YAML head with all that its page shows, then its sections."""
    view = views.entry(entry, _absolute)
    paged = [facet.name for facet in views.facets if facet.has_pages]
    facets = {facet.name: list(entry.choices(facet.name)) for facet in views.facets}
    head = {
        "title": view.title,
        "description": view.summary,
        "layout": "fiche",
        "date": day(entry) or None,
        "kind": {
            "id": view.kind.id,
            "title": view.kind.title,
            "plural": view.kind.plural,
            "address": view.kind.address,
        },
        "status": view.status.label if view.status and not view.status.ordinary else "",
        "facts": [fact(one) for one in view.facts],
        "record": [fact(one) for one in view.record],
        "terms": [_term(term) for term in views.card(entry).terms if term.address],
        "related": [_link(card) for card in (*view.related, *view.cited_by)],
        "edit": view.edit_url,
        "source": view.source_path,
        "names": view.searched.names,
        "synonyms": view.searched.synonyms,
        **({"outputs": ["html", "dossier"]} if view.printed else {}),
        **facets,
        "paires": ["--".join(pair) for pair in product(*(facets[name] for name in paged))],
    }
    titles = {section.id: section.title for section in view.sections}
    return page(head, "\n\n".join(f"## {titles[one.name]}\n\n{one.text.strip()}" for one in entry.sections))


def page(head: Mapping[str, Any], body: str = "") -> str:
    """Give the text of a Markdown file."""
    written = yaml.dump(
        dict(head), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    return f"---\n{written}---\n\n{body}\n"


def fact(one: Fact) -> dict[str, Any]:
    """Give a fact as a label and a flat list of texts, links and definitions."""
    return {"label": one.label, "items": list(_items(one.value))}


def _items(value: Value) -> Iterator[dict[str, str]]:
    if value.form in {"texte", "lien", "terme"}:
        item = {"text": value.text, "href": value.href, "definition": value.definition}
        yield {name: text for name, text in item.items() if text}
    elif value.form == "groupe" and value.text:
        yield {"text": value.text}
    for part in value.items:
        yield from _items(part)
    for inner in value.facts:
        yield {"text": f"{inner.label} : {_text(_items(inner.value))}"}
    for row in value.rows:
        cells = (_text(_items(cell)) for cell in row if cell)
        yield {"text": ", ".join(cells)}


def _text(items: Iterable[Mapping[str, str]]) -> str:
    return ", ".join(item["text"] for item in items)


def _link(card: Card) -> dict[str, str]:
    return {"text": card.title, "href": _absolute(card.address), "kind": card.kind.title}


def _term(term: TermView) -> dict[str, str]:
    return {"label": term.label, "href": _absolute(term.address)}


def _absolute(address: str) -> str:
    return f"/{address}"


def _lists(kit: Kit, views: Views) -> Iterator[File]:
    """Give the home page, the list of each kind, the catalogue, the pages of what is new and of searches."""
    filters = [_filter(facet) for facet in views.facets]
    paged = [_filter(facet) for facet in views.facets if facet.has_pages]
    yield _section("", kit.config.site_name, {"facets": paged, "filters": filters})
    for kind in views.kinds:
        yield _section(kind.address, kind.plural, {"description": kind.description, "kind": kind.id})
    yield _section(addresses.CATALOGUE, "Catalogue", {"layout": "catalogue"})
    yield _section(addresses.NEWS, "Nouveautés", {"layout": "nouveautes", "outputs": ["html", "atom"]})
    for address, title in ((addresses.SEARCH, "Recherche"), (addresses.COMPARE, "Comparer deux fiches")):
        yield _section(address, title, {"layout": "texte"})
    yield _section(addresses.RULES, "Règles de contrôle", {"layout": "regles"})


def _section(address: str, title: str, head: Mapping[str, Any]) -> File:
    return f"content/{address}_index.md", page({"title": title, **head})


def _filter(facet: FacetView) -> dict[str, Any]:
    terms = [{"id": term.id, "label": term.label, "count": term.count} for term in facet.terms]
    return {"name": facet.name, "title": facet.title, "terms": terms}


def _selections(kit: Kit) -> Iterator[File]:
    """Give the page of each term, which Hugo calls so too, and of each pair, a term of a taxonomy as well."""
    for selection in addresses.selections(kit):
        terms = [choice.term for choice in selection]
        taxonomy = selection[0].facet.name if len(terms) == 1 else "paires"
        head = {
            "description": " ".join(term.definition for term in terms),
            "terms": [*map(_chosen, selection)],
            "url": f"/{addresses.selection_address(selection)}",
            "outputs": ["html", "atom"] if len(terms) == 1 else ["html"],
        }
        title = " × ".join(term.label for term in terms)
        yield _section(f"{taxonomy}/{'--'.join(term.id for term in terms)}/", title, head)


def _chosen(choice: Choice) -> dict[str, str]:
    term = choice.term
    address = addresses.selection_address((choice,))
    return {
        "facet": choice.facet.name,
        "id": term.id,
        "label": term.label,
        "definition": term.definition,
        "address": address,
    }


def _rule(rule: Rule) -> File:
    address = addresses.rule_address(rule.code)
    return f"content/{address.rstrip('/')}.md", page(
        {"title": f"{rule.code} : {rule.title}", "description": rule.title}, rule.documentation
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
