import itertools
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.serve import open_server, run, snapshot


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "index.html").write_text("<h1>Accueil</h1>", "utf-8")
    found = open_server(tmp_path, 0)
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()
    thread.join()


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


def test_a_kit_that_does_not_change_has_the_same_snapshot(small_kit: Path) -> None:
    assert snapshot(small_kit) == snapshot(small_kit)


def test_a_change_a_deletion_and_a_new_file_are_seen(small_kit: Path) -> None:
    seen = [snapshot(small_kit)]
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8") + "Encore.\n", "utf-8")
    seen.append(snapshot(small_kit))
    (small_kit / "content/nouvelle.md").touch()
    seen.append(snapshot(small_kit))
    entry.unlink()
    seen.append(snapshot(small_kit))
    assert all(before != after for before, after in itertools.pairwise(seen))


@pytest.mark.parametrize("path", ["mkdocs.yml", "kit/vocabulaires/enjeux.yml", "overrides/kit/fiche.html"])
def test_definitions_templates_and_configuration_are_watched(small_kit: Path, path: str) -> None:
    before = snapshot(small_kit)
    with (small_kit / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert snapshot(small_kit) != before


def test_what_a_build_writes_is_not_watched(small_kit: Path) -> None:
    before = snapshot(small_kit)
    for folder in ("build", "site"):
        (small_kit / folder).mkdir()
        (small_kit / folder / "index.html").touch()
    assert snapshot(small_kit) == before


def test_a_kit_without_some_of_its_folders_can_be_watched(tmp_path: Path) -> None:
    assert snapshot(tmp_path) == {}


def test_the_folder_of_any_kind_is_watched(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    canevas.write_text(
        canevas.read_text("utf-8").replace("x-dossier: atd_offers", "x-dossier: recettes"), "utf-8"
    )
    (small_kit / "recettes").mkdir()
    before = snapshot(small_kit)
    (small_kit / "recettes/tarte.md").touch()
    assert snapshot(small_kit) != before


def test_a_change_builds_the_site_again_until_an_interruption(
    server: ThreadingHTTPServer, small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = iter([{}, {}, {"content/index.md": (1, 1)}, {"content/index.md": (1, 1)}, {}])
    monkeypatch.setattr("generator.serve.snapshot", lambda _: next(states))
    monkeypatch.setattr("generator.serve.PERIOD", 0)
    built = []

    def rebuild() -> None:
        built.append("site")
        if len(built) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(server, small_kit, rebuild)
    assert list(states) == []
