import pytest

from generator.outline import MOST_EVENTS, Heading, Outline, outline
from generator.positions import Positions


def parts(text: str, first_line: int = 1) -> Outline:
    return outline(text, Positions("a.md", text, first_line))


def place(heading: Heading) -> tuple[int, int, int]:
    return heading.span.line, heading.span.column, heading.span.end_column


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[la **fiche** `x`](a.md)", "la fiche x"),
        ("[](a.md)", ""),
        ("<https://exemple.fr/>", "https://exemple.fr/"),
        ("![la\ncarte](a.png)", "la carte"),
    ],
)
def test_a_link_has_its_text(text: str, words: str) -> None:
    (link,) = parts(text).links
    assert link.text == words


def test_the_text_of_an_image_is_that_of_the_link_around_it() -> None:
    image, link = parts("[![la carte](a.png) du syndicat](b.md)").links
    assert (image.text, link.text) == ("la carte", "la carte du syndicat")


def test_images_nested_without_end_are_read_in_one_go() -> None:
    assert parts("![a" * 20_000 + "](b)" * 20_000).links


def test_a_text_of_too_many_parts_is_read_up_to_there() -> None:
    found = parts("[a](b)\n\n" * MOST_EVENTS)
    assert [(one.cause, one.span.column) for one in found.faults] == [("too_many_parts", 1)]
    assert 0 < len(found.links) < MOST_EVENTS


def test_a_text_nested_too_deep_is_noted_once() -> None:
    assert [one.cause for one in parts("> " * 30 + "a\n\n" + "> " * 30 + "b").faults] == ["too_deep"]
