import shutil
from pathlib import Path

import pytest

from generator import publish
from generator.frames import EngineError
from generator.layout import ADDRESSES
from generator.progress import Timings
from generator.search import addresses
from generator.session import Session
from generator.steps import Result
from tests.conftest import MINIMAL

ENTRY = "atd_offers/exemple.md"


class Opened(Session):
    """A session that notes what it says."""

    def __init__(self, root: Path) -> None:
        self.said: list[str] = []
        super().__init__(root, root / "site", self.said.append)

    def again(self) -> Result:
        return self.build(lambda _: None, Timings())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit that a session has built once."""
    root = tmp_path_factory.mktemp("session") / "kit"
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(MINIMAL.parents[2] / "overrides", root / "overrides")
    session = Opened(root)
    assert session.again().site
    session.close()
    return root


@pytest.fixture
def session(built: Path, tmp_path: Path) -> Opened:
    root = tmp_path / "kit"
    shutil.copytree(built, root)
    return Opened(root)


def write(root: Path, before: str, after: str) -> None:
    file = root / ENTRY
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


def found(session: Opened) -> set[str]:
    return {address for _, address in addresses(session.site)}


def test_a_draft_has_its_search_and_keeps_no_address(built: Path) -> None:
    assert (built / "site/pagefind/pagefind.js").is_file()
    assert not (built / ADDRESSES).exists()


def test_pages_come_first_and_the_index_follows(session: Opened) -> None:
    text = (session.root / ENTRY).read_text("utf-8").replace("id: exemple", "id: autre")
    (session.root / "atd_offers/autre.md").write_text(text, "utf-8")
    before = session.board.state
    result = session.again()
    assert result.site, result.diagnostics
    state = session.board.state
    assert (session.site / "offres/autre/index.html").is_file()
    assert state.pages != before.pages
    session._reindexing.join()
    assert session.board.state.search != before.search
    assert "offres/autre/" in found(session)


def test_a_build_put_off_because_another_one_runs_is_due(session: Opened) -> None:
    with publish.alone(session.root), pytest.raises(publish.BusyError):
        session.again()
    assert session.is_due()
    assert session.again().site
    assert not session.is_due()


def test_faults_are_shown_and_the_former_site_stays(session: Opened) -> None:
    before = session.board.state.pages
    write(session.root, "[transparence]", "[transparance]")
    assert session.again().site is None
    state = session.board.state
    assert (state.pages, state.busy, [fault.code for fault in state.faults]) == (before, False, ["C103"])
    assert state.summary == "1 erreur : cette page est du dernier site sans erreur."
    assert (session.site / "offres/exemple/index.html").is_file()


def test_a_file_that_is_half_written_is_a_fault_until_it_is_whole(session: Opened) -> None:
    file = session.root / ENTRY
    whole = file.read_bytes()
    for half in (b"", whole[: whole.index("é".encode()) + 1], whole[: len(whole) // 3]):
        file.write_bytes(half)
        assert session.again().site is None
        assert {fault.place.partition(":")[0] for fault in session.board.state.faults} >= {ENTRY}
    file.write_bytes(whole)
    assert session.again().site
    assert session.board.state.faults == ()


def test_a_folder_that_is_removed_is_survived(session: Opened) -> None:
    for name in ("atd_offers", "content", "kit"):
        aside = session.root.parent / "ailleurs"
        (session.root / name).rename(aside)
        try:
            session.again()
        except EngineError as error:
            assert str(error)  # noqa: PT017 — a sentence, said by the command
        aside.rename(session.root / name)
    assert session.again().site
    session.close()


def test_warnings_are_shown_with_the_new_site(session: Opened) -> None:
    before = session.board.state.pages
    write(session.root, "publie_le: 2026-11-22\n", "")
    assert session.again().site
    session.close()
    state = session.board.state
    assert (state.pages != before, state.summary) == (True, "1 avertissement.")


def test_a_failure_is_shown_in_its_own_words(session: Opened) -> None:
    session.refuse("le moteur a refusé le site")
    assert [fault.message for fault in session.board.state.faults] == ["le moteur a refusé le site"]


def test_a_search_that_could_not_be_made_is_told(session: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.get_executable", lambda: "/absent/pagefind")
    write(session.root, "douze communes", "treize communes")
    assert session.again().site
    session._reindexing.join()
    (said,) = session.said
    assert said.startswith("la recherche n'a pas été mise à jour : ")
    assert session.board.state.summary.startswith("La recherche n'a pas été mise à jour")


def test_a_site_that_is_lost_is_told_once_and_only_if_it_was_built(session: Opened) -> None:
    shutil.rmtree(session.site)
    assert not session.has_lost_its_site()
    assert session.again().site
    assert not session.has_lost_its_site()
    shutil.rmtree(session.site)
    assert session.has_lost_its_site()
    assert not session.has_lost_its_site()
    assert session.said == [f"« {session.site} » a disparu : le site est construit à nouveau."]


def test_the_folder_of_a_new_kind_is_watched_after_a_build(session: Opened) -> None:
    canevas = session.root / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8").replace("x-dossier: atd_offers", "x-dossier: recettes")
    canevas.write_text(text, "utf-8")
    (session.root / "atd_offers").rename(session.root / "recettes")
    session.again()
    session.close()
    signs = session.watch.changes()
    next(signs)
    (session.root / "recettes/exemple.md").touch()
    next(signs)


def test_a_build_alone_calls_for_no_other(session: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.watch.PERIOD", 0)
    assert session.again().site
    session.close()
    looks = iter([False] * 5 + [True])
    next(session.watch.changes(lambda: next(looks)))
    assert next(looks, None) is None
