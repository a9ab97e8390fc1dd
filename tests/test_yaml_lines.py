import pytest

from generator.yaml_lines import above, columns_above, cut, deeper, names

LINES = [
    "nom: Syndicat d'Exemple",
    "    # une remarque",
    '"clé": [a, b]',
    "  - titre: Une page  # la nôtre",
    "- 'a' : b",
    "portail: https://www.exemple.fr/#offre",
    "[a, b]: c",
    "# nom: rien",
    "  -un",
    "",
]


@pytest.mark.parametrize("line", LINES)
def test_the_parts_of_a_line_are_the_line(line: str) -> None:
    parts = cut(f"{line}  ")
    assert parts.before_value + parts.value + parts.comment == line
    assert parts.with_value(parts.value) == line


@pytest.mark.parametrize(
    ("line", "key", "value", "comment"),
    [
        ("nom : Une offre : la nôtre", "nom", "Une offre : la nôtre", ""),
        ("  - { nom: a }", "", "{ nom: a }", ""),
        ("nom: Espace #1 # notre nom", "nom", "Espace #1", " # notre nom"),
        ('nom: "a # b" # c', "nom", '"a # b"', " # c"),
        ("nom: # rien", "nom", "", "# rien"),
        ('"a" b: c', "", '"a" b: c', ""),
        ("https://www.exemple.fr/", "", "https://www.exemple.fr/", ""),
    ],
)
def test_a_line_is_cut_at_its_first_colon(line: str, key: str, value: str, comment: str) -> None:
    parts = cut(line)
    assert (parts.key, parts.value, parts.comment) == (key, value, comment)


def test_a_sentence_before_a_colon_is_no_name() -> None:
    assert (cut("Deux enjeux : un, deux").key, cut("Deux enjeux : un, deux").name) == ("Deux enjeux", "")
    assert cut("maj_le: hier").name == "maj_le"


def test_a_value_has_a_space_before_it() -> None:
    assert cut("nom:").with_value("a") == "nom: a"


BLOCK = ["a: b", "contact:", "    fonction: c", "", "    # d", "      e", "  - f: g", "h: i"]


def test_a_line_holds_those_that_follow_it_further_to_the_right() -> None:
    assert [deeper(BLOCK, rank) for rank in (0, 1, 2, 6, 7)] == [1, 7, 6, 7, 8]


def test_the_line_above_is_the_nearest_that_holds_something() -> None:
    assert above(BLOCK, 5).key == "fonction"
    assert above(BLOCK, 0).value == ""


def test_columns_above_are_those_of_fields_for_a_field_and_of_dashes_for_a_dash() -> None:
    assert columns_above(BLOCK, 7) == [4, 0]
    assert columns_above([*BLOCK[:7], "   - j"], 7) == [2, 4, 0]


def test_the_names_of_fields_are_found_wherever_they_stand() -> None:
    assert names(["a: b", "  - { nom: c, role: d }", "url: https://x.fr/y:z", "Un : deux"]) == {
        "a",
        "nom",
        "role",
        "url",
    }
