"""The published schemas, read by another tool, give the verdict of `odl check` on what they can say."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.addresses import schema_path
from generator.canevas import Canevas
from generator.definitions import load
from generator.entry import Entry, interpret
from generator.exports import export
from generator.kit import gather
from generator.layout import ENTRY_SUFFIXES
from generator.literals import Json
from generator.nodes import Mapping as Group
from generator.nodes import Node, Sequence
from generator.rules import discover
from generator.schema import CAUSES, is_empty
from generator.source import from_bytes
from tests.conftest import MINIMAL, REPOSITORY
from tests.test_rules import fixtures, identify, read_notes

CODES = {rule.code for rule in discover() if rule.cause in CAUSES}
"""What JSON Schema can say: the causes that are noted along a canevas."""

BEYOND = {"C105/invalide/siren_cle_fausse.md", "C105/invalide/siren_deux_chiffres_echanges.md"}
"""What it cannot: the key of a SIREN is a sum."""

REMOVED = object()
WRONG: tuple[Json, ...] = (REMOVED, "", "x" * 700, ["a", "a"], "2026-02-30")
"""What stands in turn in the place of each value of a real entry."""


@dataclass(frozen=True)
class Case:
    """One entry that both tools read; `file` holds it when it is all YAML."""

    name: str
    entry: Entry
    is_refused: bool
    file: Path | None = None


def refused(folder: Path, schema: str, files: Mapping[str, Path]) -> set[str]:
    """Give the names of the files that check-jsonschema refuses."""
    place = folder / "schema.json"
    place.write_text(schema, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(place), "-o", "json"]
    names = {str(path): name for name, path in files.items()}
    assert names
    found = subprocess.run([*command, *names], capture_output=True, text=True, check=False)
    report = json.loads(found.stdout)
    assert report["parse_errors"] == []
    return {names[error["filename"]] for error in report["errors"]}


def published(root: Path, kind: str) -> str:
    return next(file.text for file in export(gather(root), []) if file.path == schema_path(kind))


def instance(entry: Entry) -> Json:
    """Give the whole value of an entry; what was left without a value is null, as YAML has it."""
    assert entry.document.fields
    return _with_nulls(entry.document.fields, entry.value)


def _with_nulls(node: Node, value: Json) -> Json:
    if is_empty(node):
        return None
    if isinstance(node, Group) and isinstance(value, dict):
        return value | {key.text: _with_nulls(part, value.get(key.text)) for key, part in node.pairs}
    if isinstance(node, Sequence) and isinstance(value, list):
        return [_with_nulls(part, item) for part, item in zip(node.items, value, strict=True)]
    return value


def differences(folder: Path, schema: str, cases: list[Case]) -> list[str]:
    """Give the cases of which the two tools do not think the same."""
    files = {case.name: folder / f"{rank}.json" for rank, case in enumerate(cases)}
    for case in cases:
        files[case.name].write_text(json.dumps(instance(case.entry)), "utf-8")
    found = refused(folder, schema, files)
    return [case.name for case in cases if (case.name in found) != case.is_refused]


def of_the_rules() -> Iterator[Case]:
    """Give the fixtures of the rules that are entries and that can be read."""
    canevas = load(MINIMAL).canevases[0]
    for fixture in (*fixtures("valide"), *fixtures("invalide")):
        target, expected = read_notes(fixture)
        if target.startswith(f"{canevas.folder}/") and target.endswith(ENTRY_SUFFIXES) and fixture.is_file():
            document = from_bytes(target, fixture.read_bytes())
            entry = interpret(document, canevas)
            if entry and not document.faults and identify(fixture) not in BEYOND:
                file = None if document.is_markdown else fixture
                yield Case(identify(fixture), entry, expected[:4] in CODES, file)


def of_the_kit(canevas: Canevas) -> Iterator[Case]:
    """Give the real entries of a kind, and the richest of them broken at each of its places in turn."""
    entries = [entry for entry in gather(REPOSITORY).by_kind[canevas.kind] if not entry.document.faults]
    richest = max(entries, key=lambda entry: len(json.dumps(entry.value)))
    yield from (Case(entry.path, entry, _is_refused(entry)) for entry in entries)
    for path in places(richest.value):
        for rank, wrong in enumerate(WRONG):
            text = json.dumps(replaced(richest.value, path, wrong))
            entry = interpret(from_bytes(f"{canevas.folder}/essai.yml", text.encode()), canevas)
            assert entry
            assert entry.document.faults == ()
            yield Case(f"{path} {rank}", entry, _is_refused(entry))


def _is_refused(entry: Entry) -> bool:
    return any(fault.cause in CAUSES for fault in entry.faults)


def places(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every field, in the first row of each list of rows."""
    steps = (
        value.keys()
        if isinstance(value, dict)
        else range(min(len(value), 1) if isinstance(value, list) else 0)
    )
    for step in steps:
        yield (*path, step)
        yield from places(value[step], (*path, step))


def replaced(value: Json, path: tuple[str | int, ...], other: Json) -> Json:
    """Give a value with another one at a place, or nothing there."""
    step, rest = path[0], path[1:]
    kept = dict(enumerate(value)) if isinstance(value, list) else dict(value)
    if rest:
        kept[step] = replaced(kept[step], rest, other)
    elif other is REMOVED:
        del kept[step]
    else:
        kept[step] = other
    return list(kept.values()) if isinstance(value, list) else kept


def test_json_schema_can_say_the_faults_of_a_canevas() -> None:
    assert {"C101", "C102", "C103", "C104", "C105", "C106", "C108", "C201"} <= CODES


def test_every_fixture_has_the_same_verdict(tmp_path: Path) -> None:
    cases = list(of_the_rules())
    assert any(case.is_refused for case in cases)
    assert any(not case.is_refused for case in cases)
    assert differences(tmp_path, published(MINIMAL, "offre"), cases) == []


def test_every_yaml_fixture_has_the_same_verdict_as_it_is_written(tmp_path: Path) -> None:
    cases = {case.name: case for case in of_the_rules() if case.file}
    files = {name: case.file for name, case in cases.items() if case.file}
    found = refused(tmp_path, published(MINIMAL, "offre"), files)
    assert found == {name for name, case in cases.items() if case.is_refused}


@pytest.mark.parametrize("canevas", load(REPOSITORY).canevases, ids=lambda canevas: canevas.kind)
def test_every_real_entry_broken_or_not_has_the_same_verdict(tmp_path: Path, canevas: Canevas) -> None:
    cases = list(of_the_kit(canevas))
    assert any(case.is_refused for case in cases)
    assert differences(tmp_path, published(REPOSITORY, canevas.kind), cases) == []
