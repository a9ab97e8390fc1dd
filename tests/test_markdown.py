import re
from html.parser import HTMLParser

import pytest

from generator.markdown import Heading, Outline, outline, render, split_sections
from generator.positions import Positions

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


def parts(text: str, first_line: int = 1) -> Outline:
    return outline(text, Positions("a.md", text, first_line))


def place(heading: Heading) -> tuple[int, int, int]:
    return heading.span.line, heading.span.column, heading.span.end_column


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


def test_a_heading_has_its_level_its_text_and_its_place() -> None:
    (first, second) = parts("## Évaluer `x` *là*\n\nTexte.\n\n### Été\n").headings
    assert (first.level, first.text, place(first)) == (2, "Évaluer x là", (1, 1, 20))
    assert (second.level, second.text, place(second)) == (3, "Été", (5, 1, 8))


def test_the_offsets_of_a_heading_are_in_bytes() -> None:
    text = "Été.\n\n## Là\n"
    (heading,) = parts(text).headings
    assert text.encode()[heading.start : heading.end].decode() == "## Là\n"


def test_columns_count_characters_after_accents_and_over_several_lines() -> None:
    (link,) = parts("Été à Évry,\nœuvre 🌍 [là](alpi.md) et\nsuite.\n").links
    assert (link.target, link.span.line, link.span.column, link.span.end_column) == ("alpi.md", 2, 9, 22)


def test_lines_are_those_of_the_file() -> None:
    assert parts("\n## a\n", first_line=10).headings[0].span.line == 11


def test_a_link_over_two_lines_ends_on_the_second() -> None:
    (link,) = parts("[un\ndeux](a.md)").links
    assert (link.span.line, link.span.end_line, link.span.end_column) == (1, 2, 12)


def test_images_are_told_from_links() -> None:
    assert [(link.target, link.is_image) for link in parts("![a](b.png) [c](d.md)").links] == [
        ("b.png", True),
        ("d.md", False),
    ]


def test_a_link_by_reference_has_its_target_where_it_is_used() -> None:
    (link,) = parts("Voir [là].\n\n[là]: alpi.md\n").links
    assert (link.target, link.span.line, link.span.column) == ("alpi.md", 1, 6)


def test_html_is_found_in_lines_and_in_blocks() -> None:
    found = parts("un <b>x</b>\n\n<div>\nx\n</div>\n").html
    assert [(one.text, one.span.line, one.span.column) for one in found] == [
        ("<b>", 1, 4),
        ("</b>", 1, 8),
        ("<div>\nx\n</div>\n", 3, 1),
    ]


@pytest.mark.parametrize("text", ["`<b>`", "```\n<b>\n```", "1 < 2", "&lt;b&gt;", "<https://exemple.fr/>"])
def test_what_is_not_html_is_not_taken_for_it(text: str) -> None:
    assert parts(text).html == ()


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("## a", False),
        ("a\n---", False),
        ("> ## a", True),
        ("- ## a", True),
        ("x\n\n> b\n\n## a", False),
        ("- b\n\n## a", False),
    ],
)
def test_a_heading_knows_whether_it_stands_inside_another_block(text: str, nested: bool) -> None:
    (heading,) = parts(text).headings
    assert (heading.text, heading.nested) == ("a", nested)


@pytest.mark.parametrize("text", ["```\n## a\n```", "    ## a", "`## a`", "\\## a", "##a"])
def test_what_is_not_a_heading_is_not_taken_for_it(text: str) -> None:
    assert parts(text).headings == ()


def test_a_heading_over_two_lines_keeps_its_words_apart() -> None:
    (heading,) = parts("Le\ncontexte\n--------\n").headings
    assert heading.text == "Le contexte"
