from generator.literals import Json
from generator.schema import Schema
from generator.subschema import SubSchema

RAW: dict[str, Json] = {
    "properties": {
        "nom": {"type": "string"},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
        "libre": True,
    },
    "$defs": {"source": {"type": "object", "additionalProperties": {"type": "integer"}}},
}


def root(raw: dict[str, Json] = RAW) -> SubSchema:
    return SubSchema(raw, Schema(raw).resolve)


def test_a_place_is_reached_step_by_step_references_followed() -> None:
    source = root().of_field("sources").of_items
    assert source.type == "object"
    assert source.of_field("annee").type == "integer"


def test_a_place_is_worked_out_once() -> None:
    part = root()
    assert part.of_field("nom") is part.of_field("nom")
    assert part.of_field("sources").of_items is part.of_field("sources").of_items


def test_nothing_is_said_of_a_place_that_the_schema_does_not_tell() -> None:
    part = root()
    assert part.of_field("inconnu").raw == {}
    assert part.of_field("libre").raw == {}
    assert part.of_field("nom").of_items.of_field("x").type is None


def test_words_for_readers_are_told_from_what_holds_others() -> None:
    assert root().of_field("nom").is_prose
    assert not root().of_field("sources").is_prose
