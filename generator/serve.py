"""odl serve: the site on this machine, whose pages follow the kit by themselves.

What makes them follow is added to each page as it is served, under addresses that no page can have; the
files of the site know nothing of it.
"""

import functools
import io
import re
import sys
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from generator import layout
from generator.board import Board, State
from generator.session import Session

OURS = "/_odl/"
"""Start of the addresses of this server's own files; a page's address has no underscore."""
_KINDS = {"direct.js": "text/javascript", "direct.css": "text/css"}
_TAGS = (
    '<link rel="stylesheet" href="{ours}direct.css">'
    '<script src="{ours}direct.js" data-pages="{pages}" data-search="{search}" defer></script>'
)
_HEAD_END = re.compile(rb"</head>", re.IGNORECASE)
_BREATH = 15.0
"""Seconds after which a word that means nothing tells whether the browser is still there."""
_OK, _MISSING = 200, 404


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a line a request, the page « 404 » included, at `/` and below `prefix`, where
    the published site stands: that page names its styles so.
    """

    prefix = "/"
    board: Board | None = None

    def translate_path(self, path: str) -> str:
        """Give the file of an address."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the base class's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Have nothing kept that may change within the second, which is as fine as the dates of HTTP are."""
        if self.board:
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with a file of the site, or with one of ours."""
        name = urlsplit(self.path).path.removeprefix(OURS)
        if self.board and urlsplit(self.path).path.startswith(OURS):
            self._give_ours(name, self.board)
        else:
            super().do_GET()

    def send_head(self) -> BinaryIO | None:
        """Start the answer; give what follows."""
        page = self._page() if self.board else None
        return super().send_head() if page is None else self._start(_OK, page)

    def _page(self) -> bytes | None:
        """Give the page at the address, if it is one."""
        found = Path(self.translate_path(self.path))
        if urlsplit(self.path).path.endswith("/"):
            found /= "index.html"
        try:
            return found.read_bytes() if found.suffix == ".html" else None
        except OSError:  # a folder of that name, or no page: for the base class to tell
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not found."""
        page = Path(self.directory) / layout.LOST
        if self.board and not page.is_file():
            page = layout.LIVE / "absent.html"
        if code != _MISSING or not page.is_file():
            super().send_error(code, message, explain)
            return
        answer = self._start(_MISSING, page.read_bytes())
        if self.command != "HEAD":
            self.wfile.write(answer.read())

    def _start(self, code: int, page: bytes) -> io.BytesIO:
        content = with_tags(page, self.board.state) if self.board else page
        self._send_headers(code, "text/html", len(content))
        return io.BytesIO(content)

    def _send_headers(self, code: int, kind: str, length: int | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _give_ours(self, name: str, board: Board) -> None:
        if name == "etat":
            self._tell(board)
        elif name in _KINDS:
            content = (layout.LIVE / name).read_bytes()
            self._send_headers(_OK, _KINDS[name], len(content))
            self.wfile.write(content)
        else:
            self.send_error(_MISSING)

    def _tell(self, board: Board) -> None:
        """Send each state as it comes (HTML, 9.2 « Server-sent events »), until the browser leaves."""
        self._send_headers(_OK, "text/event-stream")
        for state in board.states(_BREATH):
            self.wfile.write((f"data: {state.written()}\n\n" if state else ":\n\n").encode())
            self.wfile.flush()


class _Server(ThreadingHTTPServer):
    confess: Callable[[], object]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 — the base class's
        """Say what went wrong in an answer; a browser that has left is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            self.confess()


def with_tags(page: bytes, state: State) -> bytes:
    """Add to a page what makes it follow the kit; it knows which site it is of."""
    tags = _TAGS.format(ours=OURS, pages=state.pages, search=state.search).encode()
    return _HEAD_END.sub(lambda end: tags + end[0], page, count=1)


def open_server(
    site: Path,
    port: int,
    site_url: str = "",
    board: Board | None = None,
    confess: Callable[[], object] = lambda: None,
) -> ThreadingHTTPServer:
    """Open the server of a folder on the loopback address.

    Args:
        site: the folder.
        port: the port; 0 takes any free one.
        site_url: address of the published site, whose path is served too.
        board: what pages follow; without it, they are served as they are.
        confess: says a defect of ours.

    Raises:
        OSError: the port is taken.
        OverflowError: there is no such port.
    """
    made = {"prefix": urlsplit(site_url).path or "/", "board": board}
    handler = functools.partial(type("Handler", (_Handler,), made), directory=str(site))
    server = _Server(("127.0.0.1", port), handler)
    server.confess = confess
    return server


def run(server: ThreadingHTTPServer, session: Session, rebuild: Callable[[], object]) -> None:
    """Serve until interrupted, calling `rebuild` after each change of the kit's files.

    Raises:
        KitGoneError: the kit has been removed.
    """
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for _ in session.watch.changes(session.is_due):
            rebuild()
    finally:
        session.close()
        server.shutdown()
        server.server_close()
