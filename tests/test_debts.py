from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.debts import Debt, read_debts
from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from generator.rules import discover
from generator.tally import tally
from tests.conftest import brief

Diagnose = Callable[[Path], list[Diagnostic]]

ENTRY = "atd_offers/exemple.md"
FILE = "kit/exceptions.yml"
DEBT = """\
exceptions:
  - code: C103
    fichier: atd_offers/exemple.md
    raison: Le terme est en discussion.
    jusqu_au: 2027-06-30
"""
LAST_DAY = date(2027, 6, 30)


@pytest.fixture
def faulty_kit(small_kit: Path) -> Path:
    """A kit with two C103 in one entry, and a C107."""
    text = (small_kit / ENTRY).read_text("utf-8").replace("publie_le: 2026-11-22\n", "")
    text = text.replace("[publier]", "[publie]").replace("[transparence]", "[transparance]")
    (small_kit / ENTRY).write_text(text, "utf-8")
    return small_kit


def accept(root: Path, text: str = DEBT) -> None:
    (root / FILE).write_text(text, "utf-8")


def found(root: Path, today: date) -> list[tuple[str, str]]:
    return [(one.span.path, brief(one)) for one in check(gather(root, today))]


def test_a_kit_may_have_no_exception(small_kit: Path) -> None:
    assert read_debts(small_kit).items == ()
    assert read_debts(small_kit).document is None


def test_an_exception_is_read_with_its_place(small_kit: Path) -> None:
    accept(small_kit)
    assert read_debts(small_kit).items == (Debt("C103", ENTRY, LAST_DAY, Span(FILE, 2, 5, 6, 1)),)


def test_every_fault_of_a_rule_in_a_file_is_accepted_until_the_last_day(faulty_kit: Path) -> None:
    accept(faulty_kit)
    assert found(faulty_kit, LAST_DAY) == [(ENTRY, "C107 7:1")]


def test_past_its_day_an_exception_is_an_error_and_accepts_nothing(faulty_kit: Path) -> None:
    accept(faulty_kit)
    assert found(faulty_kit, date(2027, 7, 1)) == [
        (ENTRY, "C103 6:10"),
        (ENTRY, "C107 7:1"),
        (ENTRY, "C103 7:10"),
        (FILE, "F112 2:5"),
    ]


def test_an_exception_that_accepts_nothing_is_an_error_even_past_its_day(small_kit: Path) -> None:
    accept(small_kit)
    assert found(small_kit, date(2027, 7, 1)) == [(FILE, "F111 2:5")]


def test_nothing_is_said_of_an_exception_for_a_file_that_could_not_be_read(small_kit: Path) -> None:
    accept(small_kit, DEBT.replace("exemple.md", "casse.md"))
    (small_kit / "atd_offers/casse.md").write_text("---\n", "utf-8")
    assert found(small_kit, LAST_DAY) == [("atd_offers/casse.md", "S107 1:1")]


def test_an_exception_without_its_reason_is_a_fault_and_the_others_hold(faulty_kit: Path) -> None:
    accept(
        faulty_kit, DEBT + "  - code: C107\n    fichier: atd_offers/exemple.md\n    jusqu_au: 30/06/2027\n"
    )
    assert found(faulty_kit, LAST_DAY) == [(ENTRY, "C107 7:1"), (FILE, "C101 7:5"), (FILE, "C105 8:15")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Le terme est en discussion.", "x"),
        ("    raison", "    autre: oui\n    raison"),
        ("2027-06-30", "30/06/2027"),
        ("Le terme est en discussion.", ""),
        ("Le terme est en discussion.", "*renvoi"),
        ("Le terme est en discussion.", "[une, deux]"),
    ],
)
def test_an_exception_that_is_not_well_formed_accepts_nothing(
    faulty_kit: Path, right: str, wrong: str
) -> None:
    accept(faulty_kit, DEBT.replace(right, wrong))
    assert read_debts(faulty_kit).items == ()
    told = found(faulty_kit, LAST_DAY)
    assert (ENTRY, "C103 6:10") in told
    assert len([path for path, _ in told if path == FILE]) == 1


def test_an_exception_said_again_is_useless_and_is_not_counted(faulty_kit: Path) -> None:
    accept(faulty_kit, DEBT + DEBT.removeprefix("exceptions:\n").replace("2027", "2028"))
    assert found(faulty_kit, LAST_DAY) == [(ENTRY, "C107 7:1"), (FILE, "F111 6:5")]
    kit = gather(faulty_kit, LAST_DAY)
    assert "1 exception acceptée" in tally(check(kit), kit)


@pytest.mark.parametrize("text", ["exceptions: oui\n", "- code: C103\n", "", "exceptions:\n  - oui\n"])
def test_a_file_of_another_form_accepts_nothing(faulty_kit: Path, text: str) -> None:
    accept(faulty_kit, text)
    assert [code for path, code in found(faulty_kit, LAST_DAY) if path == ENTRY] == [
        "C103 6:10",
        "C107 7:1",
        "C103 7:10",
    ]
    assert any(path == FILE for path, _ in found(faulty_kit, LAST_DAY))


def test_a_fault_that_makes_a_file_unsafe_to_read_or_to_publish_is_never_accepted(faulty_kit: Path) -> None:
    text = (faulty_kit / ENTRY).read_text("utf-8").replace("douze", "<b>douze</b>")
    (faulty_kit / ENTRY).write_text(text, "utf-8")
    accept(faulty_kit, DEBT + DEBT.removeprefix("exceptions:\n").replace("C103", "T101"))
    told = found(faulty_kit, LAST_DAY)
    assert [(path, where[:4]) for path, where in told] == [
        (ENTRY, "C107"),
        (ENTRY, "T101"),
        (FILE, "F116"),
    ]


@pytest.mark.parametrize("code", ["S101", "S110", "C301", "F101", "F105", "L101", "R101", "T101"])
def test_what_cannot_be_accepted_is_declared_by_its_rule(code: str) -> None:
    assert next(rule for rule in discover() if rule.code == code).blocking


def test_only_errors_are_refused_as_debts() -> None:
    assert {rule.severity for rule in discover() if rule.blocking} == {Severity.ERROR}
