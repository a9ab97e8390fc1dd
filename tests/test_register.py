from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostic import Diagnostic
from generator.layout import ADDRESSES
from generator.register import HEADER, RegisterError, missing, read_register, record

Diagnose = Callable[[Path], list[Diagnostic]]


def written(root: Path, content: str | bytes) -> Path:
    file = root / ADDRESSES
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def noted(root: Path) -> list[tuple[str, int, int]]:
    return [(fault.cause, fault.span.line, fault.span.column) for fault in read_register(root).faults]


def test_a_kit_may_have_no_register_yet(tmp_path: Path) -> None:
    found = read_register(tmp_path)
    assert (found.document, found.text, found.lines, found.faults) == (None, "", (), ())


def test_each_line_is_an_address_with_its_place_comments_and_blank_lines_apart(tmp_path: Path) -> None:
    written(tmp_path, "# Les offres.\n\noffres/a/\n  offres/b/ \n")
    lines = read_register(tmp_path).lines
    assert [line.address for line in lines] == ["offres/a/", "offres/b/"]
    assert [(line.span.line, line.span.column, line.span.end_column) for line in lines] == [
        (3, 1, 10),
        (4, 3, 12),
    ]


def test_a_line_that_is_no_address_is_a_fault_and_the_others_are_kept(tmp_path: Path) -> None:
    written(tmp_path, "offres/a\noffres/b/\n")
    assert noted(tmp_path) == [("not_an_address", 1, 1)]
    assert [line.address for line in read_register(tmp_path).lines] == ["offres/b/"]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"\xef\xbb\xbfoffres/a/\n", "byte_order_mark"),
        (b"offres/a/\r\n", "carriage_return"),
        (b"offres/a/\n# \xe9t\xe9\n", "wrong_encoding"),
    ],
)
def test_the_register_is_read_as_the_other_files(tmp_path: Path, content: bytes, cause: str) -> None:
    written(tmp_path, content)
    assert [found for found, _, _ in noted(tmp_path)] == [cause]
    assert [line.address for line in read_register(tmp_path).lines] == ["offres/a/"]


def test_an_empty_register_is_no_fault(tmp_path: Path) -> None:
    written(tmp_path, "")
    assert noted(tmp_path) == []


def test_a_linked_register_is_refused_even_when_it_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / ADDRESSES).symlink_to("ailleurs.txt")
    assert noted(tmp_path) == [("symbolic_link", 1, 1)]


def test_new_addresses_come_sorted_each_once() -> None:
    assert missing("offres/b/\n", ["offres/c/", "offres/b/", "offres/a/", "offres/c/"]) == (
        "offres/a/\noffres/c/\n"
    )


def test_nothing_is_missing_from_a_register_that_holds_more() -> None:
    assert missing("# Une note.\noffres/b/\n  offres/a/\n", ["offres/a/"]) == ""
    assert missing("", []) == ""


def test_a_commented_address_is_not_a_known_one() -> None:
    assert missing("# offres/a/\n", ["offres/a/"]) == "offres/a/\n"


def test_a_last_line_without_its_end_is_ended_first() -> None:
    assert missing("offres/a/", ["offres/b/"]) == "\noffres/b/\n"


def test_a_new_register_explains_itself(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    record(tmp_path, missing("", ["offres/a/"]))
    assert (tmp_path / ADDRESSES).read_text("utf-8") == f"{HEADER}offres/a/\n"
    assert [line.address for line in read_register(tmp_path).lines] == ["offres/a/"]


def test_what_stands_in_the_register_is_left_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, "  offres/z/\n# Une note : été.\n\n")
    record(tmp_path, "offres/a/\n")
    assert file.read_bytes() == "  offres/z/\n# Une note : été.\n\noffres/a/\n".encode()


def test_nothing_new_touches_nothing(tmp_path: Path) -> None:
    record(tmp_path, "")
    assert not (tmp_path / ADDRESSES).exists()


def test_a_register_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / ADDRESSES).mkdir(parents=True)
    with pytest.raises(RegisterError, match=r"le site est en place, mais « kit/adresses\.txt »"):
        record(tmp_path, "offres/a/\n")


def codes(found: list[Diagnostic]) -> list[str]:
    return [diagnostic.code for diagnostic in found]


def lose(root: Path) -> Path:
    """Publish `exemple` and another, which has gone since."""
    written(root, "offres/exemple/\noffres/parti/\n")
    return root


def test_a_lost_address_is_not_blamed_while_a_file_is_unread(small_kit: Path, diagnose: Diagnose) -> None:
    (lose(small_kit) / "atd_offers/autre.md").touch()
    assert codes(diagnose(small_kit)) == ["S105"]


def test_a_lost_address_is_not_blamed_while_a_canevas_is_broken(small_kit: Path, diagnose: Diagnose) -> None:
    canevas = lose(small_kit) / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("title: Offre\n", ""), "utf-8")
    assert "R110" not in codes(diagnose(small_kit))


@pytest.mark.parametrize(
    ("name", "code"), [("atd_offers/parti.docx", "F104"), ("atd_offers/Parti.md", "F103")]
)
def test_a_file_that_makes_no_page_is_said_by_its_own_rule(
    small_kit: Path, diagnose: Diagnose, name: str, code: str
) -> None:
    text = (lose(small_kit) / "atd_offers/exemple.md").read_text("utf-8")
    written(small_kit, f"offres/{Path(name).stem}/\n")
    (small_kit / name).write_text(text.replace("id: exemple", "id: autre"), "utf-8")
    assert code in codes(diagnose(small_kit))
    assert "R110" not in codes(diagnose(small_kit))


def test_a_folder_of_another_name_is_said_once_for_all_its_addresses(
    small_kit: Path, diagnose: Diagnose
) -> None:
    written(small_kit, "offres/exemple/\n")
    for name in ("kit/offres", "kit/ofres"):
        (small_kit / name).mkdir()
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8").replace("x-dossier: atd_offers", "x-dossier: kit/offres")
    canevas.write_text(text, "utf-8")
    (small_kit / "content/index.md").write_text(
        "---\ntitle: Essai\ndescription: Une page écrite pour les tests.\n---\n"
    )
    (small_kit / "atd_offers/exemple.md").rename(small_kit / "kit/ofres/exemple.md")
    assert codes(diagnose(small_kit)) == ["F110"]


def test_all_the_addresses_of_a_kind_that_is_gone_are_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    written(small_kit, "offres/exemple/\n" + "".join(f"offres/n{rank}/\n" for rank in range(300)))
    (small_kit / "atd_offers/exemple.md").unlink()
    (small_kit / "content/index.md").write_text(
        "---\ntitle: Essai\ndescription: Une page écrite pour les tests.\n---\n"
    )
    (found,) = diagnose(small_kit)
    assert (found.code, found.span.line) == ("R110", 1)
    assert "301 adresses publiées" in found.message


def test_the_entry_whose_id_is_near_is_proposed(small_kit: Path, diagnose: Diagnose) -> None:
    written(small_kit, "offres/exemples/\noffres/zzz/\n")
    near, far = diagnose(small_kit)
    assert "« anciens_ids: [exemples] » dans « atd_offers/exemple.md »" in near.hint
    assert "exemple.md" not in far.hint
