import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.addresses import head_schema_path, schema_path
from generator.canevas import Canevas
from generator.definitions import load
from generator.exports import export
from generator.kit import Kit, gather
from generator.literals import Json
from tests.conftest import MINIMAL, REPOSITORY

CANEVASES = load(REPOSITORY).canevases
KINDS = [canevas.kind for canevas in CANEVASES]
PATHS = [of(kind) for kind in KINDS for of in (schema_path, head_schema_path)]


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    return schemas(gather(REPOSITORY))


@pytest.fixture(scope="module")
def offre() -> dict[str, Any]:
    found: dict[str, Any] = schemas(gather(MINIMAL))[schema_path("offre")]
    return found


def schemas(kit: Kit) -> dict[str, Any]:
    files = (file for file in export(kit, []) if file.path.startswith("canevas/"))
    return {file.path: json.loads(file.text) for file in files}


def parts(canevas: Canevas, part: dict[str, Json], path: str = "") -> Iterator[tuple[str, dict[str, Json]]]:
    """Give every field of a canevas, those of groups and of rows included, as an editor reads it."""
    for name, field in canevas.schema.resolve(part).get("properties", {}).items():
        yield f"{path}{name}", canevas.schema.resolve(field)
        yield from parts(canevas, field, f"{path}{name}.")
    if items := canevas.schema.resolve(part).get("items"):
        yield from parts(canevas, items, path)


FIELDS = [
    (canevas, path, field) for canevas in CANEVASES for path, field in parts(canevas, canevas.schema.raw)
]


def test_each_kind_has_a_schema_of_its_entries_and_one_of_their_heads(real: dict[str, Any]) -> None:
    assert sorted(real) == sorted(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_schema_is_valid_under_its_metaschema(real: dict[str, Any], path: str) -> None:
    jsonschema_rs.meta.validate(real[path])


def test_schemas_are_valid_for_another_tool(real: dict[str, Any], tmp_path: Path) -> None:
    files = [tmp_path / Path(path).name for path in real]
    for file, schema in zip(files, real.values(), strict=True):
        file.write_text(json.dumps(schema), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *map(str, files)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0


@pytest.mark.parametrize("path", PATHS)
def test_a_schema_is_named_by_its_address(real: dict[str, Any], path: str) -> None:
    assert real[path]["$id"] == f"{gather(REPOSITORY).config.site_url}{path}"


@pytest.mark.parametrize(("canevas", "path", "field"), FIELDS, ids=lambda part: str(part)[:40])
def test_every_field_has_a_label_a_help_and_valid_examples(
    canevas: Canevas, path: str, field: dict[str, Json]
) -> None:
    assert {"title", "description"} <= field.keys(), path
    assert "examples" in field or "contentMediaType" in field, path
    validator = jsonschema_rs.Draft202012Validator({**field, "$defs": canevas.schema.raw["$defs"]})
    assert [example for example in field.get("examples", ()) if not validator.is_valid(example)] == []


def test_a_schema_refuses_what_the_checker_refuses(offre: dict[str, Any]) -> None:
    validator = jsonschema_rs.Draft202012Validator(offre)
    value = gather(MINIMAL).entries[0].value
    assert validator.is_valid(value)
    assert not validator.is_valid({**value, "enjeux": ["transparance"]})


def test_terms_are_constants_with_their_labels(offre: dict[str, Any]) -> None:
    items = offre["properties"]["enjeux"]["items"]
    assert "enum" not in items
    assert items["oneOf"][0] == {
        "const": "transparence",
        "title": "Transparence",
        "description": "Transparence : Rendre visible l'action publique.",
    }
    assert [term["const"] for term in items["oneOf"]] == ["transparence", "confiance"]


def test_values_that_are_no_terms_stay_a_list(offre: dict[str, Any]) -> None:
    assert offre["properties"]["niveau"]["enum"] == ["local", "national"]


@pytest.mark.parametrize("path", PATHS)
def test_a_schema_holds_no_keyword_of_ours(real: dict[str, Any], path: str) -> None:
    text = json.dumps(real[path])
    assert '"x-' not in text
    assert "date-partielle" not in text


def test_a_format_is_said_by_other_keywords_too(offre: dict[str, Any]) -> None:
    validator = jsonschema_rs.Draft202012Validator(offre, validate_formats=False)
    value = gather(MINIMAL).entries[0].value
    assert validator.is_valid({**value, "courriel": "donnees@exemple.fr", "duree": "P1W2D"})
    for wrong in ({"courriel": "a@@exemple.fr"}, {"duree": "deux jours"}, {"portail": "https://a.fr/un mot"}):
        assert not validator.is_valid({**value, **wrong})


def test_a_schema_holds_all_that_it_refers_to(real: dict[str, Any]) -> None:
    for found in real.values():
        refs = {part for part in json.dumps(found).split('"') if part.startswith("#/$defs/")}
        assert {ref.rpartition("/")[2] for ref in refs} <= set(found["$defs"])


def test_the_schema_of_a_head_knows_no_section_and_asks_for_none() -> None:
    kit = gather(MINIMAL)
    head = schemas(kit)[head_schema_path("offre")]
    fields = {name: value for name, value in kit.entries[0].value.items() if "context" not in name}
    validator = jsonschema_rs.Draft202012Validator(head)
    assert not {"contexte", "objectifs", "suites"} & head["properties"].keys()
    assert head["then"]["required"] == []
    assert not validator.is_valid(fields)
    fields.pop("objectifs")
    assert validator.is_valid(fields)
    assert not validator.is_valid({**fields, "nom": ""})


def test_the_schema_of_a_head_says_nothing_of_fields_and_sections_that_need_each_other(
    small_kit: Path,
) -> None:
    path = small_kit / "kit/canevas/offre.yml"
    text = path.read_text("utf-8").replace(
        "{ unite: [nombre] }", "{ unite: [nombre, suites], suites: [duree] }"
    )
    path.write_text(text, "utf-8")
    found = schemas(gather(small_kit))
    assert found[schema_path("offre")]["dependentRequired"]["suites"] == ["duree"]
    assert found[head_schema_path("offre")]["dependentRequired"] == {"unite": ["nombre"]}
