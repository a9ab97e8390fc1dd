import json
import threading

from generator.board import Board, Shown, shown, summary
from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from tests.conftest import MINIMAL


def diagnostic(severity: Severity, line: int = 1) -> Diagnostic:
    return Diagnostic(Span("atd_offers/exemple.md", line, 1, line, 4), "C103", severity, "Faux.", "Ôtez-le.")


def test_a_state_is_written_on_one_line() -> None:
    board = Board()
    board.refuse([Shown("Une phrase\nsur deux lignes", lines="  1 | a\n    | ^")], "1 erreur.")
    written = board.state.written()
    assert "\n" not in written
    assert json.loads(written)["faults"][0]["message"] == "Une phrase\nsur deux lignes"


def test_new_pages_have_another_name_and_a_new_index_too() -> None:
    board = Board()
    first = board.state
    board.work()
    assert (board.state.pages, board.state.busy) == (first.pages, True)
    board.publish()
    second = board.state
    assert (second.pages != first.pages, second.search, second.busy) == (True, first.search, False)
    board.publish_search()
    assert (board.state.pages, board.state.search != first.search) == (second.pages, True)


def test_a_refusal_leaves_the_former_pages_up() -> None:
    board = Board()
    before = board.state.pages
    board.work()
    board.refuse([Shown("Faux.")], "1 erreur.")
    assert (board.state.pages, board.state.busy, len(board.state.faults)) == (before, False, 1)
    board.publish()
    assert (board.state.faults, board.state.summary) == ((), "")


def test_who_waits_is_told_each_state_then_let_go() -> None:
    board = Board()
    states = board.states(60)
    assert next(states) == board.state
    threading.Timer(0.01, board.work).start()
    found = next(states)
    assert found is not None
    assert found.busy
    threading.Timer(0.01, board.close).start()
    assert [state for state in states if state] == []


def test_a_long_silence_is_told_too() -> None:
    states = Board().states(0)
    assert [next(states) is None for _ in range(3)] == [False, True, True]


def test_errors_come_first_and_notes_are_left_out() -> None:
    order = [Severity.WARNING, Severity.NOTE, Severity.ERROR]
    found = shown([diagnostic(severity) for severity in order], gather(MINIMAL))
    assert [fault.message for fault in found] == ["erreur C103 : Faux.", "avertissement C103 : Faux."]


def test_a_fault_has_its_place_its_line_and_its_rule() -> None:
    (found,) = shown([diagnostic(Severity.ERROR, 2)], gather(MINIMAL))
    assert (found.place, found.hint, found.rule) == ("atd_offers/exemple.md:2:1", "Ôtez-le.", "/regles/c103/")
    assert found.lines == "   2 | id: exemple\n     | ^^^"


def test_a_panel_is_not_endless() -> None:
    found = shown([diagnostic(Severity.ERROR)] * 100, gather(MINIMAL))
    assert len(found) == 31
    assert found[-1].message == "La suite est dans le terminal : 70 erreurs."


def test_the_summary_counts_what_is_shown_and_says_which_site_is() -> None:
    faults = [diagnostic(Severity.ERROR), diagnostic(Severity.WARNING), diagnostic(Severity.NOTE)]
    words = "1 erreur, 1 avertissement"
    assert summary(faults, is_published=False) == f"{words} : cette page est du dernier site sans erreur."
    assert summary(faults[1:], is_published=True) == "1 avertissement."
    assert summary(faults[2:], is_published=True) == ""
