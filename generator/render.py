"""Plans + frames -> HTML pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from generator import cache, entry_links, layout, quotations
from generator.addresses import relative
from generator.entry import Entry
from generator.errors import CommandError
from generator.frames import Frame, FrameKey
from generator.kit import Kit
from generator.links import Links
from generator.pages import Page
from generator.pieces import Pieces, Url
from generator.plan import PagePlan
from generator.quotations import Piece, Table
from generator.rendered import Job, Rendered
from generator.searchable import for_index, for_readers
from generator.sharing import Picture, pictures
from generator.structured import describe
from generator.templates import environment
from generator.trail import titles, trail
from generator.typography import typeset_html
from generator.views import Views

_SCRIPT = '<script type="application/ld+json">{{ described|tojson }}</script>\n'
"""What a page of the engine is, in the words of schema.org."""
_HEAD = "_tete.html"
"""Template of what a page says in its head."""


class RenderError(CommandError):
    """A template cannot be used; the message says which one and why, for a person."""


def render(
    kit: Kit, views: Views, plans: Iterable[PagePlan], frames: Mapping[FrameKey, Frame]
) -> Iterator[Job]:
    """Give a job for every page of the plans, each in the frame of its section and depth; then for the pages
    that the engine rendered, with what they quote of a canevas; then for those of former addresses.

    The search may find those of entries and of the engine.
    """
    templates, url, plans = environment(kit.root), Url(), list(plans)
    pieces = Pieces(url)
    views.index()
    templates.globals |= {"url": url, "each": pieces.each, "once": pieces.once}
    templates.globals |= {"kinds": views.kinds, "facets": views.facets}
    templates.globals["invitation"] = kit.config.invitation
    templates.globals |= {"site_url": kit.config.site_url, "site_name": kit.config.site_name}
    templates.globals["searchable"] = kit.config.searchable
    templates.globals["latest"] = views.cards(views.latest)
    images = {picture.section: picture for picture in pictures(kit)}
    writer, faces = _Writer(kit, templates, url, frames, titles(kit, plans), images), faces_key(kit)
    for page in plans:
        others = partial(_others, page, views, faces, writer.titles)
        is_found = page.entry is not None and page.indexed
        yield _job(page.address, partial(writer.planned, page), _source(page), others, is_found=is_found)
    yield from writer.of_the_engine()
    for (_, former), entry in kit.by_former_key.items():
        address = f"{entry.canevas.address}{former}/"
        shown = f"{entry.address} {entry.title}".encode()
        yield _job(address, partial(writer.redirection, former, entry), shown, is_found=False)


def _job(
    address: str,
    make: Callable[[], Rendered],
    source: bytes,
    others: Callable[[], bytes] = bytes,
    *,
    is_found: bool = True,
) -> Job:
    """Give the job of a page, which depends on its address, on a source, and on what it shows of others."""
    return Job(f"{address}index.html", make, cache.digest(address.encode(), source), others, is_found)


def _source(page: PagePlan) -> bytes:
    """Give what identifies the file of the entry that a page shows."""
    return page.entry.document.digest if page.entry else b""


def _others(page: PagePlan, views: Views, faces: bytes, known: Mapping[str, str]) -> bytes:
    """Give what identifies all that a page shows of others than its entry; of all, if it has none. Its own
    title and those above it may tell its entry from others.
    """
    if page.entry is None:
        return faces
    way = repr((page.title, trail(page.address, known))).encode()
    return cache.digest(way, *(other.face for other in views.beside(page.entry)))


def faces_key(kit: Kit) -> bytes:
    """Give what identifies all that entries show of themselves out of their pages."""
    return cache.digest(*(entry.face for entry in kit.entries))


def pages_key(kit: Kit, views: Views, frames: Mapping[FrameKey, Frame]) -> bytes:
    """Give what identifies all that any page may show beside its entry and its neighbours: the program, the
    definitions, the templates, the frames, the day, the titles of editorial pages, the places of entries and
    of their sections, how many there are of each kind and term, the latest ones.
    """
    named = [(page.path, page.title) for page in kit.pages]
    places = [(one.path, one.key, [section.name for section in one.sections]) for one in kit.entries]
    latest = [entry.face for entry in views.latest]
    shown = (kit.today, kit.config.searchable, sorted(frames.items()), named, kit.assets, places, latest)
    counted = repr((shown, views.kinds, views.facets)).encode()
    templates = cache.folder_digest(kit.root / layout.BODY_TEMPLATES)
    return cache.digest(cache.program(), cache.documents_digest(kit.shaping), templates, counted)


@dataclass(frozen=True)
class _Writer:
    """Writes the pages of one kit."""

    kit: Kit
    templates: Environment
    url: Url
    frames: Mapping[FrameKey, Frame]
    titles: Mapping[str, str]
    pictures: Mapping[str, Picture]

    @cached_property
    def links(self) -> Links:
        """Tells where paths lead."""
        return Links(self.kit)

    def planned(self, page: PagePlan) -> Rendered:
        """Write a page of ours."""
        self.url.start(page.address)
        context = {"page": page, **page.context(self.url)}
        body = typeset_html(self._body(page.address, page.template, context))
        described = describe(page, self.kit, trail(page.address, self.titles))
        image = self.pictures.get(page.section, self.pictures[""])
        head = self._body(page.address, _HEAD, {**context, "described": described, "image": image})
        return _page(page.address, self.frames[page.section, page.depth].fill(page, head=head, body=body))

    def of_the_engine(self) -> Iterator[Job]:
        """Give a job for each page that the engine rendered: editorial pages and the page of lost addresses.
        That none is missing is verified before the site is published.
        """
        output = self.kit.root / layout.ENGINE_OUTPUT
        for page in self.kit.pages:
            if (file := output / page.address / "index.html").is_file():
                yield _job(page.address, partial(self.editorial, page), file.read_bytes())
        if (lost := output / layout.LOST).is_file():
            content = lost.read_text("utf-8")
            yield Job(layout.LOST, lambda: _finished(layout.LOST, content), cache.digest(content.encode()))

    def editorial(self, page: Page) -> Rendered:
        """Write a page of the engine, with the tables of a canevas in the place of their quotations."""
        path = f"{page.address}index.html"
        text = (self.kit.root / layout.ENGINE_OUTPUT / path).read_text("utf-8")
        filled = quotations.fill(text, self.kit.definitions, partial(self._quoted, page))
        filled = entry_links.resolve(filled, page, self.links)
        described = describe(page, self.kit, trail(page.address, self.titles))
        return _finished(path, filled, self.templates.from_string(_SCRIPT).render(described=described))

    def redirection(self, former: str, entry: Entry) -> Rendered:
        """Write the page of a former address, which leads to the present one."""
        old = f"{entry.canevas.address}{former}/"
        context = {"target": relative(entry.address, old), "title": entry.title}
        return Rendered(f"{old}index.html", self._body(old, "redirection.html", context))

    def _quoted(self, page: Page, quoted: Table | Piece) -> str:
        shown = {"kind": quoted.canevas, "groups": quoted.groups} if isinstance(quoted, Table) else {}
        return self._body(page.address, quoted.template, shown)

    def _body(self, address: str, name: str, context: Mapping[str, Any]) -> str:
        self.url.start(address)
        try:
            return self.templates.get_template(name).render(context)
        except TemplateError as error:
            raise RenderError(_place(error, name)) from error


def _finished(path: str, html: str, script: str = "") -> Rendered:
    typeset = typeset_html(html).replace("</head>", f"{script}</head>", 1)
    return Rendered(path, for_readers(typeset), indexed=for_index(typeset))


def _page(address: str, html: str) -> Rendered:
    return Rendered(f"{address}index.html", for_readers(html), indexed=for_index(html))


def _place(error: TemplateError, name: str) -> str:
    """Say which template is at fault, and where when Jinja2 knows."""
    if isinstance(error, TemplateNotFound):
        return f"il manque le gabarit « {layout.BODY_TEMPLATES}/{error.name} »."
    if isinstance(error, TemplateSyntaxError):
        where = f"« {layout.BODY_TEMPLATES}/{error.name or name} », ligne {error.lineno}"
        return f"le gabarit {where}, est mal écrit : {error.message}"
    return f"le gabarit « {layout.BODY_TEMPLATES}/{name} » n'a pas pu être rempli : {error.message}"
