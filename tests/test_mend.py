import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostic import Diagnostic, Edit, Severity, Span
from generator.mend import apply, described, mend
from generator.rules import discover
from tests.conftest import MINIMAL, brief
from tests.test_rules import fixtures, identify, install

ENTRY = "atd_offers/essai.md"
MENDING = {rule.code for rule in discover() if rule.mends}
Diagnose = Callable[[Path], list[Diagnostic]]


def edit(line: int, column: int, end: int, text: str) -> Edit:
    return Edit(Span(ENTRY, line, column, line, end), text)


def found(*edits: Edit, code: str = "C103") -> Diagnostic:
    return Diagnostic(edits[0].span, code, Severity.ERROR, "Faute.", edits=edits)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / ENTRY
    path.parent.mkdir()
    path.write_text("un deux trois\nquatre\n", "utf-8")
    return path


def code_of(path: Path) -> str:
    return path.parent.parent.name


@pytest.mark.parametrize(
    "fixture", [path for path in fixtures("invalide") if code_of(path) in MENDING], ids=identify
)
def test_what_a_rule_mends_is_mended_for_good_and_adds_no_fault(
    fixture: Path, small_kit: Path, diagnose: Diagnose
) -> None:
    install(fixture, small_kit)
    before = diagnose(small_kit)
    done, result = pipeline.mend(small_kit, lambda _: True)
    assert [one.diagnostic for one in done] == [one for one in before if one.edits]
    assert list(result.diagnostics) == [one for one in before if not one.edits]


@pytest.mark.parametrize("code", sorted(MENDING))
def test_every_rule_that_mends_has_a_fixture_that_it_mends(
    code: str, small_kit: Path, diagnose: Diagnose
) -> None:
    for fixture in [path for path in fixtures("invalide") if code_of(path) == code]:
        install(fixture, small_kit)
        if any(one.edits for one in diagnose(small_kit)):
            return
    pytest.fail(f"aucun exemple de {code} ne se corrige")


def test_a_rule_that_does_not_say_that_it_mends_proposes_no_edit(small_kit: Path, diagnose: Diagnose) -> None:
    for fixture in fixtures("invalide"):
        if code_of(fixture) not in MENDING and fixture.is_file() and not fixture.is_symlink():
            shutil.rmtree(small_kit)
            shutil.copytree(MINIMAL, small_kit, ignore=shutil.ignore_patterns("build"))
            install(fixture, small_kit)
            assert [one.code for one in diagnose(small_kit) if one.edits] == []


def test_edits_are_made_at_their_places_and_nothing_else_changes() -> None:
    edits = [edit(2, 1, 7, "4"), edit(1, 4, 8, "2"), edit(1, 1, 1, "> ")]
    assert apply("un deux trois\nquatre\n", edits) == "> un 2 trois\n4\n"


def test_a_mend_is_told_with_its_lines_before_and_after(file: Path) -> None:
    done = mend(file.parent.parent, [found(edit(1, 4, 8, "2"))])
    assert file.read_text("utf-8") == "un 2 trois\nquatre\n"
    assert described(done) == f"{ENTRY}:1  corrigé C103  Faute.\n   - un deux trois\n   + un 2 trois"


def test_two_mends_of_one_place_are_not_made_together(file: Path) -> None:
    done = mend(file.parent.parent, [found(edit(1, 1, 8, "a")), found(edit(1, 4, 14, "b"), code="C113")])
    assert [one.diagnostic.code for one in done] == ["C103"]
    assert file.read_text("utf-8") == "a trois\nquatre\n"


def test_a_file_without_mend_is_not_written(file: Path) -> None:
    before = file.stat().st_mtime_ns
    assert mend(file.parent.parent, [Diagnostic(Span(ENTRY), "C103", Severity.ERROR, "Faute.")]) == []
    assert file.stat().st_mtime_ns == before


def test_a_file_whose_syntax_is_at_fault_is_only_written_again(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfun\r\ndeux\r\n")
    syntax = Diagnostic(Span(ENTRY, 2), "S110", Severity.ERROR, "Illisible.")
    mark = found(Edit.rewriting(ENTRY), code="S102")
    done = mend(file.parent.parent, [mark, found(edit(1, 1, 3, "1")), syntax])
    assert [one.diagnostic.code for one in done] == ["S102"]
    assert file.read_bytes() == b"un\ndeux\n"


def test_a_file_of_another_encoding_is_left_alone(file: Path) -> None:
    file.write_bytes("né\n".encode("latin-1"))
    assert mend(file.parent.parent, [found(edit(1, 1, 2, "m"))]) == []
    assert file.read_bytes() == b"n\xe9\n"


def test_a_mended_file_keeps_its_rights_and_its_control_characters(file: Path) -> None:
    file.write_bytes(b"un\x07 deux\n")
    file.chmod(0o640)
    mend(file.parent.parent, [found(edit(1, 5, 9, "2"))])
    assert file.read_bytes() == b"un\x07 2\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["essai.md"]


def test_a_file_with_many_faults_is_mended_of_what_is_safe_and_of_nothing_else(
    small_kit: Path, diagnose: Diagnose
) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", "id: essai")
    text = text.replace("[transparence]", "[Redevabilité, transparance]").replace(
        "## Contexte", "## Le contexte"
    )
    text = text.replace("phases: [publier]\n", "").replace("nom:", "phases: [publier]\n# Le nom.\nnom:")
    (small_kit / ENTRY).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    pipeline.mend(small_kit, lambda _: True)
    assert [brief(one) for one in diagnose(small_kit)] == ["C103 7:24"]
    mended = (small_kit / ENTRY).read_bytes().decode()
    assert mended.startswith("---\nid: essai\n# Le nom.\nnom: Syndicat d'Exemple\nresume:")
    assert "enjeux: [transparence, transparance]\nphases: [publier]\npublie_le:" in mended
    assert "\n## Contexte\n" in mended


def test_thousands_of_mends_of_one_file_are_made_in_one_go(file: Path) -> None:
    file.write_text("• a\n" * 20_000, "utf-8")
    every = [found(edit(line, 1, 2, "-")) for line in range(1, 20_001)]
    done = mend(file.parent.parent, every)
    assert (len(done), done[-1].before, done[-1].after) == (20_000, ("• a",), ("- a",))
    assert file.read_text("utf-8") == "- a\n" * 20_000


def test_a_mend_that_would_spoil_the_writing_is_not_made(file: Path) -> None:
    file.write_text("---\nid: essai\n---\n", "utf-8")
    assert mend(file.parent.parent, [found(edit(2, 5, 10, '"essai'))]) == []
    assert file.read_text("utf-8") == "---\nid: essai\n---\n"


@pytest.mark.parametrize("written", ["|\n  Redevabilité\n", ">-\n  Redevabilité\n"])
def test_a_term_written_as_a_block_is_left_to_its_author(
    written: str, small_kit: Path, diagnose: Diagnose
) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    text = text.replace("enjeux: [transparence]\n", f"enjeux:\n  - {written.replace('  R', '    R')}")
    (small_kit / "atd_offers/exemple.md").write_text(text, "utf-8")
    assert [(one.code, one.edits) for one in diagnose(small_kit)] == [("C103", ())]
