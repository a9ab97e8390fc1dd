import pytest
import yaml

from generator.diagnostic import Span
from generator.literals import Json, as_text, as_yaml, block, typed
from generator.nodes import Scalar


@pytest.mark.parametrize(
    ("value", "expected"),
    [([["a"], "b"], "a, b"), ({"a": 1, "b": ["c"]}, "a: 1, b: c"), (3, "3"), ("", "")],
)
def test_a_value_is_written_on_one_line(value: Json, expected: str) -> None:
    assert as_text(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["scdl", "a: b"], '[scdl, "a: b"]'),
        ({"libelle": "Landes", "codes": ["40"]}, '{ libelle: Landes, codes: ["40"] }'),
        ("2026-11-22", '"2026-11-22"'),
        (3, "3"),
        ("no", '"no"'),
    ],
)
def test_a_value_is_written_as_yaml(value: Json, expected: str) -> None:
    assert as_yaml(value) == expected


@pytest.mark.parametrize(
    ("word", "wanted", "expected"),
    [("12", "integer", 12), ("1,5", "number", 1.5), ("true", "boolean", True), ("no", "string", "no")],
)
def test_a_scalar_is_read_as_its_type_asks(word: str, wanted: str, expected: Json) -> None:
    assert typed(Scalar(word, Span("a.yml")), wanted) == expected


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Pôle", ['x: "Pôle"']),
        (12, ["x: 12"]),
        (["a", "b c"], ['x: [a, "b c"]']),
        ([], ["x: []"]),
        ({"a": 1, "b": ["c"]}, ["x:", "  a: 1", "  b: [c]"]),
        ([{"a": 1, "b": 2}, {"a": 3}], ["x:", "  - a: 1", "    b: 2", "  - a: 3"]),
    ],
)
def test_an_example_is_written_as_yaml(value: Json, lines: list[str]) -> None:
    assert list(block("x", value)) == lines
    assert yaml.safe_load("\n".join(lines)) == {"x": value}
