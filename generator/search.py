"""Pages -> search index, by Pagefind's binary."""

import gzip
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Indexing:
    """Pagefind at work."""

    site: Path
    process: "subprocess.Popen[str]"

    def finish(self) -> None:
        """Wait for its end, take away the files of its own interface, tell the address of each result.

        Raises:
            SearchError: the binary failed.
        """
        said, refused = self.process.communicate()
        if self.process.returncode:
            raise SearchError((refused or said).strip())
        for pattern in _UNUSED:
            for file in (self.site / FOLDER).glob(pattern):
                file.unlink()
        found = json.dumps(dict(addresses(self.site)), ensure_ascii=False, separators=(",", ":"))
        (self.site / ADDRESSES).write_text(found + "\n", "utf-8", newline="\n")


@contextmanager
def indexing(pages: Path, site: Path) -> Iterator[Indexing]:
    """Write in `site/pagefind/` the index of the pages of a folder, beside what is done meanwhile.

    Args:
        pages: folder of the pages, each under its address in the site.
        site: folder of the site.

    The binary is run rather than its Python API, which answers ten records a second. It is stopped if what is
    done meanwhile goes wrong.
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
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:  # noqa: S603 — fixed
        try:
            yield Indexing(site, process)
        finally:
            process.kill()


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
