"""What former runs made, kept in `build/cache`: never needed, and believed only when this user wrote it.

A pull request may bring a folder `build/cache` of its own. Each file is therefore signed with a key that
stands out of the kit, in the user's own folder of caches: what is not signed, or is cut, is not looked at.
"""

import hmac
import os
import secrets
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from generator import layout

if TYPE_CHECKING:
    from generator.source import Document

_SIGNATURE = 32
_KEY = 32
"""Bytes of a signature and of a key: what BLAKE2 and HMAC (RFC 2104) are asked for."""


class Cache:
    """The cache of one kit. What cannot be read or written is as if it were not there.

    Args:
        root: folder of the kit.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / layout.CACHE
        self._secret = _secret()

    def load(self, name: str, key: bytes) -> bytes | None:
        """Give what was kept under a name for the same key; None when there is none that can be believed."""
        try:
            with (self.folder / name).open("rb") as file:
                signature, kept = file.read(_SIGNATURE), file.read()
        except OSError:
            return None
        right = self._secret and hmac.compare_digest(signature, self._sign(name, key, kept))
        return kept if right else None

    def save(self, name: str, key: bytes, content: bytes) -> None:
        """Keep a content under a name, in the place of the former one."""
        arriving = self.folder / f".{name}.{os.getpid()}"
        if not self._secret:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with arriving.open("wb") as file:
                file.writelines((self._sign(name, key, content), content))
            arriving.replace(self.folder / name)
        except OSError:  # no place left, or a folder that is only read: the next run does all again
            with suppress(OSError):
                arriving.unlink()

    def _sign(self, name: str, key: bytes, content: bytes) -> bytes:
        signing = hmac.new(self._secret, digestmod=lambda: blake2b(digest_size=_SIGNATURE))
        for part in (name.encode(), key, content):
            signing.update(len(part).to_bytes(8, "big"))
            signing.update(part)
        return signing.digest()


def digest(*parts: bytes) -> bytes:
    """Give what identifies a series of parts."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def content_digest(content: bytes) -> bytes:
    """Give what identifies the content of a file."""
    return blake2b(content, digest_size=16).digest()


def folder_digest(*paths: Path) -> bytes:
    """Give what identifies files, and those of folders: their names and contents."""
    files = sorted(file for path in paths for file in _files(path))
    return digest(*(part for file in files for part in (os.fsencode(file), Path(file).read_bytes())))


def _files(path: Path) -> Iterator[str]:
    """Give the files of a folder, or a file alone; links to folders are not entered."""
    every = (f"{folder}/{name}" for folder, _, names in os.walk(path) for name in names)
    yield from filter(os.path.isfile, [str(path)] if path.is_file() else every)


def documents_digest(documents: Iterable["Document"]) -> bytes:
    """Give what identifies files as they were read: they may have changed since."""
    return digest(*(part for one in documents for part in (one.path.encode(), one.digest)))


@cache
def program() -> bytes:
    """Give what identifies this program: its own files, the installed libraries and Python."""
    installed = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return digest(sys.version.encode(), "\n".join(installed).encode(), folder_digest(*_own_files()))


def _own_files() -> list[Path]:
    here = Path(__file__).parent
    return sorted(path for suffix in ("*.py", "*.yml") for path in here.rglob(suffix))


def _secret() -> bytes:
    """Give the key of this user, made at the first call; empty when it cannot be kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    file = Path(home) / "odl" / "cle"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            arriving = file.with_name(f".cle.{os.getpid()}")
            arriving.touch(mode=0o600)
            arriving.write_bytes(secrets.token_bytes(_KEY))
            arriving.replace(file)
        return file.read_bytes()
    except (OSError, RuntimeError):  # no home: nothing is kept
        return b""
