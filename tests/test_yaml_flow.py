import pytest

from generator.yaml_flow import Flow

RIGHT = [
    "[a, b]",
    "[]",
    "{ nom: a, role: 'b' }",
    '[a, b: c, "d, e"]',
    "[\n  a,\n  b,  # c\n]",
    "{ a: [b, { c: d }] }",
    "{ url: https://www.exemple.fr/ }",
    "{ nom: l'été, heure: 8:30 }",
    "[a,]  # b",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_written_as_it_was(text: str) -> None:
    flow = Flow(text)
    assert (flow.is_whole, flow.text, flow.faults) == (True, text, [])


WRONG = {
    "[a, b": ("[a, b]", "bracket", 0),
    "{ a: b": ("{ a: b }", "bracket", 0),
    "{ a: [b, c }": ("{ a: [b, c] }", "bracket", 5),
    "[a}": ("[a]", "bracket", 2),
    "[a]]": ("[a]", "bracket", 3),
    "[[a, b]": ("[a, b]", "bracket", 1),
    '["a" "b"]': ('["a", "b"]', "missing_comma", 5),
    "[a,, b]": ("[a, b]", "missing_comma", 3),
    "{ a: b c: d }": ("{ a: b, c: d }", "missing_comma", 7),
    '{ a: "b" c: d }': ('{ a: "b", c: d }', "missing_comma", 9),
    '["a, b]': ('["a", b]', "open_quote", 1),
    "['l'été', b]": ('["l\'été", b]', "after_quote", 1),
    '["85""]': ('["85"]', "after_quote", 1),
    "{ a: b : c }": ('{ a: "b : c" }', "colon_in_value", 5),
    "[@a, b]": ('["@a", b]', "reserved_sign", 1),
    "[a]b, c]": ('["a]b", c]', "reserved_sign", 1),
    "{ a:b }": ("{ a: b }", "colon_space", 2),
    "{ nom Pôle }": ("{ nom: Pôle }", "missing_colon", 2),
    "{ nom: a, b et c }": ('{ nom: "a, b et c" }', "comma_in_value", 10),
    "{ nom: a, b, c, role: d }": ('{ nom: "a, b, c", role: d }', "comma_in_value", 10),
}


@pytest.mark.parametrize(("source", "expected"), WRONG.items(), ids=WRONG)
def test_what_is_wrong_is_written_as_it_should_be(source: str, expected: tuple[str, str, int]) -> None:
    flow = Flow(source)
    assert flow.is_whole
    assert (flow.text, flow.faults[0].cause, flow.faults[0].start) == expected


def test_a_known_name_lacks_its_colon_rather_than_being_the_end_of_a_text() -> None:
    assert Flow("{ nom: a, role b }", frozenset({"role"})).text == "{ nom: a, role: b }"


def test_a_text_after_the_brackets_makes_it_no_list() -> None:
    assert not Flow("[Syndicat] d'Exemple").is_whole


@pytest.mark.parametrize(
    "source", ["[" * 50, "{{[", "[:", "{,}", "{ a: }b c{", "[']", '{"', "{ \n : x", "[#a"]
)
def test_any_text_is_read_to_its_end(source: str) -> None:
    assert Flow(source).text
