"""Files spoilt by accident or made to harm: each has its diagnostic at its place, never an exception, and
the rest of the kit is read in the same run.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostic import Diagnostic
from generator.kit import gather
from generator.layout import MAX_FILE_BYTES
from tests.conftest import MINIMAL, brief

Diagnose = Callable[[Path], list[Diagnostic]]

ENTRY = "atd_offers/essai.md"
YAML_ENTRY = "atd_offers/essai.yml"
EXAMPLE = "atd_offers/exemple.md"
OFFER = "kit/canevas/offre.yml"
SHARED = "kit/canevas/_communs.yml"
ENJEUX = "kit/vocabulaires/enjeux.yml"
CONFIG = "mkdocs.yml"

VALID = (MINIMAL / EXAMPLE).read_bytes().replace(b"id: exemple", b"id: essai")
HEAD = VALID.split(b"---\n")[1]
BODY = VALID.split(b"---\n")[2]
SECTIONS = b"contexte: Douze communes.\nobjectifs: Tout publier.\n"
NAME = b"nom: Syndicat d'Exemple"
TEXT = b"Le syndicat aide douze communes."

BOM = b"\xef\xbb\xbf"


def swap(old: bytes, new: bytes, whole: bytes = VALID) -> bytes:
    """Give the valid entry with one thing changed."""
    assert whole.count(old) == 1
    return whole.replace(old, new)


def add_field(line: bytes) -> bytes:
    """Give the valid entry with one more line at the end of its head: line 9."""
    return swap(b"publie_le: 2026-11-22\n", b"publie_le: 2026-11-22\n" + line + b"\n")


def put(root: Path, path: str, content: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def said(found: list[Diagnostic], path: str = ENTRY) -> list[str]:
    """Give the diagnostics as `CODE line:column`, once sure that they are all about one file."""
    assert {diagnostic.span.path for diagnostic in found} <= {path}
    return [brief(diagnostic) for diagnostic in found]


def reads_example(root: Path) -> bool:
    return ("offre", "exemple") in gather(root).by_key


def survey(root: Path, diagnose: Diagnose, path: str = ENTRY) -> list[str]:
    """Give what is said of one file, once sure that the other entry is read all the same."""
    found = diagnose(root)
    assert reads_example(root)
    return said(found, path)


# --- Bytes -------------------------------------------------------------------------------------------

SPOILT_BYTES = {
    "empty": (b"", ["S105 1:1"]),
    "only spaces": (b"  \n\t\n \n", ["S105 1:1"]),
    "only a byte order mark": (BOM, ["S105 1:1", "S102 1:1"]),
    "byte order mark": (BOM + VALID, ["S102 1:1"]),
    "windows line ends": (VALID.replace(b"\n", b"\r\n"), ["S103 1:4"]),
    "old mac line ends": (VALID.replace(b"\n", b"\r"), ["S103 1:4"]),
    "byte order mark and windows line ends": (
        BOM + VALID.replace(b"\n", b"\r\n"),
        ["S102 1:1", "S103 1:4"],
    ),
    "one windows line end in the text": (swap(TEXT, TEXT + b"\r"), ["S103 13:33"]),
    "latin-1": (VALID.decode().encode("latin-1"), ["S101 4:24"]),
    "nul": (swap(NAME, b"nom: Syn\x00dicat"), ["S104 3:9"]),
    "nul in the text": (swap(TEXT, b"Le syn\x00dicat"), ["S104 13:7"]),
    "escape sequence of a terminal": (swap(TEXT, b"Le \x1b[31msyndicat"), ["S104 13:4"]),
    "unicode line separator": (swap(NAME, "nom: Syn\u2028dicat".encode()), ["S104 3:9"]),
    "a byte that is not utf-8": (swap(TEXT, b"Le syn\xffdicat"), ["S101 13:7"]),
    "a lone surrogate": (swap(TEXT, b"Le syn\xed\xa0\x80dicat"), ["S101 13:7"]),
    "an overlong encoding": (swap(TEXT, b"Le syn\xc0\xafdicat"), ["S101 13:7"]),
    "a character cut at the end": (VALID + b"\xc3", ["S101 18:1"]),
    "no line end at the end": (VALID.rstrip(b"\n"), []),
}


@pytest.mark.parametrize(("content", "expected"), SPOILT_BYTES.values(), ids=SPOILT_BYTES)
def test_spoilt_bytes_are_shown_at_their_place(
    content: bytes, expected: list[str], small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, content)
    assert survey(small_kit, diagnose) == expected


def test_a_file_of_ten_megabytes_is_refused_unread(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, b"[" * 10_000_000)
    assert survey(small_kit, diagnose) == ["F102 1:1"]


def test_a_file_at_the_limit_is_read(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, VALID + b"a" * (MAX_FILE_BYTES - len(VALID)))
    assert survey(small_kit, diagnose) == []


@pytest.mark.parametrize(
    "character",
    [
        pytest.param("\x85", id="next line, which libyaml counts as a line end"),
        pytest.param("\x91", id="control of the second set"),
        pytest.param("\uffff", id="not a character"),
    ],
)
def test_a_rare_control_character_is_shown_at_its_place(
    character: str, small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, swap(NAME, f"nom: Syn{character}dicat".encode()))
    assert survey(small_kit, diagnose) == ["S104 3:9"]


def test_a_control_character_written_as_an_escape_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(NAME, b'nom: "Syn\\0dicat"'))
    assert survey(small_kit, diagnose) == ["S104 3:6"]


def test_another_encoding_is_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, VALID.decode().encode("utf-16"))
    assert survey(small_kit, diagnose) == ["S101 1:1"]


def test_one_bad_byte_does_not_lengthen_the_other_fields(small_kit: Path, diagnose: Diagnose) -> None:
    content = swap(NAME, b"nom: " + "é".encode() * 60)
    put(small_kit, ENTRY, swap(TEXT, b"Le syn\xffdicat", content))
    assert survey(small_kit, diagnose) == ["S101 13:7"]


# --- Heads -------------------------------------------------------------------------------------------

SPOILT_HEADS = {
    "absent": (b"# Notre offre\n", ["S106 1:1"]),
    "after an empty line": (b"\n" + VALID, ["S106 1:1"]),
    "not closed": (b"---\n" + HEAD + BODY, ["S107 1:1"]),
    "without a line": (b"---\n---\n" + BODY, ["S108 1:1"]),
    "only comments": (b"---\n# id: essai\n---\n" + BODY, ["S108 1:1"]),
    "a list": (b"---\n- id: essai\n---\n" + BODY, ["S114 2:1"]),
    "a scalar": (b"---\n\nessai\n---\n" + BODY, ["S114 3:1"]),
    "indented with a tab": (add_field(b"contact:\n\tfonction: Accueil"), ["S109 10:1"]),
    "a key that is a list": (add_field(b"? [a, b]\n: c"), ["S110 9:3"]),
    "a key that is a group": (add_field(b"{ a: b }: c"), ["S110 9:1"]),
    "a key that is a number": (add_field(b"12: c"), ["C102 9:1"]),
    "a key that is a boolean": (add_field(b"true: c"), ["C102 9:1"]),
    "a key that is null": (add_field(b"~: c"), ["C102 9:1"]),
    "a merge key": (add_field(b"<<: { nom: Autre }"), ["C102 9:1"]),
    "a python object": (add_field(b"nombre: !!python/object/apply:os.abort 12"), ["S112 9:9"]),
    "100,000 nested lists": (swap(b"[transparence]", b"[" * 100_000), ["S113 6:20"]),
    "40,000 nested groups": (add_field(b"contact: " + b"{ a: " * 40_000), ["S113 9:65"]),
    "20,000 nested dashes": (swap(b"[transparence]", b"\n  " + b"- " * 20_000 + b"x"), ["S113 7:25"]),
    "a title of 200,000 characters": (swap(NAME, b"nom: " + b"a" * 200_000), ["C108 3:6"]),
    "a key of 1,000 characters": (add_field(b"a" * 1_000 + b": b"), ["C102 9:1"]),
    "a number of 10,000 digits": (add_field(b"nombre: " + b"9" * 10_000), ["C104 9:9"]),
    "html in the title": (swap(NAME, b"nom: Syndicat <script>alert(1)</script>"), ["T101 3:6"]),
}


@pytest.mark.parametrize(("content", "expected"), SPOILT_HEADS.values(), ids=SPOILT_HEADS)
def test_a_spoilt_head_is_shown_at_its_place(
    content: bytes, expected: list[str], small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, content)
    assert survey(small_kit, diagnose) == expected


SPOILT_YAML_FILES = {
    "a list": (b"- id: essai\n", ["S114 1:1"]),
    "a scalar": (b"true\n", ["S114 1:1"]),
    "only comments": (b"# id: essai\n", ["S108 1:1"]),
    "100,000 nested lists": (b"[" * 100_000, ["S113 1:13"]),
    "a second document": (HEAD + SECTIONS + b"---\nid: landes\n", ["S115 10:1"]),
    "a head closed as in markdown": (b"---\n" + HEAD + SECTIONS + b"---\n", ["S115 11:1"]),
    "an unknown version of yaml": (b"%YAML 3.0\n---\n" + HEAD + SECTIONS, ["S129 1:1"]),
}


@pytest.mark.parametrize(("content", "expected"), SPOILT_YAML_FILES.values(), ids=SPOILT_YAML_FILES)
def test_a_spoilt_yaml_file_is_shown_at_its_place(
    content: bytes, expected: list[str], small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, YAML_ENTRY, content)
    assert survey(small_kit, diagnose, YAML_ENTRY) == expected


def billion_laughs(depth: int, width: int) -> bytes:
    """Give levels that each name the one above `width` times: resolved, they would be `width ** depth`."""
    levels = [b"a0: &a0 ha"]
    levels += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * width)) for n in range(1, depth)]
    return b"\n".join(levels)


def test_a_thousand_aliases_are_refused_and_never_resolved(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, add_field(billion_laughs(101, 10)))
    found = [line for line in survey(small_kit, diagnose) if line.startswith("S112")]
    assert found[:4] == ["S112 9:5", "S112 10:5", "S112 10:10", "S112 11:5"]
    assert len(found) == 101 + 100  # each anchor, and each alias the first time


def test_an_alias_is_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, add_field(b"portail: *ailleurs"))
    assert survey(small_kit, diagnose) == ["S112 9:10"]


UNCLOSED = {
    "list": (swap(b"[transparence]", b"[transparence"), ["S123 6:9"]),
    "missing colon": (swap(NAME, b"nom Syndicat"), ["S122 3:1"]),
}


@pytest.mark.parametrize(("content", "expected"), UNCLOSED.values(), ids=UNCLOSED)
def test_what_is_left_open_is_shown_where_it_opens(
    content: bytes, expected: list[str], small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, content)
    assert survey(small_kit, diagnose) == expected


UNREADABLE = b"[" * 20


def test_a_text_whose_head_is_unreadable_is_checked_all_the_same(small_kit: Path, diagnose: Diagnose) -> None:
    body = swap(b"## Objectifs", b"## Objectif\n\n# Notre but\n\n![](x.png) <b>Publier</b>")
    put(small_kit, ENTRY, body.replace(b"[transparence]", UNREADABLE))
    assert survey(small_kit, diagnose) == ["S113 6:20", "C203 15:1", "T103 17:1", "T102 19:1", "T101 19:12"]


def test_what_is_missing_from_an_unreadable_head_is_not_said(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(b"[transparence]", UNREADABLE))
    assert survey(small_kit, diagnose) == ["S113 6:20"]


def test_an_entry_may_be_named_whose_head_is_unreadable(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, "atd_offers/casse.md", swap(b"[transparence]", UNREADABLE))
    put(small_kit, ENTRY, add_field(b"allies: [casse, autre-id]"))
    found = diagnose(small_kit)
    assert [f"{one.span.path} {brief(one)}" for one in found] == [
        "atd_offers/casse.md S113 6:20",
        "atd_offers/essai.md R102 9:17",
    ]


def test_faults_of_writing_do_not_hide_the_others(small_kit: Path, diagnose: Diagnose) -> None:
    content = VALID.replace(NAME, b"nom: Une offre : la n\xc3\xb4tre")
    content = content.replace(b"statut: publiee", b'statut: "publie')
    content = content.replace(b"[transparence]", b"[transparance")
    content = content.replace(b"phases: [publier]", b"phases:\n\t- publier")
    put(small_kit, ENTRY, content.replace(b"## Contexte", b"## Contexte <br>"))
    found = ["S117 3:16", "S116 5:9", "C103 5:9", "S123 6:9", "C103 6:10", "S109 8:1", "T101 12:13"]
    assert survey(small_kit, diagnose) == found


def test_a_field_whose_value_is_given_up_is_neither_missing_nor_empty(
    small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, swap(b"[transparence]", b"[a: {b: c]: d}"))
    assert survey(small_kit, diagnose) == ["S110 6:1"]


def test_both_lines_of_hyphens_mistyped_are_told(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, VALID.replace(b"---\n", b"--\n"))
    assert survey(small_kit, diagnose) == ["S106 1:1", "S107 9:1"]


def test_a_head_that_is_not_closed_is_read(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, b"---\n" + HEAD.replace(b"[transparence]", b"[transparance]") + BODY)
    assert survey(small_kit, diagnose) == ["S107 1:1", "C103 6:10"]


def test_an_error_at_the_end_is_shown_inside_the_file(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, YAML_ENTRY, HEAD + SECTIONS + b"anciens_ids: [\n")
    assert survey(small_kit, diagnose, YAML_ENTRY) == ["S123 10:14"]


# --- Bodies ------------------------------------------------------------------------------------------

SPOILT_BODIES = {
    "a line of three hyphens": (VALID + b"\n---\n\nEncore.\n\n---\n\nEt encore.\n", []),
    "three hyphens in a block of code": (swap(TEXT, b"```\n---\nid: autre\n---\n```"), []),
    "a line of 200,000 characters": (swap(TEXT, b"a" * 200_000), ["T111 11:1"]),
    "a section twice": (VALID + b"\n## Contexte\n\nEncore.\n", ["C204 19:1"]),
    "html in a section's title": (swap(b"## Contexte", b"## Contexte<br>"), ["T101 11:12"]),
    "html that is not closed": (swap(TEXT, b"a <script"), []),
    "50,000 open brackets": (swap(TEXT, b"[" * 50_000), ["T111 11:1"]),
    "50,000 open images": (swap(TEXT, b"![" * 50_000), ["T111 11:1"]),
    "30,000 emphases": (swap(TEXT, b"*a _b " * 15_000), []),
    "60,000 emphases": (swap(TEXT, b"*a _b " * 30_000), ["F114 13:149995"]),
    "backticks of every length": (swap(TEXT, b" ".join(b"`" * n for n in range(1, 500))), ["T111 11:1"]),
    "a table of 2,000 columns": (swap(TEXT, b"|" * 2_000 + b"\n" + b"-|" * 2_000), ["T111 11:1"]),
    "5,000 footnotes in a chain": (
        swap(TEXT, b"[^0]\n\n" + b"".join(b"[^%d]: [^%d]\n\n" % (n, n + 1) for n in range(5_000))),
        [],
    ),
}


@pytest.mark.parametrize(("content", "expected"), SPOILT_BODIES.values(), ids=SPOILT_BODIES)
def test_a_spoilt_body_is_shown_at_its_place(
    content: bytes, expected: list[str], small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, ENTRY, content)
    assert survey(small_kit, diagnose) == expected


def test_a_deeply_nested_quotation_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(TEXT, b">" * 20_000 + b" x y"))
    assert [line.split()[1] for line in survey(small_kit, diagnose)] == ["13:21"]


def test_a_text_before_the_sections_is_shown_on_its_line(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(b"\n## Contexte", b"   \nBonjour.\n\n## Contexte"))
    assert survey(small_kit, diagnose) == ["C206 11:1"]


def test_an_email_between_angle_brackets_is_a_valid_link(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(TEXT, b"Ecrivez a <donnees@exemple.fr>."))
    assert survey(small_kit, diagnose) == []


def test_a_link_without_a_target_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(TEXT, b"Voir [la fiche]()."))
    assert survey(small_kit, diagnose) == ["R103 13:6"]


# --- Files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target", ["exemple.md", "../content/index.md", "/etc/passwd", "rien.md", "essai.md"]
)
def test_a_symbolic_link_is_refused_wherever_it_leads(
    target: str, small_kit: Path, diagnose: Diagnose
) -> None:
    (small_kit / ENTRY).symlink_to(target)
    assert survey(small_kit, diagnose) == ["F101 1:1"]


def test_a_folder_linked_to_the_outside_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    outside = small_kit.with_name("dehors")
    (small_kit / "atd_offers").rename(outside)
    (small_kit / "atd_offers").symlink_to(outside)
    assert not reads_example(small_kit)
    assert "F101 1:1" in [brief(found) for found in diagnose(small_kit)]


def test_a_folder_linked_inside_the_kit_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    (small_kit / "atd_offers").rename(small_kit / "fiches")
    (small_kit / "atd_offers").symlink_to("fiches")
    assert "F101 1:1" in [brief(found) for found in diagnose(small_kit)]


def test_a_folder_linked_to_nothing_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    shutil.rmtree(small_kit / "atd_offers")
    (small_kit / "atd_offers").symlink_to("rien")
    assert "F101 1:1" in [brief(found) for found in diagnose(small_kit)]


def test_a_kit_reached_by_a_link_is_read(small_kit: Path, diagnose: Diagnose) -> None:
    link = small_kit.with_name("lien")
    link.symlink_to(small_kit)
    assert survey(link, diagnose) == []


def test_a_pipe_is_refused_without_waiting(small_kit: Path, diagnose: Diagnose) -> None:
    os.mkfifo(small_kit / ENTRY)
    assert survey(small_kit, diagnose) == ["F105 1:1"]


def test_a_pipe_among_the_pages_is_refused_without_waiting(small_kit: Path, diagnose: Diagnose) -> None:
    os.mkfifo(small_kit / "content/essai.md")
    assert survey(small_kit, diagnose, "content/essai.md") == ["F105 1:1"]


def test_a_folder_linked_among_the_pages_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    (small_kit / "content/ailleurs").symlink_to("/etc")
    assert survey(small_kit, diagnose, "content/ailleurs") == ["F101 1:1"]


def test_a_folder_named_as_an_entry_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    (small_kit / ENTRY).mkdir()
    assert survey(small_kit, diagnose) == ["F105 1:1"]


def test_an_unreadable_file_is_shown(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, VALID)
    (small_kit / ENTRY).chmod(0)
    if os.access(small_kit / ENTRY, os.R_OK):
        pytest.skip("root lit tout")
    assert survey(small_kit, diagnose) == ["F105 1:1"]


def test_a_file_that_vanishes_while_it_is_read_is_shown(
    small_kit: Path, diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(small_kit, ENTRY, VALID)
    whole = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "essai.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert survey(small_kit, diagnose) == ["F105 1:1"]


def test_a_sub_folder_is_shown(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, "atd_offers/landes/alpi.md", VALID)
    assert survey(small_kit, diagnose, "atd_offers/landes") == ["F104 1:1"]


BAD_NAMES = ["Été à Dax.md", "ESSAI.md", "un espace.md", "un_trait.md", "-rf.md", "deux\nlignes.md", "🌊.md"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_badly_named_file_is_shown_and_read(name: str, small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, f"atd_offers/{name}", swap(NAME, b"nom: S"))
    found = survey(small_kit, diagnose, f"atd_offers/{name}")
    assert found[0] == "F103 1:1"
    assert found[-1] == "C108 3:6"


def test_a_name_that_is_not_utf_8_is_shown(small_kit: Path, diagnose: Diagnose) -> None:
    name = os.fsdecode(b"atd_offers/d\xe9partement.md")
    put(small_kit, name, VALID)
    assert survey(small_kit, diagnose, name)[0] == "F103 1:1"


def test_a_badly_named_file_is_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, "atd_offers/Été à Dax.md", swap(b"id: essai", b"id: ete-a-dax"))
    assert survey(small_kit, diagnose, "atd_offers/Été à Dax.md") == ["F103 1:1"]


def test_a_suffix_in_upper_case_is_read_as_markdown(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, "atd_offers/essai.MD", VALID)
    assert survey(small_kit, diagnose, "atd_offers/essai.MD") == ["F103 1:1"]


# --- Identifiers -------------------------------------------------------------------------------------


def test_the_same_entry_in_markdown_and_in_yaml_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, VALID)
    put(small_kit, YAML_ENTRY, HEAD + SECTIONS)
    assert survey(small_kit, diagnose, YAML_ENTRY) == ["R101 1:5"]


def test_a_copy_under_a_later_name_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, "atd_offers/suite.md", swap(b"id: essai", b"id: exemple"))
    assert survey(small_kit, diagnose, "atd_offers/suite.md") == ["R101 2:5"]


def test_a_copy_under_an_earlier_name_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(b"id: essai", b"id: exemple"))
    assert survey(small_kit, diagnose) == ["R101 2:5"]


def test_an_ill_formed_identifier_is_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(b"id: essai", b"id: Essai"))
    assert survey(small_kit, diagnose) == ["C105 2:5"]


def test_an_empty_recommended_field_is_said_once(small_kit: Path, diagnose: Diagnose) -> None:
    put(small_kit, ENTRY, swap(b"publie_le: 2026-11-22", b"publie_le:"))
    assert survey(small_kit, diagnose) == ["C106 8:1"]


# --- Definitions and configuration -------------------------------------------------------------------


def about(found: list[Diagnostic], path: str) -> list[str]:
    """Give what is said of one file among others."""
    return [brief(diagnostic) for diagnostic in found if diagnostic.span.path == path]


def change(root: Path, path: str, old: str, new: str) -> None:
    put(root, path, swap(old.encode(), new.encode(), (root / path).read_bytes()))


BROKEN_CANEVAS = {
    "invalid yaml": ("title: Offre\n", "title: ‸@Offre\n", "S118"),
    "a tab": ("type: object\nadd", "‸\ttype: object\nadd", "S109"),
    "an unknown keyword": ("x-recommande: ", "‸x-recommander: ", "C102"),
    "an unknown type": ("title: Nombre, type: integer", "title: Nombre, type: ‸entier", "C103"),
    "a pattern that is not one": ('pattern: "^https?://"', 'pattern: ‸"(("', "C105"),
    "a value that is not a list": ("required: [id, nom, resume, statut, enjeux]", "required: ‸id", "C104"),
    "a key twice": ("title: Offre\n", "title: Offre\n‸title: Offre\n", "S111"),
}


def change_at_mark(root: Path, path: str, old: str, new: str) -> str:
    """Change a file; give the `line:column` of what is marked « ‸ » in the new text."""
    change(root, path, old, new)
    before, after = (root / path).read_text("utf-8").split("‸")
    put(root, path, (before + after).encode())
    return f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


@pytest.mark.parametrize(("old", "new", "code"), BROKEN_CANEVAS.values(), ids=BROKEN_CANEVAS)
def test_a_broken_canevas_is_shown_at_its_line(
    old: str, new: str, code: str, small_kit: Path, diagnose: Diagnose
) -> None:
    place = change_at_mark(small_kit, OFFER, old, new)
    assert about(diagnose(small_kit), OFFER) == [f"{code} {place}"]


def test_a_reference_to_nothing_is_shown_at_its_line(small_kit: Path, diagnose: Diagnose) -> None:
    place = change_at_mark(small_kit, OFFER, '  id: { $ref: "#/$defs/id"', '  id: { $ref: ‸"#/$defs/rien"')
    assert about(diagnose(small_kit), OFFER) == [f"C301 {place}"]


def test_a_definition_that_refers_to_itself_is_survived(small_kit: Path, diagnose: Diagnose) -> None:
    shared = (small_kit / SHARED).read_bytes()
    put(small_kit, SHARED, shared + b'  boucle: { $ref: "#/$defs/boucle" }\n')
    change(
        small_kit,
        OFFER,
        "niveau: { title: Niveau",
        'boucle: { $ref: "#/$defs/boucle" }\n  niveau: { title: Niveau',
    )
    put(small_kit, ENTRY, add_field(b"boucle: [[a]]"))
    diagnose(small_kit)
    assert reads_example(small_kit)


UNUSABLE_DEFINITIONS = {
    "canevas": (OFFER, b"title: [\n"),
    "shared definitions": (SHARED, b"title: [\n"),
    "empty vocabulary": (ENJEUX, b""),
    "vocabulary without a term": (ENJEUX, b"titre: Enjeux\nsingulier: un enjeu\ntermes: []\n"),
    "configuration": (CONFIG, b"site_name: [\n"),
}


@pytest.mark.parametrize(("path", "content"), UNUSABLE_DEFINITIONS.values(), ids=UNUSABLE_DEFINITIONS)
def test_an_unusable_definition_is_shown(
    path: str, content: bytes, small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, path, content)
    assert about(diagnose(small_kit), path)


@pytest.mark.parametrize(("path", "content"), UNUSABLE_DEFINITIONS.values(), ids=UNUSABLE_DEFINITIONS)
def test_an_unusable_definition_is_said_once(
    path: str, content: bytes, small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, path, content)
    assert {found.span.path for found in diagnose(small_kit)} == {path}


def test_a_kit_without_canevas_is_said_so(small_kit: Path, diagnose: Diagnose) -> None:
    shutil.rmtree(small_kit / "kit/canevas")
    assert about(diagnose(small_kit), "kit/canevas") == ["F107 1:1"]


def test_a_kit_without_any_definition_is_said_so(small_kit: Path, diagnose: Diagnose) -> None:
    shutil.rmtree(small_kit / "kit")
    assert about(diagnose(small_kit), "kit/canevas") == ["F107 1:1"]


def test_an_absent_configuration_is_shown(small_kit: Path, diagnose: Diagnose) -> None:
    (small_kit / CONFIG).unlink()
    assert about(diagnose(small_kit), CONFIG) == ["F105 1:1"]


def test_a_configuration_in_another_encoding_is_shown(small_kit: Path, diagnose: Diagnose) -> None:
    change(small_kit, CONFIG, "Collectivité", "Collectivite")
    put(small_kit, CONFIG, (small_kit / CONFIG).read_bytes().replace(b"site_name: Kit", b"site_name: K\xeft"))
    assert survey(small_kit, diagnose, CONFIG) == ["S101 1:13"]


def test_a_linked_configuration_is_refused(small_kit: Path, diagnose: Diagnose) -> None:
    (small_kit / CONFIG).rename(small_kit / "ailleurs.yml")
    (small_kit / CONFIG).symlink_to("ailleurs.yml")
    assert about(diagnose(small_kit), CONFIG) == ["F101 1:1"]


SECOND = """title: Animation
description: Un second genre, pour les tests.
x-pluriel: Animations
x-dossier: kit/animations
x-adresse: animations
type: object
required: [id]
properties:
  id: { $ref: "#/$defs/id" }
  nom: { title: Nom, x-role: titre, type: string, examples: [Cartopartie] }
  resume: { title: Résumé, x-role: resume, type: string, examples: [Une animation.] }
