from generator.nodes import Mapping, Scalar, keys_and_values, scalars
from generator.yaml_reader import parse


def mapping(text: str) -> Mapping:
    node, _ = parse("a.yml", text)
    assert isinstance(node, Mapping)
    return node


def test_a_key_and_its_value_are_found_by_name() -> None:
    found = mapping("a: b\nc: d")
    assert isinstance(found.get("c"), Scalar)
    assert (found.get("x"), found.key("x")) == (None, None)
    assert found.key("c") == found.pairs[1][0]


def test_every_key_of_a_tree_is_given_outermost_first() -> None:
    found = keys_and_values(mapping("a:\n  b: 1\nc:\n  - d: 2\n    e: [f]\n"))
    assert [key.text for key, _ in found] == ["a", "b", "c", "d", "e"]
    assert list(keys_and_values(None)) == []


def test_every_value_of_a_tree_is_given_without_its_keys() -> None:
    assert [one.text for one in scalars(mapping("a: un\nb: [deux, { c: trois }]\n"))] == [
        "un",
        "deux",
        "trois",
    ]
