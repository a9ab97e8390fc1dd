from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import layout
from generator.canevas import Canevas
from generator.definitions import Definitions, load
from generator.entry import interpret
from generator.field_table import FORMATS, TYPES, Group, Row, fields, sections
from generator.schema import Schema
from generator.source import Document, read
from tests.conftest import MINIMAL, REPOSITORY

REAL = load(REPOSITORY)


@pytest.fixture(scope="module")
def small() -> Definitions:
    return load(MINIMAL)


def offre(definitions: Definitions) -> Canevas:
    return definitions.canevases[0]


def rows(groups: tuple[Group, ...]) -> dict[str, Row]:
    return {row.name: row for group in groups for row in group.rows}


def made(**parts: Any) -> dict[str, Row]:
    """Give the rows of a canevas that holds these properties."""
    schema = Schema({"title": "Essai", "type": "object", "properties": parts})
    return rows(fields(Canevas("essai", schema, Document("essai.yml")), Definitions()))


def form(**schema: Any) -> str:
    return made(champ=schema)["champ"].form


def test_fields_come_by_how_they_are_asked_for_in_the_order_of_the_canevas(small: Definitions) -> None:
    groups = fields(offre(small), small)
    assert [group.title for group in groups] == [
        "Champs obligatoires",
        "Champs recommandés",
        "Champs facultatifs",
    ]
    assert [row.name for row in groups[0].rows] == ["id", "nom", "resume", "statut", "enjeux"]
    assert [row.name for row in groups[1].rows] == ["publie_le"]


def test_sections_come_apart_with_the_condition_that_asks_for_them(small: Definitions) -> None:
    asked, free = sections(offre(small), small)
    title = asked.title.replace("\N{NO-BREAK SPACE}", " ")
    assert title == "Sections obligatoires si « statut » vaut « publiee »"
    assert [(row.label, row.help) for row in asked.rows] == [
        ("Contexte", "Pourquoi."),
        ("Objectifs", "Pour quoi faire."),
    ]
    assert (free.title, [row.name for row in free.rows]) == ("Sections facultatives", ["suites"])


@pytest.mark.parametrize("kind", REAL.canevases, ids=lambda kind: kind.kind)
def test_every_field_and_section_of_the_kit_is_told_once(kind: Canevas) -> None:
    told = [row.name for group in (*fields(kind, REAL), *sections(kind, REAL)) for row in group.rows]
    assert sorted(told) == sorted(kind.by_name)


def test_a_condition_that_cannot_be_said_in_words_is_not_hidden() -> None:
    raw = {
        "title": "Essai",
        "if": {"properties": {"a": {"minLength": 3}}},
        "then": {"required": ["a"]},
        "properties": {"a": {"type": "string"}},
    }
    canevas = Canevas("essai", Schema(raw), Document("essai.yml"))
    (group,) = fields(canevas, Definitions())
    assert group.title == "Champs obligatoires dans certains cas"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "Texte."),
        ({"type": "string", "minLength": 1, "maxLength": 60}, "Texte, 60 caractères au plus."),
        ({"type": "string", "minLength": 2, "maxLength": 60}, "Texte, de 2 à 60 caractères."),
        ({"type": "string", "minLength": 30}, "Texte, 30 caractères au moins."),
        ({"type": "string", "format": "date"}, "Date : année-mois-jour."),
        ({"type": "string", "enum": ["Local", "National"]}, "Au choix : Local, National."),
        ({"type": "string", "const": "object"}, "Toujours « object »."),
        ({"type": "integer", "minimum": 1}, "Nombre entier, 1 au moins."),
        ({"type": "number", "minimum": 0, "maximum": 1}, "Nombre, de 0 à 1."),
        ({"type": "array", "items": {"type": "string"}}, "Liste. Chaque élément : texte."),
        ({"type": "array", "items": {"enum": ["A"]}}, "Liste. Chaque élément : au choix : A."),
        (
            {"type": "array", "maxItems": 12, "items": {"type": "string", "maxLength": 40}},
            "Liste, 12 éléments au plus. Chaque élément : texte, 40 caractères au plus.",
        ),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, "Groupe de champs :"),
        (
            {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
            "Liste. Chaque élément contient :",
        ),
    ],
)
def test_a_form_is_said_in_french(schema: dict[str, Any], expected: str) -> None:
    assert form(**schema) == expected


