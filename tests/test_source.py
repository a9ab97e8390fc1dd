from pathlib import Path

import pytest

from generator.diagnostic import MOST
from generator.layout import MAX_FILE_BYTES
from generator.nodes import Mapping
from generator.source import Document, from_bytes, read
from tests.conftest import MINIMAL


def document(text: str | bytes, path: str = "a.md") -> Document:
    return from_bytes(path, text if isinstance(text, bytes) else text.encode())


def noted(found: Document) -> list[tuple[str, int, int]]:
    return [(fault.cause, fault.span.line, fault.span.column) for fault in found.faults]


def test_a_markdown_file_is_a_head_and_a_body() -> None:
    found = document("---\nid: a\n---\n\n## b\n")
    assert found.fields is not None
    assert [(key.text, key.span.line) for key, _ in found.fields.pairs] == [("id", 2)]
    assert found.text[found.body_start :] == found.body
    assert found.body.strip() == "## b"


@pytest.mark.parametrize(
    "text", ["---\n\n\nid: a\n---\n", "---   \n\n\nid: a\n---\n", "----\n\n\nid: a\n----\n"]
)
def test_blank_lines_before_the_first_field_count(text: str) -> None:
    fields = document(text).fields
    assert fields is not None
    assert fields.pairs[0][0].span.line == 4


def test_a_line_of_hyphens_in_the_body_cuts_nothing() -> None:
    found = document("---\nid: a\n---\nun\n\n---\n\ndeux\n")
    assert found.body.strip() == "un\n\n---\n\ndeux"
    assert found.faults == ()


def test_a_yaml_file_is_all_head() -> None:
    found = document("id: a\nnom: b\n", "a.yml")
    assert (found.is_markdown, found.body) == (False, "")
    assert found.fields is not None
    assert [key.text for key, _ in found.fields.pairs] == ["id", "nom"]


