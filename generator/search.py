"""Pages -> search index, by Pagefind's binary."""

import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from generator.errors import CommandError
from generator.french import reason
from generator.site_files import inherit, site_files

FOLDER = "pagefind"
ADDRESSES = f"{FOLDER}/fiches.json"
"""The address of each result by its id: what is found is known without a fragment for each."""
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.*",
)


_GZIP = zlib.MAX_WBITS | 16
"""What zlib calls the form of gzip."""
_LONGEST = 4096
"""Bytes of a fragment that hold its address: the longest path that systems take."""
_JSON = json.JSONDecoder()
_EXPECTED = ("pagefind.js", "pagefind-entry.json")
_WAY_OUT = "« odl build --sans-recherche » construit le site sans sa recherche."


class SearchError(CommandError):
    """Pagefind did not index the site; the message says why, for a person, and how to do without."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{message}\n  {_WAY_OUT}")


@dataclass(frozen=True)
class Indexing:
    """Pagefind at work on the index of a site."""

    site: Path
    process: "subprocess.Popen[str]"

    def is_going_on(self) -> bool:
        """Tell whether it has not ended."""
        return self.process.poll() is None

    def finish(self) -> None:
        """Wait for its end, take away the files of its own interface, tell the address of each result.

        Raises:
            SearchError: the binary failed, or wrote nothing.
        """
        said, refused = self.process.communicate()
        _refuse(self.process.returncode, refused.strip() or said.strip(), self.site / FOLDER)
        for pattern in _UNUSED:
            for file in (self.site / FOLDER).glob(pattern):
                file.unlink()
        found = json.dumps(dict(addresses(self.site)), ensure_ascii=False, separators=(",", ":"))
        (self.site / ADDRESSES).write_text(found + "\n", "utf-8", newline="\n")


def _refuse(code: int, said: str, output: Path) -> None:
    if code:
        words = said or f"il s'est arrêté (code {code})"
        message = f"Pagefind n'a pas fait l'index de la recherche ; ses propres mots :\n  {words}"
        raise SearchError(message)
    if missing := [name for name in _EXPECTED if not (output / name).is_file()]:
        message = f"Pagefind n'a pas écrit {', '.join(missing)}."
        raise SearchError(message)


@contextmanager
def indexing(pages: Path, site: Path) -> Iterator[Indexing]:
    """Write in `site/pagefind/` the index of the pages of a folder, beside what is done meanwhile.

    Args:
        pages: folder of the pages, each under its address in the site.
        site: folder of the site.

    The binary is run rather than its Python API, which answers ten records a second. It is stopped if what is
    done meanwhile goes wrong.

    Raises:
        SearchError: the binary is not there.
    """
    command = [
        _binary(),
        "--site",
        str(pages),
        "--output-path",
        str(site / FOLDER),
        "--force-language",
        "fr",
        "--quiet",
    ]
    with _started(command) as process:
        try:
            yield Indexing(site, process)
        finally:
            process.kill()


def _started(command: list[str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, encoding="utf-8", errors="replace")  # noqa: S603 — a fixed command
    except OSError as error:
        message = f"Pagefind, qui fait la recherche, n'a pas pu être lancé : {reason(error)}."
        raise SearchError(message) from error


def get_executable() -> Path | None:
    """Give the binary that `PAGEFIND_BINARY_PATH` names, as Pagefind's own Python does, else that which
    `pagefind[bin]` brings; None without it. To import that Python would take a tenth of the start of a build.
    """
    if named := os.environ.get("PAGEFIND_BINARY_PATH"):
        return Path(named)
    try:
        return Path(import_module("pagefind_bin").get_executable())
    except ImportError:
        return None


def _binary() -> str:
    try:
        found = get_executable()
    except OSError:  # its package is there, its binary is not
        found = None
    if found is None:
        message = "Pagefind, qui fait la recherche, n'est pas installé : « make install » l'installe."
        raise SearchError(message)
    return str(found)


def is_there(site: Path) -> bool:
    """Tell whether a site has an index."""
    return (site / ADDRESSES).is_file()


def is_part(path: str) -> bool:
    """Tell whether a file of a site, by its path, is of its index."""
    return path.startswith(f"{FOLDER}/")


def keep(former: Path, site: Path) -> None:
    """Give a site the index of the former one."""
    inherit(former / FOLDER, site / FOLDER, site_files(former / FOLDER))


def put(made: Path, site: Path) -> None:
    """Put the index of a folder in the place of that of a site, by two renames."""
    former = made / "ancien"
    if (site / FOLDER).is_dir():
        shutil.move(site / FOLDER, former)
    shutil.move(made / FOLDER, site / FOLDER)
    shutil.rmtree(former, ignore_errors=True)


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Give the id of each indexed page, as Pagefind's results name it, and its address in the site.

    The id is the name of the page's fragment: gzipped, a few bytes of Pagefind's, then JSON whose first value
    is the address. The text that follows is not read: of 10,000 pages, it would take a second.

    Raises:
        SearchError: a fragment is not made so; Pagefind has changed.
    """
    for file in sorted((site / FOLDER / "fragment").glob("*.pf_fragment")):
        try:
            head = zlib.decompressobj(_GZIP).decompress(file.read_bytes(), _LONGEST)
            url, _ = _JSON.raw_decode(head.partition(b'{"url":')[2].decode("utf-8", "replace"))
        except (OSError, zlib.error, ValueError) as error:
            message = f"Pagefind a écrit autrement le fragment « {file.name} »."
            raise SearchError(message) from error
        yield file.stem, str(url).removeprefix("/")
