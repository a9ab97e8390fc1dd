"""All that a kit holds, gathered once, with its indexes; immutable."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from pathlib import Path, PurePosixPath

from generator import clock, layout
from generator.config import Config, read_config
from generator.config import faults as config_faults
from generator.debts import Debts, read_debts
from generator.definitions import Definitions, load
from generator.diagnostic import Fault
from generator.entry import Entry, interpret
from generator.files import list_files, lost_entries, strays
from generator.folders import kind_of, misplaced
from generator.pages import Page, read_content
from generator.prose import Prose
from generator.register import Register, read_register
from generator.roles import Role
from generator.source import Document, read
from generator.web_addresses import WebAddress, web_addresses


@dataclass(frozen=True)
class Kit:
    """Definitions, entries and every document read."""

    root: Path
    definitions: Definitions
    entries: tuple[Entry, ...]
    documents: tuple[Document, ...]
    config: Config
    pages: tuple[Page, ...] = ()
    assets: tuple[str, ...] = ()
    file_faults: tuple[Fault, ...] = ()
    debts: Debts = field(default_factory=Debts)
    register: Register = field(default_factory=Register)
    today: date = field(default_factory=lambda: clock.today(os.environ))

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Entry]:
        """Give the entries by kind and id; of two equal ones, the one whose file has that name."""
        found: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            first = found.setdefault(entry.key, entry)
            if entry.is_well_named and not first.is_well_named:
                found[entry.key] = entry
        return found

    @cached_property
    def by_former_key(self) -> dict[tuple[str, str], Entry]:
        """Give the entries by kind and former id; the first of two equal ones."""
        found: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            for former in entry.terms(entry.canevas.name_of(Role.FORMER_IDS)):
                found.setdefault((entry.kind, former), entry)
        return found

    @cached_property
    def by_path(self) -> dict[str, Entry]:
        """Give the entries by file."""
        return {entry.path: entry for entry in self.entries}

    @property
    def _with_head(self) -> Iterator[str]:
        return (path for path, entry in self.by_path.items() if entry.document.has_fields)

    @cached_property
    def proses(self) -> dict[str, tuple[Prose, ...]]:
        """Give the words of the entries and of the pages, by file."""
        found = {entry.path: entry.proses for entry in self.entries}
        return found | {page.path: page.proses for page in self.pages}

    @cached_property
    def web_addresses(self) -> tuple[WebAddress, ...]:
        """Give the web addresses of the definitions, the entries and the pages."""
        return tuple(web_addresses((*self.documents, *(page.document for page in self.pages))))

    @cached_property
    def unread(self) -> frozenset[str]:
        """Give the files that gave no entry, or one without its head: what names them is not to blame."""
        read_files = {*self._with_head, *(document.path for document in self.definitions.documents)}
        return frozenset(document.path for document in self.documents) - read_files

    @cached_property
    def places(self) -> frozenset[str]:
        """Give every file of an entry, read or refused, suffix left out (`atd_offers/alpi`): what names one
        of another id, or one that gave no entry, is not to blame.
        """
        refused = (fault.span.path for fault in self.file_faults)
        return frozenset(
            str(PurePosixPath(path).with_suffix("")) for path in (*self.unread, *self.by_path, *refused)
        )

    def has_file(self, kind: str, identifier: str) -> bool:
        """Tell whether there is a file for the entry of that kind and id, whatever it holds."""
        canevas = self.definitions.canevas(kind)
        return canevas is not None and f"{canevas.folder}/{identifier}" in self.places

    @cached_property
    def by_kind(self) -> dict[str, tuple[Entry, ...]]:
        """Give the entries by kind, sorted by id."""
        found: dict[str, list[Entry]] = {canevas.kind: [] for canevas in self.definitions.canevases}
        for entry in self.entries:
            found[entry.kind].append(entry)
        return {kind: tuple(sorted(entries, key=lambda e: e.id)) for kind, entries in found.items()}

    @cached_property
    def by_term(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        """Give the entries by field and term, or range, that they answer there, in the order of `entries`."""
        found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for name, terms in entry.chosen.items():
                for term in dict.fromkeys(terms):
                    found[name, term].append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    @cached_property
    def _keys_by_term(self) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
        return {}  # few are asked for

    def answering(self, terms: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Give the kinds and ids of the entries that have every term (a field and an id), one at least."""
        known, wanted = self._keys_by_term, tuple(terms)
        for term in wanted:
            known[term] = known.get(term) or frozenset(entry.key for entry in self.by_term.get(term, ()))
        return frozenset.intersection(*map(known.__getitem__, wanted))

    @property
    def sources(self) -> tuple[Document, ...]:
        """Give every document read: definitions, entries, pages, configuration."""
        pages = (page.document for page in self.pages)
        lists = filter(None, (self.debts.document, self.register.document))
        return (*self.documents, *pages, *lists, self.config.document)

    @property
    def shaping(self) -> tuple[Document, ...]:
        """Give the documents along which each file is read and shown: definitions and configuration."""
        return (*self.definitions.documents, self.config.document)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Give every fault noted while reading and interpreting."""
        from_documents = (fault for document in self.documents for fault in document.faults)
        from_entries = (fault for entry in self.entries for fault in entry.faults)
        from_pages = (fault for page in self.pages for fault in page.faults)
        from_kit = (*self.file_faults, *self.definitions.faults, *config_faults(self.config))
        from_kit = (*from_kit, *self.debts.faults, *self.register.faults)
        return (*from_kit, *from_documents, *from_entries, *from_pages)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort entries as lists show them: by kind, then by title, accents aside."""
    return sorted(entries, key=lambda entry: (entry.canevas.order, entry.folded_title, entry.id))


