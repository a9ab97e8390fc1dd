import pytest

from generator.yaml_builder import build
from generator.yaml_draft import Draft, Repair
from generator.yaml_traps import traps


def found(text: str) -> list[Repair]:
    draft = Draft.of(text)
    attempt = build("a.yml", draft, 3)
    assert attempt.trouble is None
    return list(traps(attempt.root, draft, 3))


NBSP = "\u00a0"
TRAPS = {
    "a:\n  -un\n  -deux": ("list_dash", 1, {1: "  - un", 2: "  - deux"}),
    "a:\n  -un": ("list_dash", 1, {1: "  - un"}),
    "a:\n  • un\n  • deux": ("list_dash", 1, {1: "  - un", 2: "  - deux"}),
    "a:\n  - un\n    -deux": ("list_dash", 2, {2: "    - deux"}),
    "a:\n  - un\n    - deux": ("misaligned", 2, {2: "  - deux"}),
    f"nom{NBSP}: a": ("odd_space", 0, {0: "nom: a"}),
    f"a: {{ b:{NBSP}c }}": ("odd_space", 0, {0: "a: { b: c }"}),
    "nom:a : b": ("colon_space", 0, {0: 'nom: "a : b"'}),
    "nom:: a": ("colon_space", 0, {0: "nom: a"}),
    "a: { nom:b }": ("colon_space", 0, {0: "a: { nom: b }"}),
    "a: { nom b }": ("missing_colon", 0, {0: "a: { nom: b }"}),
    "a: { nom: b, c et d }": ("comma_in_value", 0, {0: 'a: { nom: "b, c et d" }'}),
    'a: "b\nc: d"': ("open_quote", 0, {0: 'a: "b"'}),
    'a: 2026"': ("open_quote", 0, {0: 'a: "2026"'}),
    "a: b, c]": ("bracket", 0, {0: "a: [b, c]"}),
    "- a: b }": ("bracket", 0, {0: "- a: b"}),
    'a: "C:\\temp"': ("backslash", 0, {0: "a: 'C:\\temp'"}),
    "a: b #1": ("hash", 0, {}),
    "a: #1": ("reserved_sign", 0, {0: 'a: "#1"'}),
}


@pytest.mark.parametrize(("text", "expected"), TRAPS.items(), ids=map(repr, TRAPS))
def test_what_is_misread_is_seen(text: str, expected: tuple[str, int, dict[int, str]]) -> None:
    first = found(text)[0]
    assert (first.cause, first.at, first.changes) == expected


MEANT = [
    "a: b # c",
    "a: # c",
    "a: b#1",
    "a:\n  -5",
    "a:\n  – un tiret de dialogue",
    "a: un\n  - deux",
    "- a: un\n    - deux",
    "a: -b",
    'a: le "b"',
    'a: "b\n  c: d"',
    "a: |\n  -un\n  -deux\nb: c",
    "a: >-\n  x\nb: c",
    "a: [b, c]\nd: (e]",
    "a: { b: c, d: }",
    "a: { b: { c } }",
    f"a: b{NBSP}; c{NBSP}!",
    'a: "\\u00e9t\\u00e9"',
    "a: a",
    "- a\n- b c",
]


@pytest.mark.parametrize("text", MEANT)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_line_too_long_to_be_typed_is_not_looked_at() -> None:
    assert found(f"a: {'b' * 2_000} #1") == []
