import pytest

from generator.diagnostic import Fault
from generator.nodes import Mapping, Node, Scalar, Sequence, scalars
from generator.yaml_builder import MAX_DEPTH
from generator.yaml_reader import MAX_REPAIRS, parse
from tests.conftest import MINIMAL


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
    assert place(faults("a: [b", first_line=4)[0]) == ("bracket", 5, 4)


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
        ("a: b: c\n", ("colon_in_value", 1, 5)),
        ("a: 'b\n", ("open_quote", 1, 4)),
        ("a: [b\n", ("bracket", 1, 4)),
        ("nom\nb: c\n", ("stray_text", 1, 1)),
        ("? [x]\n: y\n", ("yaml", 1, 3)),
        ("a: [b: {c: d]: e}\n", ("yaml", 1, 1)),
    ],
)
def test_what_cannot_be_read_is_noted_where_it_stands(text: str, expected: tuple[str, int, int]) -> None:
    assert [place(fault) for fault in faults(text)] == [expected]


MANY = """id: essai
nom: Une offre : la nôtre
resume: "Une fiche complète
statut:publiee
enjeux: [transparence
phases:
  -publier
  -animer
contact:
\tfonction: Pôle données
   courriel: donnees@exemple.fr
portail https://www.exemple.fr/
sources:
  - { titre: Une page, la nôtre }
  - { titre: "Une autre }
publie_le: 2026-11-22
publie_le: 2026-11-23
"""


def test_all_the_faults_of_writing_are_told_at_once_and_what_follows_is_read() -> None:
    node, found = parse("a.yml", MANY)
    assert sorted((fault.span.line, fault.cause) for fault in found) == [
        (2, "colon_in_value"),
        (3, "open_quote"),
        (4, "colon_space"),
        (5, "bracket"),
        (7, "list_dash"),
        (10, "tab"),
        (11, "misaligned"),
        (12, "missing_colon"),
        (14, "comma_in_value"),
        (15, "open_quote"),
        (17, "duplicate_key"),
    ]
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == [
        *("id", "nom", "resume", "statut", "enjeux", "phases", "contact", "portail", "sources", "publie_le")
    ]


SHOWN = {
    "nom: Une offre : la nôtre": 'nom: "Une offre : la nôtre"',
    "nom: « Une offre : la nôtre »": 'nom: "Une offre : la nôtre"',
    'nom: "Une offre\n  la nôtre\n': 'nom: "Une offre la nôtre"',
    "nom: Une offre\n  de nous : la nôtre\n": 'nom: "Une offre de nous : la nôtre"',
    "nom: 'L'Agence'": 'nom: "L\'Agence"',
    'nom: "Le "grand" \'a\'"': "nom: \"Le « grand » 'a'\"",
    "nom: @agence  # la nôtre": 'nom: "@agence"  # la nôtre',
    "nom:Agence\nid: a": "nom: Agence",
    "nom Agence\nid: a": "nom: Agence",
    "enjeux: [un, deux\nid: a": "enjeux: [un, deux]",
    "allies:\n  - { nom: a\n  - { nom: b }\n": "- { nom: a }",
    "resume: >- Une offre\n  la nôtre\nid: a": 'resume: "Une offre la nôtre"',
    "enjeux: - un\n  - deux\n": "enjeux: [un, deux]",
    "nom: Agence #1": 'nom: "Agence #1"',
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.items(), ids=map(repr, SHOWN))
def test_the_line_is_shown_as_it_should_be(text: str, shown: str) -> None:
    assert [fault.values["mended"] for fault in faults(text)] == [shown]


def test_a_line_with_two_faults_is_shown_once_both_are_mended() -> None:
    found = faults("a: b\nnom:@offre\nc: d\n")
    assert [fault.cause for fault in found] == ["colon_space", "reserved_sign"]
    assert {fault.values["mended"] for fault in found} == {'nom: "@offre"'}


def test_a_value_that_nothing_mends_is_refused_and_the_rest_is_read() -> None:
    node, found = parse("a.yml", "a: 1\nb: [c: {d: e]: f}\ng: h\n")
    assert isinstance(node, Mapping)
    assert [(key.text, value.refused) for key, value in node.pairs if isinstance(value, Scalar)] == [
        ("a", False),
        ("b", True),
        ("g", False),
    ]
    assert [fault.values["is_last"] for fault in found] == [""]


def test_what_is_misread_without_trouble_is_told_too() -> None:
    node, found = parse("a.yml", "enjeux:\n  -un\n  -deux\nnom: Espace #1\n")
    assert [place(fault) for fault in found] == [("list_dash", 2, 3), ("hash", 4, 13)]
    assert isinstance(node, Mapping)
    assert isinstance(node.get("enjeux"), Sequence)


def test_more_faults_than_a_person_mends_at_once_stop_the_reading() -> None:
    node, found = parse("a.yml", "".join(f"k{n}: a : b\n" for n in range(MAX_REPAIRS + 5)))
    assert node is None
    assert [fault.cause for fault in found] == ["colon_in_value"] * MAX_REPAIRS + ["yaml"]
    assert found[-1].values["is_last"]


SIGNS = "\"':-, []{}\n"
HEAD = (MINIMAL / "atd_offers/exemple.md").read_text("utf-8").split("---\n")[1] + (
    'contact: { fonction: "Pôle données", courriel: donnees@exemple.fr }\n'
    "sources:\n  - titre: 'L''an 2026'\n    url: https://www.exemple.fr/\n  - titre: Une autre\n"
)


@pytest.mark.parametrize("rank", [rank for rank, sign in enumerate(HEAD) if sign in SIGNS])
def test_any_sign_forgotten_or_typed_twice_leaves_the_head_readable(rank: int) -> None:
    for text in (HEAD[:rank] + HEAD[rank + 1 :], HEAD[:rank] + HEAD[rank] + HEAD[rank:]):
        node, found = parse("a.yml", text)
        assert node is not None
        for fault in found:
            assert 1 <= fault.span.line <= text.count("\n") + 1
            assert fault.span.column <= len(text.split("\n")[fault.span.line - 1]) + 1


HOSTILE = {
    "a tab on each line": "a: 1\n" + "\tb: 2\n" * 150_000,
    "a colon on each line": "".join(f"k{n}: a : b\n" for n in range(70_000)),
    "a quote on each line": "".join(f'k{n}: "a\n' for n in range(90_000)),
    "a list never closed on each line": "".join(f"k{n}: [a\n" for n in range(90_000)),
    "one long line": "a: b : " + "c" * 1_000_000,
    "one long list": "a: [" + "b c: d : e, " * 80_000,
    "only colons": ": " * 500_000,
    "only spaces after a name": "a:" + " " * 1_000_000 + ":b : c",
    "blank lines before the trouble": "a: b\n" + "\n" * 1_000_000 + " c: d : e\n",
    "a long text before the trouble": "a: |\n" + "  b\n" * 250_000 + "c: d : e\n",
    "items without a space": "a:\n" + "  -b\n" * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_be_slow_does_not_hang(text: str) -> None:
    parse("a.yml", text)


@pytest.mark.parametrize("text", ["", "\n", "# un commentaire\n"])
def test_an_empty_text_has_no_node(text: str) -> None:
    assert read(text) is None


def test_a_control_character_is_a_fault_rather_than_a_crash() -> None:
    assert [fault.cause for fault in faults("a: \x07")] == ["yaml"]
