import json
from typing import Any

import jsonschema_rs
import pytest

from generator.addresses import schema_path
from generator.definitions import load
from generator.exports import export
from generator.kit import Kit, gather
from tests.conftest import MINIMAL, REPOSITORY

KINDS = [canevas.kind for canevas in load(REPOSITORY).canevases]


@pytest.fixture(scope="module")
def real() -> Kit:
    return gather(REPOSITORY)


def schema(kit: Kit, kind: str) -> dict[str, Any]:
    files = {file.path: file.text for file in export(kit, [])}
    found: dict[str, Any] = json.loads(files[schema_path(kind)])
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_each_kind_is_valid_under_its_metaschema(real: Kit, kind: str) -> None:
    jsonschema_rs.meta.validate(schema(real, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_valid_under_the_published_schema_alone(real: Kit, kind: str) -> None:
    validator = jsonschema_rs.Draft202012Validator(schema(real, kind))
    assert real.by_kind[kind]
    assert [entry.id for entry in real.by_kind[kind] if not validator.is_valid(entry.value)] == []


def test_a_schema_is_named_by_its_address() -> None:
    assert schema(gather(MINIMAL), "offre")["$id"] == "https://kit.exemple.fr/canevas/offre.schema.json"


def test_a_schema_refuses_what_the_checker_refuses() -> None:
    validator = jsonschema_rs.Draft202012Validator(schema(gather(MINIMAL), "offre"))
    value = gather(MINIMAL).entries[0].value
    assert validator.is_valid(value)
    assert not validator.is_valid({**value, "enjeux": ["transparance"]})


def test_terms_have_their_labels_for_editors() -> None:
    items = schema(gather(MINIMAL), "offre")["properties"]["enjeux"]["items"]
    assert items["enum"] == ["transparence", "confiance"]
    assert items["enumDescriptions"] == [
        "Transparence : Rendre visible l'action publique.",
        "Confiance : Protéger et rassurer les habitants.",
    ]


def test_a_schema_holds_all_that_it_refers_to(real: Kit) -> None:
    for canevas in real.definitions.canevases:
        found = schema(real, canevas.kind)
        refs = {part for part in json.dumps(found).split('"') if part.startswith("#/$defs/")}
        assert {ref.rpartition("/")[2] for ref in refs} <= set(found["$defs"])
