import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.board import Board, Shown, State
from generator.serve import open_server, run, with_tags
from generator.session import Session
from generator.watch import KitGoneError

PAGE = "<html><head><title>Accueil</title></head><body></body></html>"


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[ThreadingHTTPServer]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "index.html").write_text("<h1>Accueil</h1>", "utf-8")
    with running(open_server(tmp_path, 0)) as found:
        yield found


@pytest.fixture
def board() -> Iterator[Board]:
    found = Board()
    yield found
    found.close()


@pytest.fixture
def followed(tmp_path: Path, board: Board) -> Iterator[ThreadingHTTPServer]:
    """A server whose pages follow the kit, published below a path."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE, "utf-8")
    with running(open_server(site, 0, "https://exemple.fr/kit/", board)) as found:
        yield found


def get(server: ThreadingHTTPServer, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_a_page_is_served_to_this_machine_only(server: ThreadingHTTPServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert get(server, "/") == (200, "<h1>Accueil</h1>")


def test_what_is_not_found_has_the_page_of_the_site(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<h1>Page introuvable : été</h1>", "utf-8")
    assert get(server, "/absent/") == (404, "<h1>Page introuvable : été</h1>")


def test_a_site_without_a_404_page_says_404_all_the_same(server: ThreadingHTTPServer) -> None:
    assert get(server, "/absent/")[0] == 404


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt"])
def test_nothing_outside_the_site_is_served(server: ThreadingHTTPServer, tmp_path: Path, path: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret", "utf-8")
    assert get(server, path)[0] == 404


def test_serving_says_nothing(server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]) -> None:
    get(server, "/")
    get(server, "/absent/")
    assert capsys.readouterr() == ("", "")


def test_a_port_already_taken_is_refused(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"\w"):
        open_server(tmp_path, server.server_port)


def test_a_page_names_the_site_that_it_is_of_and_nothing_else_changes(
    followed: ThreadingHTTPServer, board: Board
) -> None:
    status, page = get(followed, "/")
    assert status == 200
    assert f'data-pages="{board.state.pages}" data-search="{board.state.search}"' in page
    assert page.replace(page[page.index("<link") : page.index("</head>")], "") == PAGE
    assert get(followed, "/kit/index.html?q=1") == (200, page)
    board.publish()
    assert get(followed, "/")[1] != page


def test_a_page_without_a_head_is_served_as_it_is() -> None:
    assert with_tags(b"<p>Rien", State()) == b"<p>Rien"


def test_what_pages_are_given_is_served_and_nothing_beside_it(followed: ThreadingHTTPServer) -> None:
    assert "EventSource" in get(followed, "/_odl/direct.js")[1]
    assert ".odl-panel" in get(followed, "/_odl/direct.css")[1]
    for path in ("/_odl/", "/_odl/absent.html", "/_odl/../serve.py", "/_odl/direct.js/"):
        assert get(followed, path)[0] == 404


def test_a_plain_server_has_none_of_it(server: ThreadingHTTPServer) -> None:
    assert get(server, "/_odl/direct.js")[0] == 404


def test_nothing_is_kept_by_the_browser(followed: ThreadingHTTPServer) -> None:
    connection = HTTPConnection("127.0.0.1", followed.server_port, timeout=10)
    for method, path in (("GET", "/"), ("HEAD", "/"), ("GET", "/_odl/direct.js"), ("HEAD", "/absent/")):
        connection.request(method, path)
        answer = connection.getresponse()
        assert answer.getheader("Cache-Control") == "no-store"
        assert (answer.read() == b"") is (method == "HEAD")


def test_without_a_site_a_page_waits_for_it(
    followed: ThreadingHTTPServer, board: Board, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "site")
    status, page = get(followed, "/offres/")
    assert status == 404
    assert "Pas encore de site" in page
    assert board.state.pages in page


def test_each_state_is_told_as_it_comes(followed: ThreadingHTTPServer, board: Board) -> None:
    connection = HTTPConnection("127.0.0.1", followed.server_port, timeout=60)
    connection.request("GET", "/_odl/etat")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"

    def told() -> dict[str, object]:
        name, _, value = answer.readline().decode().partition(": ")
        assert (name, answer.readline()) == ("data", b"\n")
        return dict(json.loads(value))

    assert told()["faults"] == []
    board.refuse([Shown("Une faute\nsur deux lignes")], "1 erreur.")
    state = told()
    assert state["summary"] == "1 erreur."
    assert "Une faute\nsur deux lignes" in str(state["faults"]).replace("\\n", "\n")
    board.close()
    assert answer.read() == b""


def test_a_browser_that_leaves_is_no_fault(
    tmp_path: Path, board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    server = open_server(tmp_path, 0, board=board, confess=lambda: said.append("défaut"))
    for error, count in ((BrokenPipeError(), 0), (ValueError(), 1)):
        try:
            raise error
        except (OSError, ValueError):
            server.handle_error(server.socket, ("127.0.0.1", 1))
        assert len(said) == count
    server.server_close()
    assert capsys.readouterr() == ("", "")


def test_serving_ends_with_the_kit(small_kit: Path) -> None:
    session = Session(small_kit, small_kit / "site", print)
    shutil.rmtree(small_kit)
    with pytest.raises(KitGoneError, match="n'est plus là"):
        run(open_server(small_kit / "site", 0, board=session.board), session, lambda: None)


def test_a_change_builds_the_site_again_until_an_interruption(small_kit: Path) -> None:
    session = Session(small_kit, small_kit / "site", print)
    built = []

    def rebuild() -> None:
        built.append("site")
        if len(built) == 2:
            raise KeyboardInterrupt
        (small_kit / "content/encore.md").touch()

    (small_kit / "content/nouvelle.md").touch()
    with pytest.raises(KeyboardInterrupt):
        run(open_server(small_kit / "site", 0, board=session.board), session, rebuild)
    assert list(session.board.states(0)) == []
