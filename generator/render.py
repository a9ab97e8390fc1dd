"""Plans + frames -> HTML pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from generator import layout, quotations
from generator.addresses import relative
from generator.definitions import Definitions
from generator.engine import Frame, FrameKey
from generator.kit import Kit
from generator.news import news
from generator.pages import Page
from generator.plan import PagePlan
from generator.quotations import Piece, Table
from generator.searchable import for_index, for_readers
from generator.sharing import pictures
from generator.structured import describe
from generator.trail import titles, trail
from generator.typography import typeset_html
from generator.views import Views

_LATEST = 6
"""Entries that a page quotes as the latest."""
_SCRIPT = '<script type="application/ld+json">{{ described|tojson }}</script>\n'
"""What a page of the engine is, in the words of schema.org."""
_HEAD = "_tete.html"
"""Template of what a page says in its head."""


class RenderError(Exception):
    """A template cannot be used; the message says which one and why, for a person."""


@dataclass(frozen=True)
class Rendered:
    """One file of the site: its path, `index.html` included, and its text or, of a picture, its bytes."""

    path: str
    text: str = ""
    raw: bytes = b""
    indexed: str = ""
    """What the search indexes in its place; nothing if it is not to be found."""

    @property
    def content(self) -> bytes:
        """What is written on disk."""
        return self.raw or self.text.encode()


def environment(root: Path) -> Environment:
    """Give the environment of the body templates: everything printed is escaped, a missing value is an
    error of ours.
    """
    found = Environment(
        loader=FileSystemLoader(root / layout.BODY_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return found


def render(
    kit: Kit, views: Views, plans: Iterable[PagePlan], frames: dict[FrameKey, Frame]
) -> Iterator[Rendered]:
    """Give every page of the plans, each in the frame of its section and depth; then the pages that the
    engine rendered, with what they quote of a canevas; then those of former addresses.
    """
    templates = environment(kit.root)
    templates.globals |= {"kinds": views.kinds, "facets": views.facets, "invitation": kit.config.invitation}
    templates.globals |= {"site_url": kit.config.site_url, "site_name": kit.config.site_name}
    templates.globals["searchable"] = kit.config.searchable
    templates.globals["latest"] = views.cards(news(kit.by_key.values(), _LATEST))
    plans = list(plans)
    known, shown = titles(kit, plans), {picture.section: picture for picture in pictures(kit)}
    for page in plans:
        url = partial(relative, page=page.address)
        context = {"page": page, "url": url, **page.context(url)}
        body = typeset_html(_body(templates, page.template, context))
        described = describe(page, kit, trail(page.address, known))
        image = shown.get(page.section, shown[""])
        head = _body(templates, _HEAD, {**context, "described": described, "image": image})
        text = frames[page.section, page.depth].fill(page, head=head, body=body)
        yield _page(f"{page.address}index.html", text)
    yield from _engine_pages(kit, templates, known)
    yield from _redirections(kit, templates)


def _page(path: str, html: str) -> Rendered:
    return Rendered(path, for_readers(html), indexed=for_index(html))


def _body(templates: Environment, name: str, context: dict[str, Any]) -> str:
    try:
        return templates.get_template(name).render(context)
    except TemplateError as error:
        raise RenderError(_place(error, name)) from error


def _place(error: TemplateError, name: str) -> str:
    """Say which template is at fault, and where when Jinja2 knows."""
    if isinstance(error, TemplateNotFound):
        return f"il manque le gabarit « {layout.BODY_TEMPLATES}/{error.name} »."
    if isinstance(error, TemplateSyntaxError):
        where = f"« {layout.BODY_TEMPLATES}/{error.name or name} », ligne {error.lineno}"
        return f"le gabarit {where}, est mal écrit : {error.message}"
    return f"le gabarit « {layout.BODY_TEMPLATES}/{name} » n'a pas pu être rempli : {error.message}"


def _engine_pages(kit: Kit, templates: Environment, known: Mapping[str, str]) -> Iterator[Rendered]:
    """Give what the engine rendered, with the tables of a canevas in the place of their quotations: editorial
    pages and the page of lost addresses. That none is missing is verified before the site is published.
    """
    output = kit.root / layout.ENGINE_OUTPUT
    for page in kit.pages:
        path = f"{page.address}index.html"
        described = describe(page, kit, trail(page.address, known))
        script = templates.from_string(_SCRIPT).render(described=described)
        yield from _engine_page(output, path, kit.definitions, partial(_quoted, templates, page), script)
    yield from _engine_page(output, layout.LOST, kit.definitions, lambda _: "")


def _engine_page(
    output: Path,
    path: str,
    definitions: Definitions,
    write: Callable[[Table | Piece], str],
    script: str = "",
) -> Iterator[Rendered]:
    if (output / path).is_file():
        filled = quotations.fill((output / path).read_text("utf-8"), definitions, write)
        yield _page(path, typeset_html(filled).replace("</head>", f"{script}</head>", 1))


def _quoted(templates: Environment, page: Page, quoted: Table | Piece) -> str:
    shown = {"kind": quoted.canevas, "groups": quoted.groups} if isinstance(quoted, Table) else {}
    return _body(templates, quoted.template, {**shown, "url": partial(relative, page=page.address)})


def _redirections(kit: Kit, templates: Environment) -> Iterator[Rendered]:
    """Give the pages of former addresses, which lead to the present ones."""
    for (_, former), entry in kit.by_former_key.items():
        old = f"{entry.canevas.address}{former}/"
        context = {"target": relative(entry.address, old), "title": entry.title}
        text = _body(templates, "redirection.html", context)
        yield Rendered(f"{old}index.html", text)
