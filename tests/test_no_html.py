import pytest
from markdown import markdown

from generator.no_html import NAME


@pytest.mark.parametrize(
    "text",
    [
        "un <b>mot</b>",
        "<script>alert(1)</script>",
        "<div onclick='x'>\n\nbloc\n\n</div>",
        '!!! note\n\n    <img src="x" onerror="alert(1)">',
        "<!-- un commentaire -->",
    ],
)
def test_raw_html_is_shown_as_text(text: str) -> None:
    html = markdown(text, extensions=["admonition", NAME])
    assert "&lt;" in html
    assert not any(f"<{tag}" in html for tag in ("b>", "script", "div onclick", "img", "!--"))


def test_markdown_is_rendered_all_the_same() -> None:
    html = markdown("**gras** et `<b>` puis [lien](https://exemple.fr/)", extensions=[NAME])
    assert "<strong>gras</strong>" in html
    assert "<code>&lt;b&gt;</code>" in html
    assert '<a href="https://exemple.fr/">lien</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        'Un mot.\n{: onclick="alert(1)" #kit-menu style="color:red" }',
        '[lien](https://exemple.fr/){: href="javascript:alert(1)" onclick="alert(1)" target=_blank }',
        '## Titre {: #__drawer data-pagefind-body="1" }',
        "![Carte](carte.png){ style=width:9px width=100% height=99999 srcset=x onclick=x }",
        "Un **mot**{ width=360 height=200 }",
    ],
)
def test_attributes_that_a_page_adds_are_cut_down(text: str) -> None:
    html = markdown(text, extensions=["attr_list", NAME])
    refused = (
        "onclick",
        "style",
        "javascript",
        "target",
        "kit-menu",
        "__drawer",
        "data-",
        "width",
        "height",
        "srcset",
    )
    assert not any(word in html for word in refused)


def test_an_anchor_that_a_page_gives_is_kept() -> None:
    assert markdown("## Offres {#offres}", extensions=["attr_list", NAME]) == '<h2 id="offres">Offres</h2>'


def test_a_picture_keeps_its_size_and_waits_to_be_seen() -> None:
    html = markdown("![Carte](carte.png){width=360 height=200}", extensions=["attr_list", NAME])
    assert html == ('<p><img alt="Carte" height="200" loading="lazy" src="carte.png" width="360" /></p>')
