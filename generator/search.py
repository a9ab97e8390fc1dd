"""Pages -> search index, by Pagefind's binary."""

import gzip
import json
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

from pagefind.service import get_executable

from generator.french import reason

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


_EXPECTED = ("pagefind.js", "pagefind-entry.json")
_WAY_OUT = "« odl build --sans-recherche » construit le site sans sa recherche."


class SearchError(Exception):
    """Pagefind did not index the site; the message says why, for a person, and how to do without."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{message}\n  {_WAY_OUT}")


def index(pages: Path, site: Path) -> None:
    """Write in `site/pagefind/` the index of the pages of a folder, and their addresses.

    Args:
        pages: folder of the pages, each under its address in the site.
        site: folder of the site.

    The binary is run rather than its Python API, which answers ten records a second. Its user-interface
    files are removed: the site has its own.

    Raises:
        SearchError: the binary is not there, failed, or wrote nothing.
    """
    _run(pages, site / FOLDER)
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    found = json.dumps(dict(addresses(site)), ensure_ascii=False, separators=(",", ":"))
    (site / ADDRESSES).write_text(found + "\n", "utf-8", newline="\n")


def _run(pages: Path, output: Path) -> None:
    command = [
        _binary(),
        "--site",
        str(pages),
        "--output-path",
        str(output),
        "--force-language",
        "fr",
        "--quiet",
    ]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603 — a fixed command
    except OSError as error:
        message = f"Pagefind, qui fait la recherche, n'a pas pu être lancé : {reason(error)}."
        raise SearchError(message) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or f"il s'est arrêté (code {done.returncode})"
        message = f"Pagefind n'a pas fait l'index de la recherche ; ses propres mots :\n  {said}"
        raise SearchError(message)
    if missing := [name for name in _EXPECTED if not (output / name).is_file()]:
        message = f"Pagefind n'a pas écrit {', '.join(missing)}."
        raise SearchError(message)


def _binary() -> str:
    try:
        found = get_executable()
    except OSError:  # its package is there, its binary is not
        found = None
    if found is None:
        message = "Pagefind, qui fait la recherche, n'est pas installé : « make install » l'installe."
        raise SearchError(message)
    return str(found)


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Give the id of each indexed page, as Pagefind's results name it, and its address in the site.

    The id is the name of the page's fragment: gzipped, a few bytes of Pagefind's, then JSON with its `url`.

    Raises:
        SearchError: a fragment is not made so; Pagefind has changed.
    """
    for file in sorted((site / FOLDER / "fragment").glob("*.pf_fragment")):
        try:
            _, brace, rest = gzip.decompress(file.read_bytes()).partition(b"{")
            url = json.loads(brace + rest)["url"]
        except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
            message = f"Pagefind a écrit autrement le fragment « {file.name} »."
            raise SearchError(message) from error
        yield file.stem, str(url).removeprefix("/")
