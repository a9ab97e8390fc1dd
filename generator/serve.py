"""odl serve: the site on this machine, built again when a file changes."""

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit

from generator import layout

PERIOD = 0.5
"""Seconds between two looks at the files."""

_MADE = (layout.STAGED_DOCS.partition("/")[0], layout.SITE)
"""Folders that a build writes; those of the system and of tools start with a dot."""

Snapshot = dict[str, tuple[int, int]]
"""Modification time (ns) and size of each watched file."""


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line a request, the page « 404 » included, at `/` and below `prefix`, where
    the published site stands: that page names its styles so.
    """

    prefix = "/"

    def translate_path(self, path: str) -> str:
        """Give the file of an address."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the base class's name
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not found."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():  # noqa: PLR2004 — HTTP
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def open_server(site: Path, port: int, site_url: str = "") -> ThreadingHTTPServer:
    """Open the server of a folder on the loopback address.

    Args:
        site: the folder.
        port: the port; 0 takes any free one.
        site_url: address of the published site, whose path is served too.

    Raises:
        OSError: the port is taken.
    """
    prefix = urlsplit(site_url).path or "/"
    handler = functools.partial(type("Handler", (_QuietHandler,), {"prefix": prefix}), directory=str(site))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def run(server: ThreadingHTTPServer, root: Path, rebuild: Callable[[], object]) -> None:
    """Serve until interrupted, calling `rebuild` after each change of the kit's files."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        seen = snapshot(root)
        while True:
            sleep(PERIOD)
            now = snapshot(root)
            if now != seen:
                seen = now
                rebuild()
    finally:
        server.shutdown()


def snapshot(root: Path) -> Snapshot:
    """Note the state of every watched file."""
    return dict(_states(root))


def _states(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for start in sorted(root.iterdir()):
        if start.name in _MADE or start.name.startswith("."):
            continue
        for file in [start] if start.is_file() else sorted(start.rglob("*")):
            try:
                status = file.lstat()
            except OSError:
                continue  # gone between the listing and the look: the next look will tell
            yield str(file), (status.st_mtime_ns, status.st_size)
