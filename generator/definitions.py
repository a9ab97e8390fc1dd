"""kit/canevas and kit/vocabulaires -> Definitions: what an entry may say."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from generator import layout, vocabulary
from generator.canevas import Canevas
from generator.diagnostic import Fault, Span
from generator.files import list_files, stands
from generator.literals import Json
from generator.nodes import Scalar, keys_and_values
from generator.review import Review
from generator.schema import Schema
from generator.source import Document, digest, read
from generator.vocabulary import Vocabulary

_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class Definitions:
    """Every canevas and vocabulary of a kit, with the faults met in their files."""

    canevases: tuple[Canevas, ...] = ()
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    review: Review = field(default_factory=Review)
    documents: tuple[Document, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def are_complete(self) -> bool:
        """Whether every canevas could be read: if not, entries are missing that others may name."""
        return len(self.kind_names) == len(self.canevases)

    @property
    def kind_names(self) -> tuple[str, ...]:
        """Names of the kinds that have a canevas, readable or not."""
        return tuple(Path(document.path).stem for document in self.documents if _is_kind(document.path))

    @property
    def vocabulary_names(self) -> tuple[str, ...]:
        """Names of the vocabularies that have a file, readable or not."""
        paths = [document.path for document in self.documents]
        return tuple(Path(path).stem for path in paths if path.startswith(layout.VOCABULARIES))

    @property
    def folders(self) -> frozenset[str]:
        """Folders of the kit, at its root, whose files make its site."""
        return layout.FOLDERS | {canevas.folder.partition("/")[0] for canevas in self.canevases}

    def canevas(self, kind: str) -> Canevas | None:
        """Give the canevas of a kind."""
        return next((canevas for canevas in self.canevases if canevas.kind == kind), None)


def load(root: Path, former: Definitions | None = None) -> Definitions:
    """Read every definition of a kit; a broken one is left out, and its faults are kept.

    Args:
        root: folder of the kit.
        former: what was read before, given back if its files are the same.
    """
    if former and _is_read_of(former, root):
        return former
    loading = _Loading(root)
    vocabularies = {found.name: found for found in loading.vocabularies()}
    canevases = tuple(sorted(loading.canevases(vocabularies), key=lambda found: (found.order, found.kind)))
    review = loading.review()
    return Definitions(canevases, vocabularies, review, tuple(loading.documents), tuple(loading.faults))


def _is_read_of(former: Definitions, root: Path) -> bool:
    """Tell whether definitions, without faults, are those of the files that are there."""
    folders = [list_files(root, folder, _SUFFIXES) for folder in (layout.VOCABULARIES, layout.CANEVAS)]
    paths = {path for found in folders for path in found.paths}
    paths |= {layout.REVIEW} if stands(root, layout.REVIEW) else set()
    known = {document.path: document.digest for document in former.documents}
    is_clean = all(known.values()) and not former.faults and not any(found.faults for found in folders)
    return is_clean and known == {path: digest(root, path) for path in paths}


@cache
def own_schema(name: str) -> Schema:
    """Give the schema of one of the program's own formats: `canevas`, `communs`, `page`, `relectures`…."""
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
        usable = True
        for path in (path for path in paths if not _is_kind(path)):
            _, value, sound = self._interpret(path, own_schema("communs"))
            shared |= value.get("$defs", {}) if value and sound else {}
            usable = usable and sound
        seen: dict[str, str] = {}
        for path in filter(_is_kind, paths):
            document, value, sound = self._interpret(path, own_schema("canevas"))
            first = seen.setdefault(Path(path).stem, path)
            if first != path:
                self.faults.append(_broken(document.start, f"« {first} » décrit déjà ce genre"))
            elif value and sound and usable:
                yield from self._canevas(document, value, shared, vocabularies)

    def review(self) -> Review:
        """Read `kit/relectures.yml`; a kit may have none."""
        if not stands(self.root, layout.REVIEW):
            return Review()
        _, value, _ = self._interpret(layout.REVIEW, own_schema("relectures"))
        return Review(value or {})

    def _canevas(
        self,
        document: Document,
        value: dict[str, Json],
        shared: dict[str, Json],
        vocabularies: dict[str, Vocabulary],
    ) -> Iterator[Canevas]:
        unknown = list(_unknown_references(document, shared))
        self.faults += unknown
        if unknown:
            return
        raw = {**value, "$defs": copy.deepcopy(shared)}
        _list_values(raw, vocabularies)
        try:
            yield Canevas(Path(document.path).stem, Schema(raw), document)
        except ValueError as error:
            self.faults.append(_broken(document.start, str(error)))

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
        found = list_files(self.root, folder, _SUFFIXES)
        self.faults += found.faults
        return list(found.paths)


def _is_kind(path: str) -> bool:
    return path.startswith(f"{layout.CANEVAS}/") and not Path(path).name.startswith("_")


def _unknown_references(document: Document, shared: dict[str, Json]) -> Iterator[Fault]:
    for key, value in keys_and_values(document.head):
        if key.text == "$ref" and isinstance(value, Scalar) and value.text.rpartition("/")[2] not in shared:
            yield _broken(value.span, f"« {value.text} » n'est défini nulle part")


def _broken(span: Span, problem: str) -> Fault:
    return Fault("broken_canevas", span, {"problem": problem})


def _list_values(part: Json, vocabularies: dict[str, Vocabulary]) -> None:
    """Write the ids of each vocabulary as the `enum` of the fields that name it."""
    if isinstance(part, dict):
        name = part.get("x-vocabulaire")
        if isinstance(name, str) and name in vocabularies and vocabularies[name].ids:
            part["enum"] = list(vocabularies[name].ids)
        for value in part.values():
            _list_values(value, vocabularies)
    elif isinstance(part, list):
        for value in part:
            _list_values(value, vocabularies)
