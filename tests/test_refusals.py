import jsonschema_rs
import pytest

from generator.definitions import Definitions, own_schema
from generator.diagnostic import Finding
from generator.literals import Json
from generator.refusals import Refusal, refusals
from generator.rules import discover
from generator.schema import Schema
from generator.yaml_reader import parse

NEVER_REFUSE = {"$schema", "$ref", "title", "description", "examples", "default", "contentMediaType"}
"""Keywords that say something of a field, and refuse none of its values."""
LEAD_TO_OTHERS = {"properties", "items", "if", "then"}
"""Keywords that refuse by those that they hold."""

GROUP = {
    "type": "object",
    "properties": {"a": {"title": "Lettre"}, "b": {"title": "Balle", "examples": ["b"]}},
}
SAMPLES: dict[str, tuple[dict[str, Json], str, str]] = {
    "type": ({"type": "array"}, "un", "« X » attend une liste."),
    "enum": ({"enum": ["un", "deux"]}, "trois", "« trois » n'est pas dans la liste de « X »."),
    "const": ({"const": "un"}, "deux", "« X » ne peut valoir que « un », et non « deux »."),
    "format": (
        {"type": "string", "format": "date"},
        "hier",
        "« X » attend une date (année-mois-jour) : « hier » n'en est pas une.",
    ),
    "pattern": (
        {"type": "string", "pattern": "^[0-9]+$"},
        "un",
        "« un » n'a pas la forme attendue pour « X ».",
    ),
    "minLength": (
        {"type": "string", "minLength": 4},
        "été",
        "« X » est trop court : 3 au lieu de 4 caractères au moins.",
    ),
    "maxLength": (
        {"type": "string", "maxLength": 2},
        "été",
        "« X » est trop long : 3 au lieu de 2 caractères au plus.",
    ),
    "minItems": ({"minItems": 2}, "[a]", "« X » n'a pas assez de valeurs : 1 au lieu de 2 au moins."),
    "maxItems": ({"maxItems": 1}, "[a, b]", "« X » a trop de valeurs : 2 au lieu de 1 au plus."),
    "uniqueItems": ({"uniqueItems": True}, "[a, b, a]", "« X » contient deux fois la même valeur, « a »."),
    "minProperties": (
        {"minProperties": 2},
        "{ a: b }",
        "« X » n'a pas assez de champs : 1 au lieu de 2 au moins.",
    ),
    "minimum": ({"type": "number", "minimum": 1.5}, "1", "« X » est trop petit : 1 au lieu de 1,5 au moins."),
    "maximum": (
        {"type": "integer", "maximum": 9},
        "1200",
        "« X » est trop grand : 1 200 au lieu de 9 au plus.",
    ),
    "required": ({**GROUP, "required": ["b"]}, "{ a: b }", "Il manque le champ « b » (Balle)."),
    "dependentRequired": (
        {**GROUP, "dependentRequired": {"a": ["b"]}},
        "{ a: b }",
        "Le champ « a » demande aussi le champ « b » (Balle), qui manque.",
    ),
    "additionalProperties": (
        {**GROUP, "additionalProperties": False},
        "{ c: d }",
        "Le champ « c » n'existe pas.",
    ),
}
"""For each keyword: a field that has it, a value that it refuses, what is said."""


def keywords() -> set[str]:
    """Give the keywords that a canevas may hold and that may refuse a value."""
    raw = own_schema("canevas").raw
    places = [raw, raw["$defs"]["champ"], raw["$defs"]["condition"]]
    found = {name for place in places for name in place["properties"] if not name.startswith("x-")}
    return found - NEVER_REFUSE - LEAD_TO_OTHERS


def findings(schema: Schema, text: str) -> list[Finding]:
    node, faults = parse("a.yml", text)
    assert node is not None
    assert faults == []
    rules = {rule.cause: rule for rule in discover()}
    found = schema.faults(node, schema.build(node))
    return [one for fault in found for one in rules[fault.cause].check(fault, Definitions())]


def read(schema: dict[str, Json], value: Json) -> list[Refusal]:
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    return refusals(validator.iter_errors(value), schema)


@pytest.mark.parametrize("keyword", sorted(keywords()))
def test_each_keyword_of_a_canevas_has_its_own_sentence(keyword: str) -> None:
    field, value, message = SAMPLES[keyword]
    schema = Schema({"type": "object", "properties": {"x": {"title": "X", **field}}})
    assert [one.message.replace("\u202f", " ") for one in findings(schema, f"x: {value}")] == [message]