def by_title(entries: Iterable[Entry]) -> list[Entry]:
    """Sort entries by title, whatever their kind."""
    return sorted(entries, key=attrgetter("by_title"))


@dataclass(frozen=True)
class Part:
    """What was read of some files."""

    entries: tuple[Entry, ...] = ()
    documents: tuple[Document, ...] = ()
    faults: tuple[Fault, ...] = ()


def gather(root: Path, today: date | None = None) -> Kit:
    """Read a whole kit: configuration, editorial pages, definitions, then the entries of each kind.

    Args:
        root: folder of the kit.
        today: the day against which dates are judged; that of the clock when it is not given.
    """
    frame = without_entries(root, today)
    paths, faults = entry_paths(frame)
    return with_entries(frame, [read_part(frame, paths), Part(faults=faults)])


def without_entries(root: Path, today: date | None = None, former: "Kit | None" = None) -> Kit:
    """Read all of a kit but its entries; its definitions, and each of its pages, are those of a former kit if
    their files are the same.
    """
    content = read_content(root, former.pages if former else ())
    definitions = load(root, former.definitions if former else None)
    return Kit(
        root=root,
        definitions=definitions,
        entries=(),
        documents=definitions.documents,
        config=read_config(root),
        pages=content.pages,
        assets=content.assets,
        file_faults=content.faults,
        debts=read_debts(root),
        register=read_register(root),
        today=today or clock.today(os.environ),
    )


def entry_paths(kit: Kit) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """Give the files of the entries of a kit, kind after kind, and the faults of the folders."""
    found = [list_files(kit.root, one.folder, layout.ENTRY_SUFFIXES) for one in kit.definitions.canevases]
    faults = (*(fault for files in found for fault in files.faults), *_strays(kit.root, kit.definitions))
    return tuple(path for files in found for path in files.paths), faults


def read_part(kit: Kit, paths: Iterable[str]) -> Part:
    """Read some of the files of a kit's entries, each along the canevas that it follows."""
    own = {canevas.folder: canevas for canevas in kit.definitions.canevases}
    entries: list[Entry] = []
    documents: list[Document] = []
    faults: list[Fault] = []
    for path in paths:
        document = read(kit.root, path)
        documents.append(document)
        canevas = own[path.rpartition("/")[0]]
        kind = kind_of(document, canevas, own.values())
        if kind is not canevas:
            faults.append(misplaced(document, kind))
        if entry := interpret(document, kind):
            entries.append(entry)
    return Part(tuple(entries), tuple(documents), tuple(faults))


def with_entries(kit: Kit, parts: Iterable[Part]) -> Kit:
    """Give a kit with the entries of its parts, in their order."""
    parts = tuple(parts)
    return replace(
        kit,
        entries=tuple(entry for part in parts for entry in part.entries),
        documents=(*kit.documents, *(document for part in parts for document in part.documents)),
        file_faults=(*kit.file_faults, *(fault for part in parts for fault in part.faults)),
    )


def _strays(root: Path, definitions: Definitions) -> Iterator[Fault]:
    """Find what nothing reads; a canevas that could not be read may name it, and nothing is said then."""
    if definitions.canevases and definitions.are_complete:
        folders = [canevas.folder for canevas in definitions.canevases]
        yield from strays(root, (*layout.DEFINITIONS, *folders))
        yield from lost_entries(root, folders, layout.ENTRY_SUFFIXES)
