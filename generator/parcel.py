"""Parts of a kit -> bytes and back, for another process: a canevas goes by its name, nodes stay behind.

Bytes are only read by the program that wrote them: pickle runs what it reads.
"""

import io
import pickle
from collections.abc import Mapping
from typing import Any

from generator.canevas import Canevas


def wrap(value: object) -> bytes:
    """Give the bytes of a value."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {Canevas: _by_name}
    pickler.dump(value)
    return file.getvalue()


def unwrap(content: bytes, canevases: Mapping[str, Canevas]) -> Any:
    """Give a value back, its canevases being those of that name."""
    return _Unpickler(content, canevases).load()


def _by_name(canevas: Canevas) -> tuple[Any, ...]:
    return _named, (canevas.kind,)


def _named(kind: str) -> Canevas:
    """Stand for a canevas in the bytes; `_Unpickler` finds it."""
    raise LookupError(kind)


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: bytes, canevases: Mapping[str, Canevas]) -> None:
        super().__init__(io.BytesIO(content))
        self._canevases = canevases

    def find_class(self, module: str, name: str) -> Any:
        """Give what the bytes name."""
        is_canevas = (module, name) == (__name__, _named.__name__)
        return self._canevases.__getitem__ if is_canevas else super().find_class(module, name)
