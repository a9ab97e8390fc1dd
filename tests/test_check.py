from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.check import check, has_errors
from generator.diagnostic import MOST, Diagnostic, Fault, Severity, Span
from generator.kit import gather
from tests.conftest import MINIMAL, brief

Diagnose = Callable[[Path], list[Diagnostic]]


def spoil(root: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (root / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", f"id: {name}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / f"atd_offers/{name}.md").write_text(text, "utf-8")


def test_a_sound_kit_has_no_diagnostic(diagnose: Diagnose) -> None:
    assert diagnose(MINIMAL) == []


def test_all_faults_come_in_one_run_sorted_by_file_then_place(small_kit: Path, diagnose: Diagnose) -> None:
    spoil(small_kit, "zoe", ("[publier]", "[publie]"))
    spoil(small_kit, "alice", ("[publier]", "[publie]"), ("[transparence]", "[transparance]"))
    found = [(Path(one.span.path).stem, brief(one)) for one in diagnose(small_kit)]
    assert found == [("alice", "C103 6:10"), ("alice", "C103 7:10"), ("zoe", "C103 7:10")]


def test_a_fault_noted_twice_is_said_once() -> None:
    kit = gather(MINIMAL)
    fault = Fault("empty_file", Span("atd_offers/vide.md"))
    assert len(check(replace(kit, file_faults=(fault, fault)))) == 1


def test_a_fault_that_no_rule_explains_is_a_defect() -> None:
    kit = replace(gather(MINIMAL), file_faults=(Fault("mystere", Span("x.md")),))
    with pytest.raises(LookupError, match="mystere"):
        check(kit)


def test_a_warning_does_not_stop_a_build(small_kit: Path, diagnose: Diagnose) -> None:
    spoil(small_kit, "exemple", ("publie_le: 2026-11-22\n", ""))
    found = diagnose(small_kit)
    assert [(one.code, one.severity) for one in found] == [("C107", Severity.WARNING)]
    assert not has_errors(found)


def test_an_error_stops_a_build(small_kit: Path, diagnose: Diagnose) -> None:
    spoil(small_kit, "exemple", ("statut: publiee\n", ""))
    assert has_errors(diagnose(small_kit))


def test_an_unreadable_head_does_not_also_complain_of_missing_fields(
    small_kit: Path, diagnose: Diagnose
) -> None:
    deep = f"---\nnom: {'[' * 20}\n---\n"
    (small_kit / "atd_offers/casse.md").write_text(deep, "utf-8")
    assert [one.code for one in diagnose(small_kit)] == ["S113"]


def test_beyond_many_faults_of_a_rule_in_a_file_one_note_says_that_there_are_more(
    small_kit: Path, diagnose: Diagnose
) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    lines = "".join(f"  - publie{number}\n" for number in range(MOST + 20))
    (small_kit / "atd_offers/exemple.md").write_text(text.replace(" [publier]\n", f"\n{lines}"), "utf-8")
    found = diagnose(small_kit)
    assert [one.code for one in found] == ["C103"] * MOST + ["F113"]
    assert found[-1].span.line == found[0].span.line + MOST
