from generator.literals import Json
from generator.schema import Schema
from generator.slots import EACH, Path, bearers, slots, values_in

TREE = {
    "type": "object",
    "properties": {
        "nom": {"$ref": "#/$defs/court", "title": "Nom"},
        "lignes": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"mots": {"type": "array", "items": {"type": "string"}}},
            },
            "examples": [[{"mots": ["a"]}]],
        },
    },
    "$defs": {"court": {"type": "string", "examples": ["Un nom"]}},
}
LOOP = {
    "properties": {"suite": {"$ref": "#/$defs/suite"}},
    "$defs": {"suite": {"properties": {"suite": {"$ref": "#/$defs/suite"}}}},
}
VALUE = {"nom": "x", "lignes": [{"mots": ["a", "b"]}, {}, {"mots": "c"}]}


def found(value: Json, *path: str | int) -> list[tuple[Path, Json]]:
    return list(values_in(value, path))


def test_every_slot_comes_outermost_first_with_its_references_followed() -> None:
    assert [slot.path for slot in slots(Schema(TREE))] == [
        ("nom",),
        ("lignes",),
        ("lignes", EACH),
        ("lignes", EACH, "mots"),
        ("lignes", EACH, "mots", EACH),
    ]
    assert next(slots(Schema(TREE))).part == {"type": "string", "examples": ["Un nom"], "title": "Nom"}


def test_the_items_of_the_examples_of_a_list_are_examples_of_its_items() -> None:
    by_path = {slot.path: slot.examples for slot in slots(Schema(TREE))}
    assert by_path["nom",] == ("Un nom",)
    assert by_path["lignes", EACH] == ({"mots": ["a"]},)


def test_a_schema_that_names_itself_is_followed_no_further_than_a_few_steps() -> None:
    assert 1 < len(list(slots(Schema(LOOP)))) < 20


def test_each_value_of_a_slot_comes_with_its_own_path() -> None:
    assert found(VALUE, "nom") == [(("nom",), "x")]
    assert found(VALUE, "lignes", EACH, "mots", EACH) == [
        (("lignes", 0, "mots", 0), "a"),
        (("lignes", 0, "mots", 1), "b"),
    ]


def test_a_slot_where_an_entry_has_nothing_or_something_else_gives_nothing() -> None:
    assert found(VALUE, "rien") == []
    assert found(VALUE, "nom", "rien") == []
    assert found(VALUE, "nom", EACH) == []
    assert found({"nom": {"a": 1}}, "nom", EACH) == []


def test_a_field_bears_a_keyword_when_a_slot_inside_it_does() -> None:
    found = bearers(Schema(TREE))
    assert found["title"] == {"nom"}
    assert found["items"] == {"lignes"}
    assert found["examples"] == {"nom", "lignes"}
