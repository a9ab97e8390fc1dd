"""Which kind a file is of, when its fields say another than its folder."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.canevas import Canevas
from generator.diagnostic import Fault
from generator.source import Document

_LEAST = 3
"""Fields of another kind from which a file is taken for one of it: fewer may have been copied by mistake."""


def kind_of(document: Document, own: Canevas, canevases: Iterable[Canevas]) -> Canevas:
    """Give the canevas that a file follows: that of its folder, unless several of its fields belong to
    another kind and nearly none to its own alone.
    """
    keys = {key.text for key, _ in document.fields.pairs} if document.fields else set()
    strange = keys - own.by_name.keys()
    if len(strange) < _LEAST:
        return own
    best = max(canevases, key=lambda canevas: len(strange & canevas.by_name.keys()))
    known, lost = strange & best.by_name.keys(), keys - strange - best.by_name.keys()
    return best if len(known) >= _LEAST * (1 + len(lost)) else own


def misplaced(document: Document, canevas: Canevas) -> Fault:
    """Note that a file is not in the folder of its kind."""
    right = f"{canevas.folder}/{PurePosixPath(document.path).name}"
    return Fault("wrong_folder", document.start, {"kind": canevas.title, "right": right})