def test_every_sample_is_a_keyword_of_a_canevas() -> None:
    assert SAMPLES.keys() == keywords()


@pytest.mark.parametrize("name", own_schema("canevas").raw["$defs"]["champ"]["properties"]["format"]["enum"])
def test_each_format_of_a_canevas_has_its_own_words(name: str) -> None:
    schema = Schema({"properties": {"x": {"title": "X", "type": "string", "format": name}}})
    (found,) = findings(schema, "x: '? ?'")
    assert "de format" not in found.message


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("https://a.fr/été", "Écrivez « https://a.fr/%C3%A9t%C3%A9 »."),
        ("https://a.fr/a b?q=1#c", "Écrivez « https://a.fr/a%20b?q=1#c »."),
        ("https://a.fr/%zz", "Par exemple : b"),
        ("a.fr/été", "Écrivez « https://a.fr/%C3%A9t%C3%A9 »."),
        ("https://été.fr/", "Par exemple : b"),
    ],
)
def test_an_address_whose_path_alone_is_wrong_is_mended_in_the_hint(address: str, hint: str) -> None:
    field = {"title": "X", "type": "string", "format": "uri", "examples": ["b"]}
    (found,) = findings(Schema({"properties": {"x": field}}), f'x: "{address}"')
    assert found.hint == hint


@pytest.mark.parametrize(
    ("schema", "value", "keyword"),
    [
        ({"type": "string", "enum": ["a"]}, ["a"], "type"),
        ({"enum": ["2026"], "pattern": "^2", "format": "date"}, "x", "enum"),
        ({"format": "date", "pattern": "^2"}, "x", "format"),
    ],
)
def test_of_what_refuses_a_whole_value_the_first_is_told(
    schema: dict[str, Json], value: Json, keyword: str
) -> None:
    assert [one.keyword for one in read(schema, value)] == [keyword]


def test_limits_are_told_beside_the_form() -> None:
    found = read({"pattern": "^[a-z]+$", "maxLength": 2}, "A B")
    assert sorted(one.keyword for one in found) == ["maxLength", "pattern"]


def test_a_refusal_that_depends_on_the_condition_says_it() -> None:
    schema = {
        "if": {"required": ["statut"], "properties": {"statut": {"const": "publiee"}}},
        "then": {"required": ["lieu"], "properties": {"enjeux": {"minItems": 1}}},
    }
    found = read(schema, {"statut": "publiee", "enjeux": []})
    assert sorted((one.keyword, one.when) for one in found) == [
        ("minItems", "« statut » vaut « publiee »"),
        ("required", "« statut » vaut « publiee »"),
    ]


def test_what_is_always_required_does_not_depend_on_the_condition() -> None:
    schema = {"required": ["lieu"], "if": {}, "then": {"required": ["lieu"]}}
    assert read(schema, {}) == [Refusal("required", (), ("lieu",))]


@pytest.mark.parametrize("condition", [{"required": ["a"]}, {"properties": {"a": {"minLength": 1}}}])
def test_a_condition_of_another_form_is_not_said(condition: dict[str, Json]) -> None:
    found = read({"if": condition, "then": {"required": ["b"]}}, {"a": "x"})
    assert [(one.names, one.when) for one in found] == [(("b",), "")]


def test_a_field_that_is_needed_is_told_for_each_that_needs_it_and_is_there() -> None:
    schema = {"dependentRequired": {"a": ["z"], "b": ["z", "y"], "c": ["z"]}}
    found = read(schema, {"a": 1, "b": 2})
    assert sorted((one.key, one.names) for one in found) == [("a", ("z",)), ("b", ("y",)), ("b", ("z",))]


def test_a_dependency_is_found_behind_a_reference() -> None:
    schema = {
        "$defs": {"groupe": {"dependentRequired": {"a": ["b"]}}},
        "properties": {"lignes": {"items": {"$ref": "#/$defs/groupe"}}},
    }
    (found,) = read(schema, {"lignes": [{}, {"a": 1}]})
    assert (found.path, found.key, found.names) == (("lignes", 1), "a", ("b",))


def test_the_repeated_item_is_the_second_one_whatever_it_holds() -> None:
    rows = [{"a": 1, "b": [2]}, {"a": 2}, {"b": [2], "a": 1}]
    assert [one.path for one in read({"uniqueItems": True}, rows)] == [(2,)]
