import pytest

from generator.diagnostic import Fault
from generator.nodes import Mapping, Node, Scalar, Sequence, scalars
from generator.yaml_reader import MAX_DEPTH, parse


def read(text: str, first_line: int = 0) -> Node | None:
    node, faults = parse("a.yml", text, first_line)
    assert faults == []
    return node


def mapping(text: str, first_line: int = 0) -> Mapping:
    node = read(text, first_line)
    assert isinstance(node, Mapping)
    return node


def scalar(text: str) -> Scalar:
    node = mapping(text).pairs[0][1]
    assert isinstance(node, Scalar)
    return node


def faults(text: str, first_line: int = 0) -> list[Fault]:
    return parse("a.yml", text, first_line)[1]


def place(fault: Fault) -> tuple[str, int, int]:
    return fault.cause, fault.span.line, fault.span.column


@pytest.mark.parametrize(
    "word", ["no", "yes", "true", "null", "~", "1:30", "0123", "2026-11-22", "1e3", "0x1F", ".inf"]
)
def test_a_value_is_the_text_that_is_written(word: str) -> None:
    assert scalar(f"champ: {word}").text == word


def test_a_quoted_value_is_not_plain() -> None:
    assert scalar("a: b").plain
    assert not scalar('a: "b"').plain
    assert scalar("a: 'l''été'").text == "l'été"


def test_keys_and_values_have_their_places_in_characters() -> None:
    found = mapping("été: là\nb:\n  - un\n  - œuvre\n")
    key, value = found.pairs[0]
    assert (key.span.column, key.span.end_column, value.span.column, value.span.end_column) == (1, 4, 6, 8)
    items = found.get("b")
    assert isinstance(items, Sequence)
    assert [(item.span.line, item.span.column) for item in items.items] == [(3, 5), (4, 5)]


def test_lines_are_those_of_the_file() -> None:
    assert mapping("a: b", first_line=4).pairs[0][0].span.line == 5
    assert place(faults("a: [b", first_line=4)[0]) == ("yaml", 5, 4)


@pytest.mark.parametrize("text", ["a: [", "a: [\n", "a: {\n\n"])
def test_a_bracket_never_closed_is_noted_on_its_line(text: str) -> None:
    assert [fault.span.line for fault in faults(text)] == [1]


def test_a_literal_block_knows_its_indentation() -> None:
    assert scalar("a: |\n    un\n    deux\n").block_indent == 4
    assert scalar("a: |\n    un\n    deux\n").text == "un\ndeux\n"
    assert scalar("a: >\n  un\n  deux\n").block_indent == 0
    assert scalar("a: un").block_indent == 0


def test_a_literal_block_that_starts_with_a_blank_line_knows_its_indentation() -> None:
    assert scalar("a: |\n\n  un\n").block_indent == 2


def test_the_first_of_two_equal_keys_is_kept_and_the_second_noted() -> None:
    node, found = parse("a.yml", "a: un\nb: 2\na: trois\n")
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == ["a", "b"]
    assert [place(fault) for fault in found] == [("duplicate_key", 3, 1)]
    assert found[0].values == {"key": "a", "line": "1"}


def test_equal_keys_of_different_groups_are_no_duplicates() -> None:
    assert faults("- a: 1\n- a: 2\n") == []


@pytest.mark.parametrize(
    ("text", "sign", "column"),
    [
        ("a: &x b", "&x", 4),
        ("a: *x", "*x", 4),
        ("a: !!int 3", "tag:yaml.org,2002:int", 4),
        ("a: !odl {}", "!odl", 4),
        ("a: &x [b]", "&x", 4),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, sign: str, column: int) -> None:
    (found,) = faults(text)
    assert (place(found), found.values["sign"]) == (("alias", 1, column), sign)


def test_aliases_do_not_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
    )
    node, _ = parse("a.yml", bomb)
    assert node is not None
    assert len(list(scalars(node))) < 100


def test_a_second_document_is_noted_and_the_first_is_kept() -> None:
    node, found = parse("a.yml", "a: 1\n---\nb: 2\n")
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == ["a"]
    assert [place(fault) for fault in found] == [("second_document", 2, 1)]


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert faults("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
def test_a_deeper_nesting_is_refused(depth: int) -> None:
    node, found = parse("a.yml", "[" * depth)
    assert node is None
    assert [place(fault) for fault in found] == [("too_deep", 1, MAX_DEPTH + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n\tb: 2\n", ("tab", 2, 1)),
        ("a: b: c\n", ("yaml", 1, 5)),
        ("a: 'b\n", ("yaml", 1, 4)),
        ("a: [b\n", ("yaml", 1, 4)),
        ("a\nb: c\n", ("yaml", 2, 2)),
        ("? [x]\n: y\n", ("yaml", 1, 3)),
    ],
)
def test_what_cannot_be_read_is_noted_where_it_stands(text: str, expected: tuple[str, int, int]) -> None:
    assert [place(fault) for fault in faults(text)] == [expected]


def test_nothing_is_read_of_a_broken_file() -> None:
    assert parse("a.yml", "a: 1\nb: [")[0] is None


@pytest.mark.parametrize("text", ["", "\n", "# un commentaire\n"])
def test_an_empty_text_has_no_node(text: str) -> None:
    assert read(text) is None


def test_a_control_character_is_a_fault_rather_than_a_crash() -> None:
    assert [fault.cause for fault in faults("a: \x07")] == ["yaml"]
