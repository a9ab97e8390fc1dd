import pytest

from generator.diagnostic import Fault
from generator.literals import Json
from generator.nodes import Node
from generator.schema import Schema, is_empty, node_at
from generator.yaml_reader import parse

SCHEMA = Schema(
    {
        "$defs": {"code": {"title": "Code", "type": "string", "pattern": "^[0-9]{2}$"}},
        "title": "Fiche",
        "type": "object",
        "additionalProperties": False,
        "required": ["nom"],
        "properties": {
            "nom": {"title": "Nom", "type": "string", "minLength": 2, "maxLength": 9, "examples": ["ALPI"]},
            "nombre": {"title": "Nombre", "type": "integer", "minimum": 1},
            "taux": {"title": "Taux", "type": "number"},
            "ouvert": {"title": "Ouvert", "type": "boolean"},
            "codes": {"title": "Codes", "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/code"}},
            "contact": {
                "title": "Contact",
                "type": "object",
                "required": ["fonction"],
                "properties": {
                    "fonction": {"title": "Fonction", "type": "string"},
                    "courriel": {"title": "Courriel", "type": "string", "format": "email"},
                },
            },
            "lignes": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"n": {"type": "integer"}, "t": {"type": "string"}},
                },
            },
            "jour": {"title": "Jour", "type": "string", "format": "date"},
            "duree": {"type": "string", "format": "duration"},
            "site": {"type": "string", "format": "uri"},
            "ton": {"type": "string", "enum": ["vert", "bleu"]},
            "texte": {"title": "Texte", "type": "string", "contentMediaType": "text/markdown"},
        },
    }
)


def node(text: str) -> Node:
    found, faults = parse("a.yml", text)
    assert found is not None
    assert faults == []
    return found


def build(text: str) -> Json:
    return SCHEMA.build(node(text))


def faults(text: str, schema: Schema = SCHEMA) -> list[Fault]:
    root = node(text)
    return list(schema.faults(root, schema.build(root)))


def noted(text: str) -> list[tuple[str, str, int, int]]:
    return [
        (one.cause, one.values.get("key", ""), one.span.line, one.span.column)
        for one in faults(f"nom: ALPI\n{text}")
    ]


@pytest.mark.parametrize(
    "word", ["no", "yes", "true", "null", "1:30", "0123", "2026-11-22", "200069110", "1e3", "12.50", "~"]
)
def test_text_stays_text(word: str) -> None:
    assert build(f"nom: {word}") == {"nom": word}


def test_text_of_a_list_and_of_a_group_stays_text() -> None:
    assert build("codes: [01, 2A, no]\ncontact: { fonction: 1:30 }") == {
        "codes": ["01", "2A", "no"],
        "contact": {"fonction": "1:30"},
    }


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("12", 12),
        ("-3", -3),
        ('"12"', 12),
        ("0012", 12),
        ("douze", "douze"),
        ("1 200", "1 200"),
        ("1.5", "1.5"),
    ],
)
def test_an_integer_is_parsed_and_what_is_not_one_stays_text(word: str, expected: Json) -> None:
    found = build(f"nombre: {word}")["nombre"]
    assert (found, type(found)) == (expected, type(expected))


def test_a_number_too_long_for_json_stays_text() -> None:
    assert build("nombre: 9007199254740993")["nombre"] == "9007199254740993"


@pytest.mark.parametrize(("word", "expected"), [("1.5", 1.5), ("1,5", 1.5), ("2", 2), ("x", "x")])
def test_a_number_has_a_point_or_a_comma(word: str, expected: Json) -> None:
    assert build(f"taux: {word}")["taux"] == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("true", True), ("false", False), ("no", "no"), ("True", "True")]
)
def test_a_boolean_is_true_or_false(word: str, expected: Json) -> None:
    assert build(f"ouvert: {word}")["ouvert"] is expected or build(f"ouvert: {word}")["ouvert"] == expected


