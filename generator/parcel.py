"""What was read of files -> bytes and back, for another process or another run: a canevas goes by its name,
the rest as plain values, which pickle reads three times as fast as objects; nodes stay behind.

Bytes are only read by the program that wrote them: pickle runs what it reads.
"""

import pickle
from collections.abc import Mapping

from generator import entry as entries
from generator import source
from generator.canevas import Canevas
from generator.check import Told
from generator.kit import Part


def wrap(part: Part, told: Told) -> bytes:
    """Give the bytes of what some files hold, and of what is said of each."""
    documents = [document.packed for document in part.documents]
    understood = [(entry.kind, entry.path, entry.packed) for entry in part.entries]
    plain = documents, understood, part.faults, told.diagnostics, told.surplus
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def unwrap(content: bytes, canevases: Mapping[str, Canevas]) -> tuple[Part, Told]:
    """Give back what `wrap` was given, the canevases being those of that name. What an entry or a document
    has left behind is read again from its text when it is asked for.
    """
    documents, understood, faults, diagnostics, surplus = pickle.loads(content)  # noqa: S301 — see above
    by_path = {found.path: found for found in map(source.unpacked, documents)}
    made = [entries.unpacked(canevases[kind], by_path[path], packed) for kind, path, packed in understood]
    return Part(tuple(made), tuple(by_path.values()), faults), Told(diagnostics, surplus)
