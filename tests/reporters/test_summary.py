import re
from pathlib import Path

import comrak
import pytest

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from generator.reporters.summary import report
from tests.conftest import MINIMAL
from tests.reporters.cases import CASES, expected, many, written

RULES = "https://kit.exemple.fr/regles/"


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "summary", small_kit) == expected(case, "summary")


def html_of(markdown: str) -> str:
    """Render as the forge does before it cleans: raw HTML kept, bare addresses linked."""
    extension = comrak.ExtensionOptions()
    extension.autolink = extension.strikethrough = extension.table = True
    render = comrak.RenderOptions()
    render.unsafe_ = True
    return comrak.render_markdown(markdown, extension_options=extension, render_options=render)


def test_nothing_of_an_entry_becomes_markup(small_kit: Path) -> None:
    html = html_of(written("hostile", "summary", small_kit))
    tags = set(re.findall(r"</?([a-z]\w*)", html))
    assert tags == {"a", "code", "h2", "h3", "p", "pre", "span", "strong"}
    links = re.findall(r'href="([^"]*)"', html)
    assert [link for link in links if not link.startswith(("https://forge.exemple.fr/", RULES))] == []
    assert '<pre><code class="language-text">   1 | ---\n' in html


@pytest.mark.parametrize("text", ["@maire", "#12", ":tada:", "https://a.fr", "www.a.fr", "a@b.fr", "$x$"])
def test_what_the_forge_would_link_is_cut(text: str) -> None:
    found = Diagnostic(Span("a.md"), "C101", Severity.ERROR, f"Mot {text} fin.", text)
    assert text not in report([found], gather(MINIMAL))


def test_a_full_page_says_what_it_does_not_show() -> None:
    found = [
        Diagnostic(Span("a.md", n), "C101", Severity.ERROR, "x" * 9_999, "y" * 9_999) for n in range(1, 1001)
    ]
    page = report(found, gather(MINIMAL))
    assert len(page.encode()) < 1024 * 1024
    shown = page.count("**Ligne ")
    assert page.endswith(
        f"\n\nCette page est pleine ; fautes qu'elle ne montre pas : {1000 - shown} erreurs."
    )


def test_without_addresses_there_are_no_links(small_kit: Path) -> None:
    (small_kit / "mkdocs.yml").write_text("site_name: Kit\n", "utf-8")
    assert "](" not in report(many(Severity.ERROR, 1), gather(small_kit))
