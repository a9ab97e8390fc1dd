import errno
import io
from pathlib import Path

import pytest

from generator.console import MISUSE, confess, refuse, say, unusable, wants_colours
from generator.layout import CRASH_LOG

Captured = pytest.CaptureFixture[str]


def test_what_a_stream_cannot_encode_is_written_all_the_same() -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, "ascii")
    say("é\udcff", stream)
    assert written.getvalue() == b"\\xe9\\udcff\n"


def test_a_refusal_is_said_apart_without_the_codes_of_a_terminal(capsys: Captured) -> None:
    assert refuse("« \x1b[31mx » n'existe pas.\n  Voir l'aide.") == MISUSE
    assert capsys.readouterr() == ("", "odl : «  [31mx » n'existe pas.\n  Voir l'aide.\n")


def test_what_the_system_refuses_is_told_with_the_file_or_the_kit() -> None:
    full = OSError(errno.ENOSPC, "", "site/index.html")
    assert unusable(full, Path("kit")) == "« site/index.html » : le disque est plein."
    assert unusable(OSError(errno.ENOSPC, ""), Path("kit")) == "« kit » : le disque est plein."


def test_a_defect_is_confessed_and_its_trace_kept(tmp_path: Path, capsys: Captured) -> None:
    try:
        raise RuntimeError("règle cassée")
    except RuntimeError:
        assert confess(tmp_path) == MISUSE
    assert "RuntimeError: règle cassée" in (tmp_path / CRASH_LOG).read_text("utf-8")
    assert "règle cassée" not in capsys.readouterr().err


@pytest.mark.parametrize(("terminal", "refused"), [(True, ""), (True, "1"), (False, "")])
def test_colours_are_for_a_terminal_whose_reader_wants_them(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, refused: str
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", refused)
    assert wants_colours() is (terminal and not refused)
