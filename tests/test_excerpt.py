from generator.diagnostic import Diagnostic, Severity, Span
from generator.excerpt import excerpt, source_lines, visible
from generator.kit import gather
from tests.conftest import MINIMAL

LINES = ["---", "id: exemple", "nom: Un nom", "", "resume: Un résumé", "---", ""]


def shown(span: Span, around: int = 0) -> list[str]:
    return [str(line) for line in excerpt(span, LINES, around)]


def test_a_fault_is_marked_under_its_line() -> None:
    assert shown(Span("a.md", 3, 6, 3, 8)) == ["   3 | nom: Un nom", "     |      ^^"]


def test_the_lines_around_are_shown_without_empty_ones_at_the_ends() -> None:
    assert shown(Span("a.md", 3, 1, 3, 4), 1) == ["   2 | id: exemple", "   3 | nom: Un nom", "     | ^^^"]


def test_an_empty_line_has_no_mark() -> None:
    assert shown(Span("a.md", 4, 1, 4, 1), 1) == ["   3 | nom: Un nom", "   4 |", "   5 | resume: Un résumé"]


def test_an_empty_line_alone_is_not_shown() -> None:
    assert shown(Span("a.md", 4, 1, 4, 1)) == []


def test_lines_around_stop_at_the_ends_of_the_file() -> None:
    assert shown(Span("a.md", 1, 1, 1, 4), 2)[0] == "   1 | ---"
    assert shown(Span("a.md", 6, 1, 6, 4), 2)[-1] == "     | ^^^"


def test_a_place_out_of_the_file_has_no_excerpt() -> None:
    assert shown(Span("a.md", 8), 2) == shown(Span("a.md", 0), 2) == []


def test_lines_around_a_long_one_are_cut_at_the_same_columns() -> None:
    lines = ["a" * 300, "b" * 99 + "ICI" + "b" * 300, "court"]
    first, second, mark = (str(line) for line in excerpt(Span("a.md", 2, 100, 2, 103), lines, 1) if line.text)
    assert first == "   1 | " + "a" * 100
    assert len(second) == len(first)
    assert second[mark.index("^") : mark.rindex("^") + 1] == "ICI"


def test_what_is_not_seen_becomes_a_space() -> None:
    assert visible("a\nb\tc\x1b[31md\u202ee\u2028f\udcff") == "a b c [31md e f "


def test_only_the_lines_of_files_with_faults_are_given() -> None:
    found = [
        Diagnostic(Span(path), "C101", Severity.ERROR, "") for path in ("atd_offers/exemple.md", "absent.md")
    ]
    lines = source_lines(found, gather(MINIMAL))
    assert list(lines) == ["atd_offers/exemple.md"]
    assert lines["atd_offers/exemple.md"][1] == "id: exemple"
