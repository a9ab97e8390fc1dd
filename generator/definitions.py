"""kit/canevas and kit/vocabulaires -> Definitions: what an entry may say."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from generator import layout, vocabulary
from generator.canevas import Canevas
from generator.diagnostic import Fault
from generator.files import list_files
from generator.schema import Json, Schema
from generator.source import Document, read
from generator.vocabulary import Vocabulary


@dataclass(frozen=True)
class Definitions:
    """Every canevas and vocabulary of a kit, with the faults met in their files."""

    canevases: tuple[Canevas, ...] = ()
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    faults: tuple[Fault, ...] = ()

    def canevas(self, kind: str) -> Canevas | None:
        """Give the canevas of a kind."""
        return next((canevas for canevas in self.canevases if canevas.kind == kind), None)


def load(root: Path) -> Definitions:
    """Read every definition of a kit; a broken one is left out, and its faults are kept."""
    loading = _Loading(root)
    vocabularies = {found.name: found for found in loading.vocabularies()}
    canevases = tuple(sorted(loading.canevases(vocabularies), key=lambda found: (found.order, found.kind)))
    return Definitions(canevases, vocabularies, tuple(loading.documents), tuple(loading.faults))


@cache
def own_schema(name: str) -> Schema:
    """Give the schema of one of the program's own formats: `canevas`, `communs`, `page` or `vocabulaire`."""
    raw = _load_yaml(name)
    raw.setdefault("$defs", _load_yaml("canevas").get("$defs", {}))
    return Schema(raw)


def _load_yaml(name: str) -> dict[str, Json]:
    text = (layout.SCHEMAS / f"{name}.yml").read_text("utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


class _Loading:
    """Collects documents and faults while definitions are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.documents: list[Document] = []
        self.faults: list[Fault] = []

    def vocabularies(self) -> Iterator[Vocabulary]:
        """Read `kit/vocabulaires/*.yml`."""
        for path in self._files(layout.VOCABULARIES):
            document, value, _ = self._interpret(path, own_schema("vocabulaire"))
            if value is not None:
                yield vocabulary.from_value(Path(path).stem, value, document)

    def canevases(self, vocabularies: dict[str, Vocabulary]) -> Iterator[Canevas]:
        """Read `kit/canevas/*.yml`; those whose name starts with « _ » only give definitions."""
        paths = self._files(layout.CANEVAS)
        shared: dict[str, Json] = {}
        for path in (path for path in paths if Path(path).name.startswith("_")):
            _, value, sound = self._interpret(path, own_schema("communs"))
            shared |= value.get("$defs", {}) if value and sound else {}
        for path in (path for path in paths if not Path(path).name.startswith("_")):
            document, value, sound = self._interpret(path, own_schema("canevas"))
            if value and sound and (canevas := self._canevas(document, value, shared, vocabularies)):
                yield canevas

    def _canevas(
        self,
        document: Document,
        value: dict[str, Json],
        shared: dict[str, Json],
        vocabularies: dict[str, Vocabulary],
    ) -> Canevas | None:
        raw = {**value, "$defs": copy.deepcopy(shared)}
        _list_values(raw, vocabularies)
        try:
            return Canevas(Path(document.path).stem, Schema(raw), document)
        except ValueError as error:
            self.faults.append(Fault("broken_canevas", document.start, {"problem": str(error)}))
            return None

    def _interpret(self, path: str, schema: Schema) -> tuple[Document, dict[str, Json] | None, bool]:
        """Read one file; give its document, its value if it has one, and whether it has no fault."""
        document = read(self.root, path)
        self.documents.append(document)
        fields = document.fields
        if fields is None:
            return document, None, False
        value = schema.build(fields)
        faults = list(schema.faults(fields, value))
        self.faults += faults
        return document, value, not faults and not document.faults

    def _files(self, folder: str) -> list[str]:
        found = list_files(self.root, folder, (".yml", ".yaml"))
        self.faults += found.faults
        return list(found.paths)


def _list_values(part: Json, vocabularies: dict[str, Vocabulary]) -> None:
    """Write the ids of each vocabulary as the `enum` of the fields that name it."""
    if isinstance(part, dict):
        name = part.get("x-vocabulaire")
        if isinstance(name, str) and name in vocabularies:
            part["enum"] = list(vocabularies[name].ids)
        for value in part.values():
            _list_values(value, vocabularies)
    elif isinstance(part, list):
        for value in part:
            _list_values(value, vocabularies)
