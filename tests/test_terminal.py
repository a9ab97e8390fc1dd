"""`odl new` at a real terminal: keys are typed, and the file holds what was typed."""

import os
import pty
import select
import sys
from pathlib import Path
from time import sleep

import pytest

from generator.console import INTERRUPTED, MISUSE, OK
from generator.entry import Entry
from generator.kit import gather

ENTER, CTRL_C, CTRL_D, LEFT = "\r", "\x03", "\x04", "\x1b[D"
PATIENCE = 60
"""Seconds without a sign after which the program is said to hang."""
CHUNK = 512
"""Bytes typed at once: a terminal holds few."""


def run(root: Path, *arguments: str, keys: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run `odl` at a terminal, typing the next keys at each prompt; give its exit code and what it showed."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "dumb", "PYTHONUTF8": "1"}
        os.execv(sys.executable, [sys.executable, "-m", "generator", *arguments, "--root", str(root)])  # noqa: S606
    shown, answered, rest, typed = b"", 0, [key.encode() for key in keys], b""
    while (text := _exchange(terminal, typed)) is not None:
        shown, typed = shown + text[0], text[1]
        if rest and shown[answered:].endswith(b" : "):
            _await_wait(child)
            answered, typed = len(shown), rest.pop(0)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode("utf-8", "replace").replace("\r\n", "\n")


def _exchange(terminal: int, typed: bytes) -> tuple[bytes, bytes] | None:
    """Type what may be typed and read what is shown; give what was shown and what is left to type, None when
    the program has ended.
    """
    readable, writable, _ = select.select([terminal], [terminal] if typed else [], [], PATIENCE)
    if not readable and not writable:
        pytest.fail("odl attend une réponse que le test ne donne pas")
    if writable:
        typed = typed[os.write(terminal, typed[:CHUNK]) :]
    if not readable:
        return b"", typed
    try:
        shown = os.read(terminal, 65536)
    except OSError:
        return None
    return (shown, typed) if shown else None


def _await_wait(child: int) -> None:
    """Wait until the program, whose prompt is shown, sleeps until a key comes: the system tells it.

    Readline shows the prompt, then waits in `select`. A Ctrl+C that comes between the two is noted by Python,
    but interrupts nothing: it is only seen with the next key, which nobody types here.
    """
    state = Path(f"/proc/{child}/stat")
    for _ in range(PATIENCE * 100):
        sleep(0.01 if state.is_file() else 1)  # a system that does not tell is given time
        if not state.is_file() or state.read_text("utf-8", "replace").rpartition(") ")[2].startswith("S"):
            break


def lines(*answers: str) -> tuple[str, ...]:
    return tuple(f"{answer}{ENTER}" for answer in answers)


def entry(root: Path, identifier: str = "essai") -> Entry:
    found = gather(root).by_key["offre", identifier]
    assert found.document.faults == ()
    return found


HOSTILE = "Syndicat : # \" ' - [ de l'Été {%} \\ « œuvre »"


def test_a_whole_conversation_writes_exactly_what_was_typed(small_kit: Path) -> None:
    keys = lines("1", HOSTILE, "essai", "a", f"- {HOSTILE}", "Publiée", "1,Confiance")
    code, shown = run(small_kit, "new", keys=keys)
    assert code == OK
    assert "Quel genre de fiche ?" in shown
    assert "« Résumé » est trop court" in shown
    assert "Il reste à remplir, dans ce fichier :\n" in shown
    assert shown.count("  ligne ") == 2
    assert shown.endswith("Contrôlez-le ensuite : odl check atd_offers/essai.md\n")
    found = entry(small_kit)
    assert found.value["nom"] == HOSTILE
    assert found.value["resume"] == f"- {HOSTILE}"
    assert (found.value["statut"], found.value["enjeux"]) == ("publiee", ["transparence", "confiance"])


def test_a_very_long_answer_is_read_whole_and_refused(small_kit: Path) -> None:
    code, shown = run(small_kit, "new", "offre", "essai", keys=lines("é" * 10_000, "Syndicat", "", "", ""))
    assert code == OK
    assert "« Nom » est trop long" in shown
    assert entry(small_kit).title == "Syndicat"


def test_one_may_move_within_the_line(small_kit: Path) -> None:
    pytest.importorskip("readline")
    keys = (f"Sydicat{LEFT * 5}n{ENTER}", *lines("", "", ""))
    code, _ = run(small_kit, "new", "offre", "essai", keys=keys)
    assert (code, entry(small_kit).title) == (OK, "Syndicat")


@pytest.mark.parametrize(
    ("before", "key"),
    [((), CTRL_D), (lines("1"), CTRL_C), (lines("1", "Syndicat", "essai"), CTRL_C)],
)
def test_who_leaves_writes_nothing(small_kit: Path, before: tuple[str, ...], key: str) -> None:
    kept = sorted(small_kit.rglob("*"))
    code, shown = run(small_kit, "new", keys=(*before, key))
    assert code == INTERRUPTED
    assert shown.endswith("\nArrêt demandé : rien n'est écrit.\n")
    assert sorted(small_kit.rglob("*")) == kept


def test_no_question_is_asked_to_who_wants_none(small_kit: Path) -> None:
    code, shown = run(small_kit, "new", "offre", "essai", "--sans-question")
    assert (code, shown.split("\n")[0]) == (OK, "atd_offers/essai.md est écrit.")


def test_a_value_of_the_command_line_is_refused_before_any_question(small_kit: Path) -> None:
    code, shown = run(small_kit, "new", "offre", "essai", "--champ", "nom=X")
    assert code == MISUSE
    assert shown.startswith("odl : « Nom » est trop court")
