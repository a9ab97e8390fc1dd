from pathlib import Path

import pytest

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from generator.reporters import reporter
from generator.reporters.text import report, report_in_colours
from tests.conftest import MINIMAL
from tests.reporters.cases import CASES, expected, written

ENTRY = "atd_offers/exemple.md"


def said(span: Span, severity: Severity = Severity.ERROR, hint: str = "") -> Diagnostic:
    return Diagnostic(span, "C101", severity, "Message.", hint)


def told(*found: Diagnostic) -> str:
    return report(found, gather(MINIMAL))


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "text", small_kit) == expected(case, "text")


def test_a_kit_without_entries_is_told_too(small_kit: Path) -> None:
    (small_kit / ENTRY).unlink()
    assert report((), gather(small_kit)) == "0 fiche lue, aucune faute."


def test_the_last_line_counts_each_severity(small_kit: Path) -> None:
    (small_kit / "atd_offers/autre.md").write_text((small_kit / ENTRY).read_text("utf-8"), "utf-8")
    span = Span(ENTRY)
    found = [
        said(span),
        said(span, Severity.WARNING),
        said(span, Severity.WARNING),
        said(span, Severity.NOTE),
    ]
    last = report(found, gather(small_kit)).rpartition("\n")[2]
    assert last == "2 fiches lues : 1 erreur, 2 avertissements, 1 note."


def test_a_fault_without_a_hint_still_names_its_rule() -> None:
    assert told(said(Span("ailleurs.md"))).split("\n")[:2] == [
        "ailleurs.md:1:1  erreur C101  Message.",
        "   odl explain C101",
    ]


def test_a_fault_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert told(said(Span(ENTRY, 2, 1, 4, 1))).split("\n")[1:3] == [
        "   2 | id: exemple",
        "     | ^^^^^^^^^^^",
    ]


def test_an_empty_span_has_one_caret() -> None:
    assert told(said(Span(ENTRY, 2, 12, 2, 12))).split("\n")[2] == "     |            ^"


def test_a_place_beyond_the_end_of_the_file_shows_no_line() -> None:
    assert told(said(Span(ENTRY, 999, 1, 999, 2))).split("\n")[1] == "   odl explain C101"


def test_a_long_line_is_cut_around_the_fault(small_kit: Path) -> None:
    entry = small_kit / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("Publier", "a" * 200 + "ICI" + "b" * 200), "utf-8")
    line = next(n for n, text in enumerate(entry.read_text("utf-8").split("\n"), 1) if "ICI" in text)
    excerpt, carets = report([said(Span(ENTRY, line, 201, line, 204))], gather(small_kit)).split("\n")[1:3]
    assert len(excerpt) == len("  17 | ") + 100
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "ICI"


def test_a_tab_takes_one_column(small_kit: Path) -> None:
    (small_kit / "atd_offers/tab.md").write_text("---\nid: a\n\tnom: b\n---\n", "utf-8")
    excerpt, carets = report([said(Span("atd_offers/tab.md", 3, 2, 3, 5))], gather(small_kit)).split("\n")[
        1:3
    ]
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "nom"


COLOURED = """\
\033[1matd_offers/exemple.md:2:5\033[0m  \033[33mavertissement C101\033[0m  Message.
   2 | id: exemple
\033[33m     |     ^^^^^^^\033[0m
   odl explain C101

1 fiche lue : 1 avertissement."""


def test_a_terminal_has_the_same_in_colours() -> None:
    found = [said(Span(ENTRY, 2, 5, 2, 12), Severity.WARNING)]
    assert report_in_colours(found, gather(MINIMAL)) == COLOURED


HOSTILE = """\
b  ::error x.md:1:1  erreur C101  Un ::error titre [31m rouge.
   ::warning::ici    odl explain C101

1 fiche lue : 1 erreur."""


def test_no_text_of_a_file_starts_a_line_or_colours_it() -> None:
    found = Diagnostic(
        Span("b\n\r::error x.md"),
        "C101",
        Severity.ERROR,
        "Un\n::error titre\x1b[31m rouge.",
        "::warning::ici",
    )
    assert told(found) == HOSTILE


def test_reporters_are_found_by_their_names() -> None:
    assert reporter("text") is report


def test_only_some_reporters_have_colours() -> None:
    assert reporter("text", colours=True) is report_in_colours
