"""A kit read, and each of its files looked at on its own, by several processes; files seen by a former run
are not read again, nor even unpacked when it was in this very process.
"""

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator import cache
from generator.cache import Cache
from generator.check import Told, alone
from generator.garbage import uncollected
from generator.kit import Kit, Part, entry_paths, read_part, with_entries
from generator.parcel import unwrap, wrap
from generator.source import digest
from generator.workers import beside, spread

_PARCEL = 25
"""Files of a parcel: enough for the costs of each to be small, few enough for processes to end together."""
_LEAST = 2
"""Parcels that are worth a process."""
_WORTH = 1000
"""Files from which keeping what was read of them is worth a process."""
_NAME = "lecture"

Seen = Mapping[str, tuple[bytes, bytes]]
"""What was read of each file, as bytes, with the digest of the file."""


Look = tuple[Part, Told]
"""What a file holds, and what the rules say of it alone."""


@dataclass
class Memory:
    """What a program that goes on remembers of a kit from one reading to the next: the kit without its
    entries, what was said of it, and its files with what identifies each, as long as they are the same. What
    it holds is never changed.
    """

    frame: Kit | None = None
    told: Told = field(default_factory=Told)
    key: bytes = b""
    looks: Mapping[str, tuple[bytes, Look]] = field(default_factory=dict)


def survey(frame: Kit, memory: Memory | None = None) -> tuple[Kit, Told]:
    """Read the entries of a kit, and say what the rules find in its files, each on its own.

    Args:
        frame: the kit without them.
        memory: what was read before; what is read now takes its place.

    Returns:
        The kit, as `gather` gives it but for what its entries interpret again when asked, and what was said.
    """
    with uncollected():
        return _survey(frame, memory or Memory())


def _survey(frame: Kit, memory: Memory) -> tuple[Kit, Told]:
    key, (paths, faults) = _key(frame), entry_paths(frame)
    former = memory.looks if memory.key == key else {}
    same = (path for path in paths if path in former and former[path][0] == digest(frame.root, path))
    looks = {path: former[path] for path in same}
    if len(looks) < len(paths):
        looks |= _found(frame, key, [path for path in paths if path not in looks], former)
    memory.told = memory.told if memory.frame and _is_same(frame, memory.frame) else alone(frame)
    memory.frame, memory.key = frame, key
    memory.looks = {path: look for path, look in looks.items() if look[0]}  # one not read may be so otherwise
    found = [looks[path][1] for path in paths]
    kit = with_entries(frame, [*(part for part, _ in found), Part(faults=faults)])
    told = [memory.told, *(told for _, told in found)]
    return kit, Told(
        tuple(one for each in told for one in each.diagnostics),
        tuple(one for each in told for one in each.surplus),
    )


def _is_same(frame: Kit, former: Kit) -> bool:
    """Tell whether a kit without its entries is read of the same files."""
    sources, before = ([(one.path, one.digest) for one in kit.sources] for kit in (frame, former))
    others, then = ((kit.assets, kit.file_faults, kit.today, kit.config.raw) for kit in (frame, former))
    return sources == before and all(name for _, name in sources) and others == then


def _unpacked(frame: Kit, found: dict[str, tuple[bytes, bytes]]) -> dict[str, tuple[bytes, Look]]:
    """Give what was read of files, from its bytes, which are let go one after the other: what they become
    takes their place in memory.
    """
    canevases = {canevas.kind: canevas for canevas in frame.definitions.canevases}
    looks = {}
    while found:
        path, (name, content) = found.popitem()
        looks[path] = name, unwrap(content, canevases)
    return looks


def _found(
    frame: Kit, key: bytes, paths: Sequence[str], former: Collection[str]
) -> dict[str, tuple[bytes, Look]]:
    """Give what files hold: what a former run found, or else what is read now, which the next one will find.
    A few files that changed since a former reading of this process are not worth the keeping.
    """
    if former:
        return _unpacked(frame, dict(_read(frame, paths)))
    kept = Cache(frame.root)
    seen = _seen(kept, key)
    found = {path: seen[path] for path in paths if path in seen and seen[path][0] == digest(frame.root, path)}
    left, is_less = [path for path in paths if path not in found], len(found) < len(seen)
    del seen
    found.update(_read(frame, left))
    if not left and not is_less:
        return _unpacked(frame, found)
    with beside(partial(_keep, kept, key, found), len(found) // _WORTH):
        return _unpacked(frame, found)


def _keep(kept: Cache, key: bytes, found: Seen) -> None:
    """Keep what was read, but for the files that could not be."""
    kept.save(_NAME, key, pickle.dumps({path: one for path, one in found.items() if one[0]}))


def _key(frame: Kit) -> bytes:
    """Give what identifies all that a look at one file depends on, beside the file."""
    shaping = cache.documents_digest(frame.shaping)
    return cache.digest(cache.program(), shaping, frame.today.isoformat().encode())


def _seen(kept: Cache, key: bytes) -> Seen:
    found = kept.load(_NAME, key)
    return pickle.loads(found) if found else {}  # noqa: S301 — signed by this user


def _read(frame: Kit, paths: Sequence[str]) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Read files, in several processes when they are many."""
    parcels = [paths[start : start + _PARCEL] for start in range(0, len(paths), _PARCEL)]
    for found in spread(partial(_look, frame), parcels, _LEAST):
        yield from found


def _look(frame: Kit, paths: Iterable[str]) -> list[tuple[str, tuple[bytes, bytes]]]:
    """Read some files, and look at each on its own: without the pages, the definitions and their faults."""
    part = read_part(frame, paths)
    bare = Kit(frame.root, frame.definitions, (), (), frame.config, today=frame.today)
    told = alone(with_entries(bare, [part]))
    return [
        (document.path, (document.digest, wrap(_of(part, document.path), _about(told, document.path))))
        for document in part.documents
    ]


def _of(part: Part, path: str) -> Part:
    """Give what a part holds of one file."""
    return Part(
        tuple(entry for entry in part.entries if entry.path == path),
        tuple(document for document in part.documents if document.path == path),
        tuple(fault for fault in part.faults if fault.span.path == path),
    )


def _about(told: Told, path: str) -> Told:
    return Told(
        tuple(one for one in told.diagnostics if one.span.path == path),
        tuple(one for one in told.surplus if one.span.path == path),
    )