def test_a_file_with_a_capital_suffix_is_read_as_the_others() -> None:
    assert document("---\nid: a\n---\n\n## b\n", "A.MD").faults == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty_file", 1, 1)),
        (" \n\n", ("empty_file", 1, 1)),
        ("# Titre\n", ("no_head", 1, 1)),
        ("\n---\nid: a\n---\n", ("no_head", 1, 1)),
        ("---\nid: a\n", ("head_not_closed", 1, 1)),
        ("---\n---\n", ("empty_head", 1, 1)),
        ("---\n# rien\n---\n", ("empty_head", 1, 1)),
        ("---\n- a\n---\n", ("not_a_mapping", 2, 1)),
        ("---\nid: a\nid: b\n---\n", ("duplicate_key", 3, 1)),
    ],
)
def test_a_fault_of_the_head_is_noted_once_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert noted(document(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nid: a\n--\n\n## b\n", [("head_not_closed", 3, 1)]),
        ("---\nid: a\n\n## b\n", [("head_not_closed", 1, 1)]),
        ("---\nid: a\n\nUn texte.\n\n## b\n", [("head_not_closed", 1, 1)]),
        ("---\nid: a\n\n## b\n\nUn texte.\n\n---\n\nUn autre.\n", [("head_not_closed", 1, 1)]),
        ("—\nid: a\n---\n\n## b\n", [("no_head", 1, 1)]),
        ("\n---\nid: a\n---\n\n## b\n", [("no_head", 1, 1)]),
        ("id: a\n---\n\n## b\n", [("no_head", 1, 1)]),
        ("--\nid: a\n--\n\n## b\n", [("no_head", 1, 1), ("head_not_closed", 3, 1)]),
    ],
)
def test_a_head_between_wrong_lines_is_read(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = document(text)
    assert noted(found) == expected
    assert found.fields is not None
    assert [key.text for key, _ in found.fields.pairs] == ["id"]
    assert found.body.rstrip().endswith(text.rstrip()[-4:])
    assert found.text[found.body_start :] == found.body


def test_a_head_that_may_not_be_one_is_not_read() -> None:
    found = document("---\nid: a\nUn texte que rien ne sépare du champ.\n")
    assert noted(found) == [("head_not_closed", 1, 1)]
    assert (found.fields, found.body) == (None, "")


def test_a_head_that_is_no_mapping_has_no_field() -> None:
    assert document("---\n- a\n---\n").fields is None


def test_another_encoding_is_noted_at_the_first_wrong_character_and_the_rest_is_read() -> None:
    found = document("---\nid: a\nnom: Évry été\n---\n".encode("cp1252"))
    assert noted(found) == [("wrong_encoding", 3, 6)]
    assert found.fields is not None
    assert found.text.split("\n")[2] == "nom: Évry été"


def test_the_column_of_a_wrong_character_counts_the_characters_before_it() -> None:
    assert noted(document("été ".encode() + b"\xe9", "a.yml"))[0] == ("wrong_encoding", 1, 5)


def test_a_byte_order_mark_is_removed_and_noted() -> None:
    found = document("\ufeff---\nid: a\n---\n")
    assert noted(found) == [("byte_order_mark", 1, 1)]
    assert found.text.startswith("---")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read_and_noted_once(end: str) -> None:
    found = document(f"---{end}id: a{end}---{end}")
    assert noted(found) == [("carriage_return", 1, 4)]
    assert found.text == "---\nid: a\n---\n"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\u2028", "\u2029"])
def test_a_control_character_is_noted_with_its_code_and_hidden(character: str) -> None:
    found = document(f"---\nid: a\nnom: é{character}b{character}\n---\n")
    assert noted(found) == [("control_character", 3, 7), ("control_character", 3, 9)]
    assert found.faults[0].values == {"code": f"{ord(character):04X}", "count": "1"}
    assert isinstance(found.head, Mapping)


def test_control_characters_that_follow_each_other_are_noted_once() -> None:
    found = document("---\nid: a\n---\nUn\x00\x07\x00deux\n\x1b\n")
    assert noted(found) == [("control_character", 4, 3), ("control_character", 5, 1)]
    assert (found.faults[0].values["count"], found.faults[0].span.end_column) == ("3", 6)


def test_a_text_full_of_control_characters_is_noted_in_no_more_places_than_are_shown() -> None:
    assert len(document("a\x00" * 2_000).faults) <= MOST + 2


@pytest.mark.parametrize("character", ["\x85", "\x80", "\x9f"])
def test_a_c1_control_character_is_noted_as_the_others(character: str) -> None:
    assert noted(document(f"---\nid: a\nnom: é{character}b\n---\n")) == [("control_character", 3, 7)]


def test_a_file_is_read_by_its_path_in_the_kit() -> None:
    found = read(MINIMAL, "atd_offers/exemple.md")
    assert (found.path, found.faults) == ("atd_offers/exemple.md", ())


def test_an_absent_file_is_unreadable() -> None:
    assert [fault.cause for fault in read(MINIMAL, "atd_offers/absent.md").faults] == ["unreadable"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert [fault.cause for fault in read(tmp_path, "a.md").faults] == ["unreadable"]


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "vrai.md").write_text("---\nid: a\n---\n", "utf-8")
    (tmp_path / "a.md").symlink_to("vrai.md")
    assert noted(read(tmp_path, "a.md")) == [("symbolic_link", 1, 1)]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dehors").mkdir()
    (tmp_path / "dehors/a.md").write_text("---\nid: a\n---\n", "utf-8")
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit/fiches").symlink_to(tmp_path / "dehors")
    assert noted(read(tmp_path / "kit", "fiches/a.md")) == [("symbolic_link", 1, 1)]


def test_a_kit_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "vrai/a.md").write_text("---\nid: a\n---\n", "utf-8")
    (tmp_path / "lien").symlink_to(tmp_path / "vrai")
    assert read(tmp_path / "lien", "a.md").faults == ()


def test_a_file_too_large_to_be_an_entry_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * (MAX_FILE_BYTES + 1), "utf-8")
    found = read(tmp_path, "a.md")
    assert (noted(found), found.text) == ([("too_large", 1, 1)], "")


def test_the_start_of_a_document_is_its_first_line() -> None:
    start = document("---\nid: a\n---\n").start
    assert (start.line, start.column, start.end_line, start.end_column) == (1, 1, 1, 4)
