import sys
from pathlib import Path

import pytest

from generator.exchange import exchange


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "texte").write_text(text, "utf-8")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="seul Linux échange deux dossiers d'un seul appel")
def test_two_folders_take_each_other_s_place(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "un été", "un"), folder(tmp_path / "autre", "autre")
    assert exchange(one, other)
    assert [(path / "texte").read_text("utf-8") for path in (one, other)] == ["autre", "un"]


def test_nothing_moves_when_one_of_them_is_not_there(tmp_path: Path) -> None:
    one = folder(tmp_path / "un", "un")
    assert not exchange(one, tmp_path / "absent")
    assert (one / "texte").read_text("utf-8") == "un"


def test_a_system_without_the_call_says_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    assert not exchange(folder(tmp_path / "un", "un"), folder(tmp_path / "autre", "autre"))