def test_rows_are_built_along_their_items() -> None:
    assert build("lignes:\n  - n: 1\n    t: 2\n  - { n: 3, t: 4 }\n")["lignes"] == [
        {"n": 1, "t": "2"},
        {"n": 3, "t": "4"},
    ]


@pytest.mark.parametrize("text", ["nom:", "nom: ''", 'nom: "  "', "nom: |\n"])
def test_a_key_without_a_value_is_left_out(text: str) -> None:
    assert build(f"{text}\nnombre: 1") == {"nombre": 1}


def test_an_empty_value_is_noted_once_even_where_it_is_required() -> None:
    found = faults("nom:\nnombre: 1\n")
    assert [(one.cause, one.values["key"], one.span.line) for one in found] == [("empty_field", "nom", 1)]


def test_an_empty_item_is_noted_at_its_place() -> None:
    assert noted("codes:\n  - '40'\n  -\n") == [("empty_field", "codes", 4, 4)]


def test_a_missing_field_is_noted_at_the_group_that_lacks_it() -> None:
    assert noted("contact:\n  courriel: a@exemple.fr\n") == [("missing_field", "fonction", 3, 3)]


def test_a_missing_field_is_noted_at_the_nearest_present_one_that_precedes_it() -> None:
    schema = Schema({**SCHEMA.raw, "required": ["jour"]})
    (found,) = faults("site: https://a.fr/\nnombre: 1\nton: vert\nnom: ALPI\n", schema)
    assert (found.span.line, found.values["after"]) == (2, "nombre")


def test_a_field_that_precedes_all_the_others_has_none_before_it() -> None:
    assert SCHEMA.preceding([], node("nombre: 1"), "nom") is None
    assert SCHEMA.preceding([], node("- nombre"), "jour") is None
    assert SCHEMA.preceding([], node("nom: ALPI"), "inconnu") is None


def test_a_field_that_needs_another_is_noted_at_its_key() -> None:
    schema = Schema({**SCHEMA.raw, "dependentRequired": {"taux": ["nombre"]}})
    (found,) = faults("nom: ALPI\ntaux: 2\n", schema)
    assert (found.cause, found.span.line, found.values["needed_by"]) == ("missing_field", 2, "taux")
    assert [one.cause for one in faults("nom: ALPI\nnombre:\ntaux: 2\n", schema)] == ["empty_field"]


def test_a_missing_markdown_field_is_a_missing_section() -> None:
    schema = Schema({**SCHEMA.raw, "required": ["texte"]})
    assert [one.cause for one in faults("nom: ALPI", schema)] == ["missing_section"]


def test_an_unknown_field_is_noted_at_its_key_with_the_known_ones() -> None:
    (found,) = faults("nom: ALPI\nnmo: x\n")
    assert (found.cause, found.values["key"], found.span.line) == ("unknown_field", "nmo", 2)
    assert "nombre" in found.values["known"].split()


@pytest.mark.parametrize(
    ("text", "cause", "key"),
    [
        ("ton: rouge", "not_listed", "ton"),
        ("nombre: douze", "wrong_type", "nombre"),
        ("codes: '40'", "wrong_type", "codes"),
        ("contact: Jeanne", "wrong_type", "contact"),
        ("jour: 22/11/2026", "ill_formed", "jour"),
        ("jour: 2026-02-30", "ill_formed", "jour"),
        ("duree: deux jours", "ill_formed", "duree"),
        ("site: exemple.fr", "ill_formed", "site"),
        ("nombre: 0", "out_of_bounds", "nombre"),
        ("codes: []", "out_of_bounds", "codes"),
    ],
)
def test_a_value_that_the_schema_refuses_is_noted_by_its_cause(text: str, cause: str, key: str) -> None:
    assert [(one[0], one[1]) for one in noted(text)] == [(cause, key)]


def test_a_fault_inside_a_list_is_noted_at_its_item() -> None:
    assert noted("codes: ['40', x]") == [("ill_formed", "codes", 2, 15)]


