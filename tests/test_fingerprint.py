from generator.diagnostic import Diagnostic, Severity, Span
from generator.fingerprint import fingerprints


def said(line: int, message: str, path: str = "a.md", code: str = "C204") -> Diagnostic:
    return Diagnostic(Span(path, line, 1, line, 2), code, Severity.ERROR, message)


def test_a_fault_keeps_its_fingerprint_when_its_lines_move() -> None:
    before = fingerprints([said(9, "Déjà écrite à la ligne 5.")])
    assert fingerprints([said(12, "Déjà écrite à la ligne 8.")]) == before


def test_faults_that_differ_by_file_code_or_message_have_fingerprints_of_their_own() -> None:
    found = [said(1, "Un."), said(1, "Deux."), said(1, "Un.", "b.md"), said(1, "Un.", code="C205")]
    assert len(set(fingerprints(found))) == len(found)


def test_equal_faults_are_told_apart_by_their_order() -> None:
    first, second = fingerprints([said(1, "Un."), said(2, "Un.")])
    assert first != second
    assert fingerprints([said(5, "Un.")]) == [first]


def test_a_path_that_is_not_text_has_a_fingerprint() -> None:
    assert len(fingerprints([said(1, "Un.", "a\udcff.md")])[0]) == 32
