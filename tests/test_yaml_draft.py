import pytest

from generator.yaml_draft import Draft, Repair, excerpt

LINE = Repair("colon_in_value", 1, 5, 6, {1: 'nom: "a : b"'}, shown=(1, 1), aside=frozenset({1}))


def test_a_repaired_line_keeps_its_rank() -> None:
    draft = Draft.of("id: x\nnom: a : b\n").repaired(LINE)
    assert draft.text == 'id: x\nnom: "a : b"\n'
    assert draft.written[1] == "nom: a : b"
    assert set(draft.aside) == {1}


def test_columns_are_those_of_the_line_as_written() -> None:
    draft = Draft.of("id: x\nnom: a : b\n").repaired(LINE)
    assert [draft.column(1, column) for column in (0, 5, 8, 12)] == [0, 5, 8, 10]
    assert draft.column(0, 4) == 4
    assert draft.column(9, 3) == 3


@pytest.mark.parametrize(
    ("written", "read"), [("aXb", "ab"), ("ab", "aXb"), ("", "abc"), ("abc", ""), ("aa", "a")]
)
def test_columns_stay_in_order_and_inside_the_line(written: str, read: str) -> None:
    draft = Draft.of(written).repaired(Repair("x", 0, 0, 1, {0: read}))
    columns = [draft.column(0, column) for column in range(len(read) + 1)]
    assert columns == sorted(columns)
    assert 0 <= columns[0] <= columns[-1] <= len(written)


def test_a_repair_of_a_stretch_is_one_of_the_whole() -> None:
    moved = LINE.shifted(10)
    assert (moved.at, dict(moved.changes), moved.shown) == (11, {11: 'nom: "a : b"'}, (11, 11))
    assert set(moved.aside) == {11}


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("nom: a", "nom a") == "nom: a"


def test_a_long_line_keeps_its_ends_and_the_place_that_changed() -> None:
    long = "mot " * 100
    assert excerpt(f'a: "{long}fin"', f"a: {long}fin").startswith('a: "mot')
    assert excerpt(f'a: "{long}fin"', f"a: {long}fin").endswith('fin"')
    assert "ICI" in excerpt(f"a: {long}ICI{long}", f"a: {long}{long}")
