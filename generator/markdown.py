"""CommonMark -> safe HTML (comrak, then nh3).

comrak renders as the forge does (bare addresses, footnotes with their way back) and drops raw HTML, but does
not tell where a part stands: `outline.py` asks another parser of the same specification, pyromark.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import comrak
import nh3

SCHEMES = ("http", "https", "mailto")
"""Schemes that a link may have; everything else is removed, and is a fault."""

CODE = r"^(?:`{3,}|~{3,}).*?^(?:`{3,}|~{3,})|`[^`\n]+`"
"""A stretch of code, for what looks through a text by pattern (with MULTILINE and DOTALL)."""

_TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "section"),
    *("h2", "h3", "h4", "h5", "h6"),
    *("em", "strong", "del", "sup", "a"),
    *("ul", "ol", "li", "input"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "id", "class", "aria-label"},
    "input": {"type", "checked", "disabled"},
    "li": {"id", "class"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"class"},
    "td": {"align"},
    "th": {"align"},
    "ul": {"class"},
}
_OWN_ID = re.compile(r"fn(ref)?-[\w.%-]+")
_OWN_CLASSES = {
    "footnotes",
    "footnote-ref",
    "footnote-backref",
    "contains-task-list",
    "task-list-item",
}


def scheme(target: str) -> str:
    """Give the scheme of an address, empty for a path; « ? » for what cannot be read as an address."""
    try:
        return urlsplit("".join(target.split())).scheme.lower()
    except ValueError:
        return "?"


def has_safe_scheme(target: str) -> bool:
    """Tell whether the site may print an address: a path of the site, or one of `SCHEMES`."""
    return not target.startswith("//") and scheme(target) in (*SCHEMES, "")


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = options.autolink = True
    options.tasklist = options.footnotes = True
    return options


_EXTENSIONS = _extensions()
_RENDER = comrak.RenderOptions()
_RENDER.tasklist_classes = True


def render(text: str, link: Callable[[str], str]) -> str:
    """Render a CommonMark text as safe HTML.

    Args:
        text: the text.
        link: gives the address to print for a link's target as it is written.

    Returns:
        HTML made of the allowed elements only: no script, style, form, image, remote content, `data-*`
        attribute or identifier of the theme.
    """
    html = comrak.render_markdown(text, extension_options=_EXTENSIONS, render_options=_RENDER)
    html = html.replace(' aria-label="Back to reference ', ' aria-label="Retour au texte de la note ')

    cleaner = _cleaner(link) if "<a " in html else _WITHOUT_LINK
    return cleaner.clean(html)


def _cleaner(link: Callable[[str], str]) -> nh3.Cleaner:
    def keep(tag: str, name: str, value: str) -> str | None:
        if name == "class":
            return " ".join(part for part in value.split() if part in _OWN_CLASSES) or None
        if name == "id":
            return value if _OWN_ID.fullmatch(value) else None
        return link(value) if (tag, name) == ("a", "href") else value

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes=set(SCHEMES),
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
        link_rel=None,
    )


_WITHOUT_LINK = _cleaner(str)
"""Made once: it takes half as long as to clean a text."""


def split_sections(html: str) -> Iterator[str]:
    """Split rendered HTML after each level-2 heading: one piece a heading, without it."""
    for part in html.split("<h2>")[1:]:
        yield part.partition("</h2>")[2].strip()
