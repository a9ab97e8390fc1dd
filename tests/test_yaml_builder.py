import pytest

from generator.nodes import Mapping, Scalar
from generator.yaml_builder import MAX_DEPTH, MOST_EVENTS, build, probe
from generator.yaml_draft import Draft, Repair


def test_what_stops_the_reading_is_told_with_the_lines_that_libyaml_names() -> None:
    trouble = build("a.yml", Draft.of("a: 1\nb: [c\nd: e\n")).trouble
    assert trouble is not None
    assert (trouble.line, trouble.column, trouble.named) == (1, 3, (1, 2))


def test_a_trouble_stands_inside_the_text() -> None:
    trouble = build("a.yml", Draft.of("a: [\n\n\n")).trouble
    assert trouble is not None
    assert trouble.line == 0


def test_places_are_those_of_the_lines_as_they_are_written() -> None:
    draft = Draft.of("a:b c\n").repaired(Repair("colon_space", 0, 1, 2, {0: "a: b c"}))
    root = build("a.yml", draft, first_line=4).root
    assert isinstance(root, Mapping)
    value = root.pairs[0][1].span
    assert (value.line, value.column, value.end_column) == (5, 3, 6)


def test_a_value_given_up_is_refused_rather_than_empty() -> None:
    draft = Draft.of("a: b\nc: d").repaired(Repair("yaml", 0, 0, 1, {0: 'a: ""'}, aside=frozenset({0})))
    root = build("a.yml", draft).root
    assert isinstance(root, Mapping)
    assert [value.refused for _, value in root.pairs if isinstance(value, Scalar)] == [True, False]


@pytest.mark.parametrize("text", ["a: b", "[" * (MAX_DEPTH + 1), ""])
def test_a_text_without_trouble_has_none(text: str) -> None:
    assert probe(text.split("\n")) is None


def test_a_trouble_is_found_without_building() -> None:
    trouble = probe(["a: b", "c: d: e"])
    assert trouble is not None
    assert (trouble.line, trouble.column) == (1, 4)


def test_a_file_of_too_many_values_is_read_up_to_there() -> None:
    found = build("a.yml", Draft.of("- a\n" * MOST_EVENTS))
    assert found.root is None
    assert [(one.cause, one.span.line) for one in found.faults] == [("too_many_parts", MOST_EVENTS - 2)]
