"""What each kind of repair proposes for a line, first; whether it is kept is tried elsewhere."""

import pytest

from generator.repairs import (
    REPAIRS,
    Propose,
    aside,
    brackets,
    colons,
    dashes,
    indents,
    quotes,
    signs,
    spaces,
    stray,
    tabs,
    values,
)

NBSP = "\u00a0"


def first(propose: Propose, text: str, at: int, problem: str = "") -> str | None:
    """Give the text after the first repair proposed for a line; None when none is."""
    lines = text.split("\n")
    repair = next(propose(lines, at, problem), None)
    if repair is None:
        return None
    return "\n".join(repair.changes.get(rank, line) for rank, line in enumerate(lines))


PROPOSALS: list[tuple[Propose, str, int, str]] = [
    (spaces.propose, f"nom{NBSP}: a", 0, "nom: a"),
    (spaces.propose, f"nom:{NBSP}a", 0, "nom: a"),
    (spaces.propose, f"{NBSP}- a", 0, " - a"),
    (spaces.propose, f"a: {{ b:{NBSP}c }}", 0, "a: { b: c }"),
    (tabs.propose, "a:\n\tb: c\n\td: e", 1, "a:\n  b: c\n  d: e"),
    (tabs.propose, "a:\n-\tb", 1, "a:\n-  b"),
    (signs.propose, "'nom: a", 0, "nom: a"),
    (quotes.propose, 'nom: "a', 0, 'nom: "a"'),
    (quotes.propose, 'nom: "a\n  b', 0, 'nom: "a\n  b"'),
    (quotes.propose, 'nom: "a”', 0, 'nom: "a"'),
    (quotes.propose, "nom: 'l'été'", 0, 'nom: "l\'été"'),
    (quotes.propose, 'nom: "le "grand" a"', 0, "nom: 'le \"grand\" a'"),
    (quotes.propose, 'nom: "a" et "b"', 0, 'nom: \'"a" et "b"\''),
    (quotes.propose, '- "a" b', 0, "- '\"a\" b'"),
    (dashes.propose, "-a\n-b\nc: d", 0, "- a\n- b\nc: d"),
    (dashes.propose, "  • a", 0, "  - a"),
    (dashes.propose, "--a", 0, "- a"),
    (dashes.forgotten, "- a: b\n  c: d\n a: e", 2, "- a: b\n  c: d\n- a: e"),
    (dashes.forgotten, "a:\n    b: c\n  - b: d", 1, "a:\n  - b: c\n  - b: d"),
    (dashes.inline, "a: - b\n  - c", 0, "a: [b, c]\n"),
    (colons.without_space, "nom:a", 0, "nom: a"),
    (colons.without_space, "- nom :a", 0, "- nom: a"),
    (colons.forgotten, "nom a", 0, "nom: a"),
    (colons.forgotten, "nom = a", 0, "nom: a"),
    (colons.likely_forgotten, "nom\n  a: b", 0, "nom:\n  a: b"),
    (brackets.propose, "a: [\n  b,\n  c\nd: e", 0, "a: [\n  b,\n  c]\nd: e"),
    (values.propose, "nom: a : b", 0, 'nom: "a : b"'),
    (values.propose, "- Un mot : a : b", 0, '- "Un mot : a : b"'),
    (values.propose, "nom: @a  # b", 0, 'nom: "@a"  # b'),
    (values.propose, "nom: - a", 0, 'nom: "- a"'),
    (values.folded, "nom: a\n  b c : d", 1, 'nom: "a\n  b c : d"'),
    (values.folded, 'nom: a\n  "b" c : d', 1, "nom: 'a\n  \"b\" c : d'"),
    (values.after_block_sign, "nom: >- un texte\n  b", 0, 'nom: "un texte\n  b"'),
    (values.after_block_sign, "nom: >_\n  a", 0, "nom: >-\n  a"),
    (indents.alone, "a:\n  b: c\n   d: e", 2, "a:\n  b: c\n  d: e"),
    (indents.alone, "-  a: b\n  c: d", 0, "- a: b\n  c: d"),
    (indents.together, "a: b\n c:\n    d: e", 1, "a: b\nc:\n   d: e"),
    (stray.propose, "nom: a\nb c\nd e", 1, "nom: a\n\n"),
    (aside.propose, "a:\n  b: [c\n    d\n  e: f", 1, 'a:\n  b: ""\n\n  e: f'),
    (aside.whole, "a:\n  b: [c\n  d: e\nf: g", 1, 'a: ""\n\n\nf: g'),
]


@pytest.mark.parametrize(("propose", "text", "at", "expected"), PROPOSALS)
def test_a_line_is_written_as_it_should_be(propose: Propose, text: str, at: int, expected: str) -> None:
    assert first(propose, text, at) == (expected.rstrip("\n") if text.count("\n") == 0 else expected)


NOTHING: list[tuple[Propose, str, int]] = [
    (spaces.propose, f"nom: a{NBSP}: b", 0),
    (tabs.propose, "nom:\ta", 0),
    (signs.propose, "'nom': a", 0),
    (quotes.propose, 'nom: "a"', 0),
    (quotes.propose, "nom: l'été", 0),
    (dashes.propose, "--- ", 0),
    (dashes.propose, "- a", 0),
    (dashes.forgotten, "a: b\nc: d", 1),
    (dashes.inline, "a: - b: c", 0),
    (dashes.inline, "a: b - c", 0),
    (colons.without_space, "https://www.exemple.fr/", 0),
    (colons.without_space, "nom: a", 0),
    (colons.forgotten, "Nom a", 0),
    (colons.likely_forgotten, "resume: Une fiche,\npour les tests.", 1),
    (brackets.propose, "a: [b]", 0),
    (brackets.propose, "a: b", 0),
    (values.propose, "nom: a", 0),
    (values.propose, "nom: [a: b]", 0),
    (values.folded, "nom: a\n  b c", 1),
    (values.after_block_sign, "nom: >-", 0),
    (indents.alone, "a: b\nc: d", 1),
    (indents.alone, "a: b\n  un texte", 1),
    (stray.propose, "nom: a", 0),
    (stray.propose, "- a", 0),
    (aside.propose, "# a", 0),
]


@pytest.mark.parametrize(("propose", "text", "at"), NOTHING)
def test_nothing_is_proposed_for_another_line(propose: Propose, text: str, at: int) -> None:
    assert first(propose, text, at) is None


def test_a_backslash_is_blamed_only_when_libyaml_does() -> None:
    assert first(quotes.propose, 'a: "C:\\Partage"', 0) is None
    problem = "found unknown escape character while parsing a quoted scalar"
    assert first(quotes.propose, 'a: "C:\\Zone"', 0, problem) == "a: 'C:\\Zone'"


def test_a_known_name_lacks_its_colon() -> None:
    long = "- nom: Un texte assez long pour aller à la ligne\n  role Appui\n- nom: b\n  role: c"
    assert first(colons.likely_forgotten, long, 1) == long.replace("role Appui", "role: Appui")


@pytest.mark.parametrize(
    "line", ["", " ", "-", ":", "'", '"', "[", "{", "a:", "- -", "\t", NBSP, "#", ">", "?", "--"]
)
@pytest.mark.parametrize("propose", REPAIRS)
def test_any_line_is_looked_at_without_harm(propose: Propose, line: str) -> None:
    for repair in propose(["a:", line, "b: c"], 1, ""):
        assert 0 <= repair.start <= repair.end
        assert set(repair.changes) <= {0, 1, 2}
