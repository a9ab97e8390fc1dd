"""What a person sees of a build at a terminal, what a log keeps of it."""

import io
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest

from generator.console import OK
from generator.progress import Lines, Unwatched, elapsed, line, shown, table
from tests.test_cli import STEPS

PATIENCE = 120
"""Seconds without a sign after which the program is said to hang."""
CLEAR = "\r\x1b[K"


def at_a_terminal(root: Path, *arguments: str, columns: int = 80, **environment: str) -> tuple[int, str]:
    """Run `odl build` at a terminal so wide; give its exit code and all that the terminal was sent."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "generator", "build", *arguments, "--root", str(root)]
    variables = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "TERM": "xterm", **environment}
    with subprocess.Popen(command, env=variables, stdin=theirs, stdout=theirs, stderr=theirs) as program:
        os.close(theirs)
        sent = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return program.returncode, sent.decode("utf-8", "replace").replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    """Give what a terminal was sent since the last look; nothing when the program has ended."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        pytest.fail("odl n'en finit pas")
    try:
        return os.read(terminal, 65536)
    except OSError:  # as Linux says that nobody holds the other end
        return b""


def left_on_the_screen(sent: str) -> list[str]:
    """Give the lines that a terminal still shows, once what was cleared is gone."""
    return [row.rpartition(CLEAR)[2] for row in sent.removesuffix("\n").split("\n")]


@pytest.mark.parametrize("columns", [80, 24])
def test_the_bar_stays_on_one_line_and_leaves_nothing(small_kit: Path, columns: int) -> None:
    code, sent = at_a_terminal(small_kit, columns=columns)
    assert code == OK
    drawn = [text for text in re.split(r"\r\x1b\[K|\n", sent) if text.startswith(tuple(STEPS))]
    assert list(dict.fromkeys(text.split()[0] for text in drawn)) == STEPS
    assert [text for text in drawn if len(text) >= columns or "\n" in text] == []
    shown, written = left_on_the_screen(sent)
    assert (shown, written.partition(" pages")[1]) == ("1 fiche lue, aucune faute.", " pages")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_erases_nothing_has_plain_lines(small_kit: Path, term: str) -> None:
    code, sent = at_a_terminal(small_kit, TERM=term)
    assert code == OK
    assert "\x1b" not in sent
    assert "\r" not in sent
    assert sent.startswith("définitions : ")


def test_a_quiet_build_leaves_the_terminal_alone(small_kit: Path) -> None:
    assert at_a_terminal(small_kit, "--quiet") == (OK, "")


def test_the_bar_is_gone_when_a_step_fails(small_kit: Path) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("name: material", "name: inexistant"), "utf-8")
    _, sent = at_a_terminal(small_kit)
    assert left_on_the_screen(sent)[1].startswith("odl : le moteur a refusé le site")


@pytest.mark.parametrize("columns", range(90))
def test_a_line_is_always_shorter_than_the_terminal(columns: int) -> None:
    for done, total in ((0, 0), (0, 374), (12, 374), (374, 374)):
        assert len(line("publication", done, total, 125, columns)) <= max(columns - 1, 0)


def test_a_line_has_the_step_its_counts_and_the_time() -> None:
    assert line("rendu", 5, 10, 3.44, 200) == f"rendu  {'█' * 15}{'░' * 15}  5/10  3,4 s"
    assert line("rendu", 5, 10, 3.44, 34) == f"rendu  {'█' * 6}{'░' * 7}  5/10  3,4 s"
    assert line("rendu", 5, 10, 3.44, 24) == "rendu  5/10  3,4 s"
    assert line("moteur", 0, 0, 3.44, 200) == "moteur  3,4 s"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0,0 s"), (59.94, "59,9 s"), (59.96, "1 min 00 s"), (125, "2 min 05 s")]
)
def test_a_time_is_written_as_people_read_it(seconds: float, words: str) -> None:
    assert elapsed(seconds) == words


def test_a_table_has_a_row_a_step_and_the_whole() -> None:
    assert table({"lecture": 1, "contrôle": 12.345}).splitlines() == [
        "étape     secondes",
        "lecture       1,00",
        "contrôle     12,35",
        "total        13,35",
    ]


def test_a_log_has_one_line_a_step() -> None:
    log = io.StringIO()
    lines = Lines(log)
    lines.started("rendu")
    lines.advanced(1, 92)
    lines.advanced(92, 92)
    lines.ended("rendu", 3.44)
    lines.ended("index", 0.8)
    assert log.getvalue() == "rendu (92) : 3,4 s\nindex : 0,8 s\n"


@pytest.mark.parametrize(("quiet", "kind"), [(True, Unwatched), (False, Lines)])
def test_what_is_no_terminal_has_no_bar(quiet: bool, kind: type) -> None:
    with shown(io.StringIO(), {"TERM": "xterm"}, quiet=quiet) as observer:
        assert type(observer) is kind
