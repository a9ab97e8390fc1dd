"""A Python-Markdown extension for the engine: raw HTML of editorial pages is shown as text, and attributes
that a page could add to an element are cut down to harmless ones.

The checker refuses both first; this holds where it would not see what the engine's parser sees.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.markdown import has_safe_scheme

NAME = "generator.no_html"

_KEPT = {"alt", "class", "colspan", "href", "id", "rowspan", "src", "start", "title"}
_SIZES = re.compile(r"[1-9][0-9]{0,3}")
_RESERVED_IDS = re.compile(r"__.*|kit-(menu|content|search|toc)")
"""Ids of the theme, and of the templates around editorial pages (overrides/partials/)."""


class NoHtml(Extension):
    """Takes out the processors that let raw HTML through, and cleans attributes after all the others."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — the library's name
        """Change the parser."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Attributes(md), "odl-attributes", priority=-100)


class _Attributes(Treeprocessor):
    def run(self, root: Element) -> None:
        """Clean every element of a page; a picture is fetched when it is about to be seen."""
        for element in root.iter():
            for name, value in list(element.items()):
                if not _is_harmless(element.tag, name, value):
                    del element.attrib[name]
            if element.tag == "img":
                element.set("loading", "lazy")


def _is_harmless(tag: str, name: str, value: str) -> bool:
    if name in {"width", "height"}:
        return tag == "img" and bool(_SIZES.fullmatch(value))
    if name == "style":
        return value.replace(" ", "") in {"text-align:left;", "text-align:right;", "text-align:center;"}
    if name == "id":
        return not _RESERVED_IDS.fullmatch(value)
    return name in _KEPT and (name not in {"href", "src"} or has_safe_scheme(value))


def makeExtension(**options: object) -> NoHtml:  # noqa: N802 — the library's name
    """Give the extension, as Python-Markdown asks of a module."""
    return NoHtml(**options)