def test_a_fault_has_the_words_that_a_sentence_needs() -> None:
    (found,) = faults("nom: Syndicat mixte\n")
    assert (
        found.values | {"label": "Nom", "value": "Syndicat mixte", "example": "ALPI", "limit": "9"}
        == found.values
    )


def test_all_faults_are_noted_in_one_run() -> None:
    assert sorted(one.cause for one in faults("nombre: x\njour: hier\n")) == [
        "ill_formed",
        "missing_field",
        "wrong_type",
    ]


@pytest.mark.parametrize(
    "raw", [{"type": "texte"}, {"properties": {"a": {"$ref": "#/$defs/absent"}}}, {"required": "nom"}]
)
def test_a_schema_that_is_not_valid_is_refused(raw: dict[str, Json]) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Schema(raw)


def test_references_that_go_round_do_not_hang() -> None:
    schema = Schema({"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}})
    assert "$ref" in schema.resolve({"$ref": "#/$defs/a"})


def test_the_schema_of_a_place_is_found_through_lists_groups_and_references() -> None:
    assert SCHEMA.at(["codes", 3])["title"] == "Code"
    assert SCHEMA.at(["contact", "courriel"])["format"] == "email"
    assert SCHEMA.at(["absent", "x", 1]) == {}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"type": "string", "maxLength": 60}, True),
        ({"type": "string", "format": "uri"}, False),
        ({"type": "string", "pattern": "^[0-9]{9}$"}, False),
        ({"type": "string", "x-vocabulaire": "enjeux"}, False),
        ({"type": "string", "x-renvoi": "offre"}, False),
        ({"type": "string", "contentMediaType": "text/markdown"}, False),
        ({"type": "integer"}, False),
        ({}, False),
    ],
)
def test_words_for_readers_are_told_from_codes(part: dict[str, Json], expected: bool) -> None:
    schema = Schema({"properties": {"a": {"type": "array", "items": part}}})
    assert [one.text for one in schema.free_texts(node("a: [Texte]\nb: Autre\n"))] == ["Texte"] * expected


def test_the_node_of_a_place_is_the_nearest_one_above_it() -> None:
    root = node("a:\n  - b: 1\n")
    assert node_at(root, ["a", 0, "b"]).span.column == 8
    assert node_at(root, ["a", 0, "c"]).span.column == 5
    assert node_at(root, ["x"]) is root
    assert node_at(root, ["a", 7]) == node_at(root, ["a"])


def test_a_blank_scalar_is_empty_and_a_collection_is_not() -> None:
    assert is_empty(node("' '"))
    assert not is_empty(node("[]"))


def test_what_a_value_lacks_is_told_its_condition_included() -> None:
    condition = {
        "required": ["a"],
        "properties": {"b": {"type": "object", "required": ["c"]}},
        "if": {"required": ["b"]},
        "then": {"required": ["d"]},
        "dependentRequired": {"e": ["f"]},
    }
    schema = Schema(condition)
    assert schema.missing({}) == {"a"}
    assert schema.missing({"a": 1, "b": {}}) == {"d"}
    assert schema.missing({"a": 1, "e": 1}) == {"f"}


@pytest.mark.parametrize(
    ("value", "path", "refused"),
    [
        ({"nom": "ALPI"}, ["nom"], False),
        ({"nom": "A"}, ["nom"], True),
        ({"nom": "A"}, ["nombre"], False),
        ({"contact": {"courriel": "x"}}, ["contact"], True),
        ({"contact": {"courriel": "x"}}, ["contact", "fonction"], False),
        ({"codes": ["40", "4"]}, ["codes", 0], False),
        ({"codes": ["40", "4"]}, ["codes", 1], True),
    ],
)
def test_what_stands_at_a_place_is_refused_or_not_whatever_stands_elsewhere(
    value: Json, path: list[str | int], refused: bool
) -> None:
    assert SCHEMA.refuses(value, path) is refused
