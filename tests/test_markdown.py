import re
from html.parser import HTMLParser

import pytest

from generator.markdown import render, split_sections

TAGS = re.compile(
    "a|blockquote|br|code|del|em|h[2-6]|hr|input|li|ol|p|pre|section|strong|sup|table|tbody|td|th|thead|tr|ul"
)
ATTRIBUTES = {"align", "aria-label", "checked", "class", "disabled", "href", "id", "start", "title", "type"}


class Elements(HTMLParser):
    """Collects the elements of a text as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def html(text: str) -> str:
    return render(text, lambda target: target).strip()


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://exemple.fr/x.js></SCRIPT>",
    "a <scr<script>ipt>alert(1)</script>",
    "<style>@import 'https://exemple.fr/x.css'</style>",
    "<iframe src='https://exemple.fr/'></iframe>",
    "<object data='x'></object><embed src='x'>",
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<img src=x onerror=alert(1)>",
    "<p onclick='alert(1)' data-md-component='x' id='__search'>a</p>",
    "<div data-pagefind-body id='__drawer' class='md-nav'>a</div>",
    "<a href='javascript:alert(1)' onmouseover='alert(1)'>a</a>",
    "<form action='https://exemple.fr/'><input name='q'><button>a</button></form>",
    "<input type='text' name='motdepasse'>",
    "<textarea></textarea><select><option>a</select>",
    "<base href='https://exemple.fr/'><meta http-equiv='refresh' content='0'>",
    "<link rel='stylesheet' href='https://exemple.fr/x.css'>",
    "<video src='https://exemple.fr/x.mp4'></video><audio src='x'></audio>",
    "![traceur](https://exemple.fr/x.png)",
    "![traceur][t]\n\n[t]: https://exemple.fr/x.png",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;avascript&colon;alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](java&Tab;script:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](file:///etc/passwd)",
    "[a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[a](https://exemple.fr/ '\" onclick=\"alert(1)')",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "a[^1]\n\n[^1]: <script>alert(1)</script> [b](javascript:alert(1))",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "- [x] <input type=text name=q>",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_dangerous_is_left_in_a_text(text: str) -> None:
    for tag, attributes in Elements(html(f"Avant.\n\n{text}\n\nAprès.")).found:
        assert TAGS.fullmatch(tag)
        assert set(attributes) <= ATTRIBUTES
        assert re.fullmatch(r"fn(ref)?-[\w-]+", attributes.get("id") or "fn-0")
        assert re.match(r"https?:|mailto:|#fn|$|java%09script:|%01javascript:", attributes.get("href") or "")
        if tag == "input":
            assert attributes.keys() <= {"type", "checked", "disabled"}
            assert attributes["type"] == "checkbox"
            assert "disabled" in attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_what_surrounds_something_dangerous_is_kept(text: str) -> None:
    found = html(f"Avant.\n\n{text}\n\nAprès.")
    assert found.startswith("<p>Avant.</p>")
    assert "<p>Après.</p>" in found


def test_code_is_shown_not_run() -> None:
    assert html("`<b>`") == "<p><code>&lt;b&gt;</code></p>"
    assert html("```python\na < b\n```") == "<pre><code>a &lt; b\n</code></pre>"


def test_paragraphs_emphasis_and_line_ends() -> None:
    assert html("Un *mot* **fort** ~~rayé~~\\\nfin.") == (
        "<p>Un <em>mot</em> <strong>fort</strong> <del>rayé</del><br>\nfin.</p>"
    )


def test_a_table_keeps_its_alignment() -> None:
    found = html("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert '<th align="center">a</th>' in found
    assert '<td align="right">2</td>' in found


def test_a_task_list_has_boxes_that_cannot_be_ticked() -> None:
    found = html("- [ ] a\n- [x] b")
    assert '<ul class="contains-task-list">' in found
    assert '<input type="checkbox" disabled=""> a' in found
    assert '<input type="checkbox" checked="" disabled=""> b' in found


def test_a_list_indented_by_two_spaces_is_nested() -> None:
    found = html("- a\n  - b\n    - c\n- d")
    assert re.sub(r"\n", "", found) == "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


def test_a_list_that_does_not_start_at_one_keeps_its_number() -> None:
    assert html("3. c") == '<ol start="3">\n<li>c</li>\n</ol>'


def test_a_footnote_has_a_way_there_and_a_way_back_in_french() -> None:
    found = html("Texte[^1].\n\n[^1]: La note.")
    assert '<a href="#fn-1" id="fnref-1">1</a>' in found
    assert '<li id="fn-1">' in found
    assert 'href="#fnref-1" class="footnote-backref" aria-label="Retour au texte de la note 1"' in found


@pytest.mark.parametrize("name", ["été", "a.b"])
def test_a_named_footnote_can_be_followed(name: str) -> None:
    found = Elements(html(f"Texte[^{name}].\n\n[^{name}]: La note.")).found
    ids = {attributes.get("id") for _, attributes in found}
    assert {f"#{identifier}" for identifier in ids if identifier} == {
        a["href"] for tag, a in found if tag == "a"
    }


def test_a_bare_address_becomes_a_link() -> None:
    assert html("https://exemple.fr/") == '<p><a href="https://exemple.fr/">https://exemple.fr/</a></p>'


def test_each_link_is_printed_as_the_caller_says() -> None:
    found = render("[ici](alpi.md#a) et [là](https://exemple.fr/?a=1&b=2)", lambda target: f"/x/{target}")
    assert re.findall(r'href="([^"]*)"', found) == ["/x/alpi.md#a", "/x/https://exemple.fr/?a=1&amp;b=2"]


def test_the_address_that_the_caller_gives_is_escaped() -> None:
    ((_, attributes),) = [
        one for one in Elements(render("[a](b)", lambda _: '"><script>')).found if one[0] != "p"
    ]
    assert attributes == {"href": '"><script>'}


def test_a_level_one_heading_never_competes_with_the_title_of_the_page() -> None:
    assert "<h1" not in html("# Titre")


def test_sections_are_split_after_their_headings() -> None:
    pieces = list(split_sections(html("## a\n\nUn.\n\n## b\n\n## c\n\nTrois.\n\n### d\n\nQuatre.")))
    assert pieces == ["<p>Un.</p>", "", "<p>Trois.</p>\n<h3>d</h3>\n<p>Quatre.</p>"]
