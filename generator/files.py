"""Which files of a folder are read, and which are refused by their name."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import splitext

from generator import layout
from generator.diagnostic import Fault, Span
from generator.french import reason
from generator.nearest import unaccented

_START = 2_000
"""Bytes of a file that tell whether it is an entry."""
_ENTRY = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*id:[ \t]")
_GOOD_NAME = re.compile(r"_?[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Found:
    """The files of a folder, sorted, relative to the root; and the faults of their names."""

    paths: tuple[str, ...]
    faults: tuple[Fault, ...]


def stands(root: Path, path: str) -> bool:
    """Tell whether something stands at a place of a kit, be it a link that leads nowhere: reading says so."""
    return (root / path).exists() or (root / path).is_symlink()


def list_files(root: Path, folder: str, suffixes: tuple[str, ...]) -> Found:
    """List the files of a folder that have one of the suffixes. Names starting with a dot are ignored:
    they belong to the system or to git.

    A file of another kind, a sub-folder, a name with accents or spaces are faults; a badly named file
    with a good suffix is read all the same, so that its content is checked in the same run.
    """
    if (root / folder).is_symlink():
        return Found((), (Fault("symbolic_link", Span(folder)),))
    try:
        names = sorted(os.listdir(root / folder))  # noqa: PTH208 — for thousands of files
    except FileNotFoundError:
        return Found((), ())
    except OSError as error:
        return Found((), (Fault("unreadable", Span(folder), {"reason": reason(error)}),))
    kept = [name for name in names if not name.startswith(".")]
    readable = tuple(f"{folder}/{name}" for name in kept if name.lower().endswith(suffixes))
    return Found(readable, tuple(fault for name in kept for fault in _faults(folder, name, suffixes)))


def list_tree(root: Path, folder: str, suffixes: tuple[str, ...]) -> Found:
    """List the files of a folder and of its sub-folders, as `list_files` does for one; linked folders are
    not entered, linked files are refused.
    """
    names: list[str] = []
    faults: list[Fault] = []
    for path in sorted((root / folder).rglob("*")):
        inside, name = path.relative_to(root / folder), path.relative_to(root).as_posix()
        if any(part.startswith(".") for part in inside.parts):
            continue
        if path.is_symlink():
            faults.append(Fault("symbolic_link", Span(name)))
        elif path.is_dir() and not is_good_name(path.name):
            faults.append(Fault("bad_file_name", Span(name), {"name": path.name}))
        elif not path.is_dir():  # a pipe is listed too: reading it refuses it
            names.append(name)
            faults += _faults(str(PurePosixPath(name).parent), path.name, suffixes)
    return Found(tuple(name for name in names if name.lower().endswith(suffixes)), tuple(faults))


def strays(root: Path, paths: Iterable[str]) -> Iterator[Fault]:
    """Find what stands beside the files and folders that are read, and that nothing reads: a folder of a
    mistaken name would be passed over in silence. Hidden names, empty folders and notices are left alone.

    Args:
        root: folder of the kit.
        paths: what is read, a file or a folder each, relative to it.
    """
    for folder, names in _shared_folders(set(paths)).items():
        try:
            found = sorted((root / folder).iterdir())
        except FileNotFoundError:
            continue
        except OSError as error:
            yield Fault("unreadable", Span(folder), {"reason": reason(error)})
            continue
        for path in found:
            if path.name not in names and not _is_harmless(path):
                form = {"folder": "oui"} if path.is_dir() else {}
                values = {"name": path.name, "known": "\n".join(sorted(names)), **form}
                yield Fault("stray", Span(f"{folder}/{path.name}"), values)


def lost_entries(root: Path, read: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[Fault]:
    """Find the entries put at the root of a kit, or in a folder of the root that holds nothing else: whoever
    put them there would believe them published.

    Args:
        root: folder of the kit.
        read: folders whose entries are read.
        suffixes: those of an entry's file.
    """
    known = {folder.partition("/")[0] for folder in read}
    folders = [path for path in _listed(root) if path.is_dir() and path.name not in known]
    alone = [
        files for files in map(_listed, folders) if files and all(_is_entry(one, suffixes) for one in files)
    ]
    at_root = [path for path in _listed(root) if _is_entry(path, suffixes)]
    for path in (*at_root, *(path for files in alone for path in files)):
        name = path.relative_to(root).as_posix()
        yield Fault("stray", Span(name), {"name": name, "known": ""})


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _is_entry(path: Path, suffixes: tuple[str, ...]) -> bool:
    """Tell whether a file starts as an entry does."""
    if not path.name.lower().endswith(suffixes) or path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return bool(_ENTRY.match(file.read(_START)))
    except OSError:
        return False


def _shared_folders(read: set[str]) -> dict[str, set[str]]:
    """Give the folders that only hold what is read, with the names that they may hold."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(read):
        *above, _ = PurePosixPath(path).parents
        for folder in map(str, above):
            if folder not in read:
                found[folder].add(path.removeprefix(f"{folder}/").partition("/")[0])
    return found


def _is_harmless(path: Path) -> bool:
    if path.name.startswith(".") or path.name in layout.NOTICES:
        return True
    return path.is_dir() and not path.is_symlink() and not any(path.rglob("[!.]*"))


def is_good_name(stem: str) -> bool:
    """Tell whether a name, its suffix left out, may be part of an address."""
    return bool(_GOOD_NAME.fullmatch(stem))


def _faults(folder: str, name: str, suffixes: tuple[str, ...]) -> list[Fault]:
    if name.endswith(suffixes) and is_good_name(name.rpartition(".")[0]):  # nearly all, at less cost
        return []
    span = Span(f"{folder}/{name}")
    stem, suffix = splitext(name)
    if suffix.lower() not in suffixes:
        return [Fault("unexpected_file", span, {"name": name, "suffixes": " ou ".join(suffixes)})]
    if suffix not in suffixes or not is_good_name(stem):
        return [Fault("bad_file_name", span, {"name": name})]
    return []


def proposed_name(name: str) -> str:
    """Give the well-formed name nearest to a file name: no accent, no space, lower case."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return (re.sub(r"[^a-z0-9]+", "-", unaccented(stem)).strip("-") or "ma-fiche") + suffix.lower()
