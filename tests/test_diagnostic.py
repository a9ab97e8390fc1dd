from dataclasses import FrozenInstanceError

import pytest

from generator.diagnostic import Diagnostic, Severity, Span


def said(path: str, line: int, column: int, code: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(Span(path, line, column, line, column + 1), code, severity, "message")


def test_diagnostics_sort_by_file_line_column_then_code() -> None:
    first, *others = expected = [
        said("a.md", 2, 1, "T101"),
        said("a.md", 10, 1, "C101"),
        said("a.md", 10, 2, "C101"),
        said("a.md", 10, 2, "C102"),
        said("b.md", 1, 1, "C101"),
    ]
    assert sorted([*others, first]) == expected


def test_severity_has_no_part_in_the_order() -> None:
    first = said("a.md", 1, 1, "C101", Severity.NOTE)
    second = said("a.md", 1, 1, "C102", Severity.ERROR)
    assert sorted([second, first]) == [first, second]


def test_the_same_message_at_the_same_place_is_one_diagnostic() -> None:
    assert len({said("a.md", 1, 1, "C101"), said("a.md", 1, 1, "C101")}) == 1
    assert len({said("a.md", 1, 1, "C101"), said("a.md", 1, 2, "C101")}) == 2


def test_a_span_of_a_whole_file_stands_at_its_beginning() -> None:
    assert (Span("a.md").line, Span("a.md").column) == (1, 1)


def test_a_diagnostic_does_not_change() -> None:
    found = said("a.md", 1, 1, "C101")
    with pytest.raises(FrozenInstanceError):
        found.code = "C102"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "erreur"), (Severity.WARNING, "avertissement"), (Severity.NOTE, "note")],
)
def test_a_severity_is_written_in_french(severity: Severity, word: str) -> None:
    assert f"{severity}" == word