"""
CLASHES = {
    "same folder": ("x-dossier: kit/animations", "x-dossier: ‸atd_offers"),
    "same address": ("x-adresse: animations", "x-adresse: ‸offres"),
    "address of the site": ("x-adresse: animations", "x-adresse: ‸catalogue"),
    "two titles": ("x-role: resume", "x-role: ‸titre"),
}


@pytest.mark.parametrize(("old", "new"), CLASHES.values(), ids=CLASHES)
def test_an_incoherent_canevas_is_shown_at_the_line_to_change(
    old: str, new: str, small_kit: Path, diagnose: Diagnose
) -> None:
    put(small_kit, "kit/canevas/parcours.yml", SECOND.encode())
    place = change_at_mark(small_kit, "kit/canevas/parcours.yml", old, new)
    assert f"C302 {place}" in about(diagnose(small_kit), "kit/canevas/parcours.yml")


# --- Mutations ---------------------------------------------------------------------------------------

MUTANTS = 50


def mutate(content: bytes, chance: random.Random) -> bytes:
    """Give the content with a byte changed, added or removed, or a piece repeated."""
    spoilt, place = bytearray(content), chance.randrange(len(content))
    match chance.randrange(4):
        case 0:
            spoilt[place] = chance.randrange(256)
        case 1:
            spoilt.insert(place, chance.randrange(256))
        case 2:
            del spoilt[place : place + chance.randrange(1, 20)]
        case _:
            spoilt[place:place] = spoilt[max(0, place - 30) : place]
    return bytes(spoilt)


@pytest.mark.parametrize("seed", range(10))
def test_mutants_of_a_valid_file_are_read_without_harm(
    seed: int, small_kit: Path, diagnose: Diagnose
) -> None:
    chance = random.Random(seed)  # noqa: S311 — the same mutants each time
    mutants = {f"atd_offers/zz-{rank}.md": mutate(VALID, chance) for rank in range(MUTANTS)}
    for path, content in mutants.items():
        put(small_kit, path, content)
    for found in diagnose(small_kit):
        content = mutants[found.span.path]
        assert 1 <= found.span.line <= len(content.splitlines())
        assert 1 <= found.span.column <= len(content)
    assert reads_example(small_kit)


@pytest.mark.parametrize("path", [OFFER, ENJEUX, CONFIG])
def test_mutants_of_a_definition_are_read_without_harm(
    path: str, small_kit: Path, diagnose: Diagnose
) -> None:
    chance = random.Random(path)  # noqa: S311 — the same mutants each time
    whole = (small_kit / path).read_bytes()
    for _ in range(MUTANTS):
        put(small_kit, path, mutate(whole, chance))
        diagnose(small_kit)
