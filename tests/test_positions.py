import pytest

from generator.diagnostic import Span
from generator.positions import Positions

TEXT = "Été\nà Évry 🌍\n\nfin"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, (1, 1, 1, 4)),
        (4, 5, (2, 1, 2, 2)),
        (11, 12, (2, 8, 2, 9)),
        (13, 13, (3, 1, 3, 1)),
        (14, 17, (4, 1, 4, 4)),
        (0, 17, (1, 1, 4, 4)),
        (3, 4, (1, 4, 2, 1)),
    ],
)
def test_offsets_become_lines_and_columns_counted_from_one(
    start: int, end: int, expected: tuple[int, ...]
) -> None:
    span = Positions("a.md", TEXT).span(start, end)
    assert (span.line, span.column, span.end_line, span.end_column) == expected


@pytest.mark.parametrize("word", ["Été", "Évry", "🌍", "fin"])
def test_byte_offsets_give_the_same_places_as_character_offsets(word: str) -> None:
    positions, start = Positions("a.md", TEXT), TEXT.index(word)
    first = len(TEXT[:start].encode())
    assert positions.byte_span(first, first + len(word.encode())) == positions.span(start, start + len(word))


def test_byte_offsets_far_along_one_long_line_give_the_same_places() -> None:
    text = "é🌍a" * 1_000
    positions = Positions("a.md", text)
    for start in range(0, len(text), 97):
        offset = len(text[:start].encode())
        assert positions.byte_span(offset, offset) == positions.span(start, start)


def test_line_ends_at_the_end_of_a_byte_span_are_left_out() -> None:
    span = Positions("a.md", "## a\n\n\nb").byte_span(0, 7)
    assert (span.line, span.end_line, span.end_column) == (1, 1, 5)


def test_an_empty_byte_span_stays_where_it_is() -> None:
    span = Positions("a.md", "a\n\nb").byte_span(2, 2)
    assert (span.line, span.column, span.end_line) == (2, 1, 2)


def test_a_text_inside_a_file_keeps_the_lines_and_columns_of_the_file() -> None:
    span = Positions("a.yml", "un\ndeux", first_line=7, indent=2).span(3, 7)
    assert (span.path, span.line, span.column, span.end_column) == ("a.yml", 8, 3, 7)


def test_an_empty_text_has_one_place() -> None:
    assert Positions("a.md", "").span(0, 0) == Positions("a.md", "").byte_span(0, 0)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (4, 5), (11, 12), (13, 13), (0, 17)])
def test_a_span_gives_back_its_offsets(start: int, end: int) -> None:
    positions = Positions("a.md", TEXT, 7)
    assert positions.offsets(positions.span(start, end)) == (start, end)


def test_a_column_beyond_its_line_is_at_its_end() -> None:
    assert Positions("a.md", TEXT).offsets(Span("a.md", 1, 99, 99, 99)) == (3, len(TEXT))