def test_every_type_and_format_that_a_canevas_may_use_has_its_words() -> None:
    field = yaml.safe_load((layout.SCHEMAS / "canevas.yml").read_text("utf-8"))["$defs"]["champ"][
        "properties"
    ]
    assert set(TYPES) == set(field["type"]["enum"])
    assert set(FORMATS) == set(field["format"]["enum"])


def test_a_field_with_a_vocabulary_has_its_terms_and_one_that_names_entries_their_kind(
    small: Definitions,
) -> None:
    found = rows(fields(offre(small), small))
    assert found["enjeux"].form == "Une ou plusieurs valeurs à choisir, 2 valeurs au plus."
    assert [term.id for term in found["enjeux"].terms] == list(small.vocabularies["enjeux"].ids)
    assert found["statut"].form == "Une valeur à choisir."
    assert (found["allies"].form, found["allies"].reference) == (
        "Un ou plusieurs identifiants.",
        offre(small),
    )


def test_a_vocabulary_or_a_kind_that_could_not_be_read_leaves_the_field_alone(small: Definitions) -> None:
    bare = replace(small, vocabularies={}, canevases=())
    found = rows(fields(offre(small), bare))
    assert (found["enjeux"].terms, found["allies"].reference) == ((), None)


def test_a_group_tells_its_own_fields_and_which_it_requires(small: Definitions) -> None:
    parts = rows(fields(offre(small), small))["contact"].parts
    assert [(part.name, part.required) for part in parts] == [("fonction", True), ("courriel", False)]


def test_lists_of_groups_and_groups_inside_groups_are_told_to_the_end() -> None:
    inner = {"type": "array", "items": {"type": "object", "properties": {"b": {"type": "string"}}}}
    outer = {"type": "object", "properties": {"a": inner}}
    assert [part.name for part in made(champ=outer)["champ"].parts[0].parts] == ["b"]


def test_a_field_tells_which_others_must_go_with_it() -> None:
    text = {"type": "string"}
    group = {"properties": {"nombre": text, "unite": text}, "dependentRequired": {"unite": ["nombre"]}}
    for schema in ({"type": "object", **group}, {"type": "array", "items": {"type": "object", **group}}):
        assert [part.needs for part in made(champ=schema)["champ"].parts] == [(), ("nombre",)]


def test_the_whole_kind_may_ask_for_fields_together() -> None:
    raw = {
        "title": "Essai",
        "properties": {"a": {"type": "string"}},
        "dependentRequired": {"a": ["b"]},
    }
    (group,) = fields(Canevas("essai", Schema(raw), Document("essai.yml")), Definitions())
    assert group.rows[0].needs == ("b",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("texte", "champ: texte"),
        ("2026-11-22", 'champ: "2026-11-22"'),
        (["a", "b"], "champ: [a, b]"),
        ({"a": "x", "b": ["40"]}, 'champ:\n  a: x\n  b: ["40"]'),
        ([{"a": "x", "b": 2}, {"a": "z"}], "champ:\n  - a: x\n    b: 2\n  - a: z"),
    ],
)
def test_an_example_is_written_as_a_contributor_types_it(value: Any, expected: str) -> None:
    assert made(champ={"examples": [value]})["champ"].example == expected


def test_a_field_without_an_example_has_none() -> None:
    assert made(champ={"type": "string"})["champ"].example == ""


@pytest.mark.parametrize("kind", REAL.canevases, ids=lambda kind: kind.kind)
def test_the_examples_of_a_kind_are_a_valid_head(kind: Canevas, tmp_path: Path) -> None:
    head = "\n".join(row.example for row in rows(fields(kind, REAL)).values())
    (tmp_path / "mon-territoire.md").write_text(f"---\n{head}\n---\n", "utf-8")
    entry = interpret(read(tmp_path, "mon-territoire.md"), kind)
    assert entry
    assert {fault.cause for fault in entry.faults} <= {"missing_section"}
    assert set(entry.value) == {part.name for part in kind.properties if not part.is_section}
