"""Pages -> search index, by Pagefind's binary."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pagefind.service import get_executable

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


class SearchError(Exception):
    """Pagefind failed; the message is its own."""


def _call(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command


def index(
    pages: Path,
    site: Path,
    call: Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"] = _call,
) -> None:
    """Write in `site/pagefind/` the index of the pages of a folder, and their addresses.

    Args:
        pages: folder of the pages, each under its address in the site.
        site: folder of the site.
        call: runs a program to its end.

    The binary is run rather than its Python API, which answers ten records a second. Its user-interface
    files are removed: the site has its own.

    Raises:
        SearchError: the binary failed.
    """
    command = [
        str(get_executable()),
        "--site",
        str(pages),
        "--output-path",
        str(site / FOLDER),
        "--force-language",
        "fr",
        "--quiet",
    ]
    done = call(command)
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    found = json.dumps(dict(addresses(site)), ensure_ascii=False, separators=(",", ":"))
    (site / ADDRESSES).write_text(found + "\n", "utf-8", newline="\n")


def is_there(site: Path) -> bool:
    """Tell whether a site has an index."""
    return (site / ADDRESSES).is_file()


def keep(former: Path, site: Path) -> None:
    """Give a site the index of the former one, until its own is made."""
    shutil.copytree(former / FOLDER, site / FOLDER)


def put(made: Path, site: Path) -> None:
    """Put the index of a folder in the place of that of a site, by two renames."""
    former = made / "ancien"
    if (site / FOLDER).is_dir():
        shutil.move(site / FOLDER, former)
    shutil.move(made / FOLDER, site / FOLDER)
    shutil.rmtree(former, ignore_errors=True)


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Give the id of each indexed page, as Pagefind's results name it, and its address in the site.

    The id is the name of the page's fragment: gzipped, a few bytes of Pagefind's, then JSON with its `url`.

    Raises:
        SearchError: a fragment is not made so; Pagefind has changed.
    """
    for file in sorted((site / FOLDER / "fragment").glob("*.pf_fragment")):
        _, brace, rest = gzip.decompress(file.read_bytes()).partition(b"{")
        try:
            url = json.loads(brace + rest)["url"]
        except (ValueError, KeyError) as error:
            message = f"Pagefind a écrit autrement le fragment « {file.name} »."
            raise SearchError(message) from error
        yield file.stem, str(url).removeprefix("/")
