"""A Python-Markdown extension for the engine: raw HTML of editorial pages is shown as text.

The checker refuses it first; this holds where the two parsers would disagree on what is HTML.
"""

from markdown import Markdown
from markdown.extensions import Extension

NAME = "generator.no_html"


class NoHtml(Extension):
    """Takes out the two processors that let raw HTML through."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — the library's name
        """Deregister them."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**options: object) -> NoHtml:  # noqa: N802 — the library's name
    """Give the extension, as Python-Markdown asks of a module."""
    return NoHtml(**options)
