"""Pages -> search index, by Pagefind's binary."""

import subprocess
from pathlib import Path

from pagefind.service import get_executable

FOLDER = "pagefind"
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.*",
)


class SearchError(Exception):
    """Pagefind failed; the message is its own."""


def index(site: Path) -> None:
    """Write the index of the pages marked `data-pagefind-body` in `site/pagefind/`.

    The binary is run rather than its Python API, which answers ten records a second. Its user-interface
    files are removed: the site has its own.

    Raises:
        SearchError: the binary failed.
    """
    command = [
        str(get_executable()),
        "--site",
        str(site),
        "--output-subdir",
        FOLDER,
        "--force-language",
        "fr",
        "--quiet",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
