"""Files of chance: whatever they hold, no exception, no hang, and every fault inside its file.

A hang is ended by the time that pyproject.toml gives each test; `python -m bench.hostile` tells how long
the largest of these files take.

`ODL_FUZZ=20000 pytest tests/test_fuzz.py` looks much longer than the suite does, at other files each time.
The public yaml-test-suite is read too when `YAML_TEST_SUITE` names its folder.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import reporters
from generator.check import check
from generator.diagnostic import Diagnostic, Severity, Span
from generator.entry import interpret
from generator.kit import Kit, gather
from generator.layout import MAX_FILE_BYTES
from generator.mend import apply
from generator.source import Document, from_bytes
from tests.conftest import MINIMAL, REPOSITORY

ROUNDS = int(os.environ.get("ODL_FUZZ", "60"))

fuzz = settings(
    max_examples=ROUNDS,
    derandomize="ODL_FUZZ" not in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

SMALL, REAL = gather(MINIMAL), gather(REPOSITORY)
SAMPLES = [
    "atd_offers/alpi.md",
    "atd_offers/agate.md",
    "kit/animations/hackathon.md",
    "kit/ressources/scdl.md",
]

SIGNS = [*"'\"`:-#[]{}|>&*!%@,?\\~\t\n\r «»’…•–", "\n\n", "  ", ": ", "- ", "---\n", "\n---\n", "<<: "]
WORDS = [
    "id",
    "nom",
    "enjeux",
    "[transparence]",
    "publiee",
    "2026-11-22",
    "Été",
    "Ã©",
    "pаrtir",
    "à compléter",
]
MARKS = [
    "## ",
    "# ",
    "### ",
    "## Contexte\n",
    "> ",
    "* ",
    "1. ",
    "```\n",
    "    ",
    "| a |\n|---|\n",
    "[ici](",
    ")",
    "![",
    "](",
    "<b>",
    "<!--",
    "[^1]",
    "[^1]: ",
    "https://a.fr",
    "a@b.fr",
    "\\",
    "$$",
    "**",
]

HEAD = (
    b"---\nid: essai\nnom: Essai\nresume: Une fiche pour l'essai.\nstatut: publiee\nenjeux: [transparence]\n"
)


def kit_with(document: Document, kit: Kit) -> Kit:
    """Give a kit that holds one entry, made of a document."""
    canevas = next(one for one in kit.definitions.canevases if document.path.startswith(one.folder))
    entry = interpret(document, canevas)
    documents = (*kit.definitions.documents, document)
    return replace(kit, documents=documents, entries=(entry,) if entry else ())


def assert_inside(span: Span, document: Document) -> None:
    lines = document.text.split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines), span
    assert (span.line, span.column) <= (span.end_line, span.end_column), span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, span


def survey(path: str, content: bytes, kit: Kit) -> list[Diagnostic]:
    """Check one file as `odl check` does; give what is said of it, once sure that it is sound."""
    document = from_bytes(path, content)
    found = [one for one in check(kit_with(document, kit)) if one.span.path == path]
    assert found == sorted(found, key=lambda one: (one.span, one.code))
    assert len(set(found)) == len(found)
    for one in found:
        assert_inside(one.span, document)
        for edit in one.edits:
            assert_inside(edit.span, document)
    return found


def report(found: list[Diagnostic], document: Document, kit: Kit) -> None:
    for written in map(reporters.reporter, reporters.names()):
        written(found, kit_with(document, kit))


@fuzz
@given(st.binary(max_size=600))
@example(b"")
@example(b"\xff\xfe")
@example(b"---\n---\n")
@example(b"?")
@example(b"---\n#")
def test_bytes_of_chance(content: bytes) -> None:
    for path in ("atd_offers/essai.md", "atd_offers/essai.yml"):
        survey(path, content, SMALL)


@fuzz
@given(st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=40).map("".join))
def test_yaml_of_chance(text: str) -> None:
    survey("atd_offers/essai.yml", text.encode(), SMALL)
    survey("atd_offers/essai.md", HEAD + text.encode() + b"\n---\n\n## Contexte\n\nUn texte.\n", SMALL)


@fuzz
@given(st.lists(st.sampled_from([*SIGNS, *WORDS, *MARKS]), max_size=60).map("".join))
def test_markdown_of_chance(text: str) -> None:
    content = HEAD + b"---\n\n" + text.encode()
    found = survey("atd_offers/essai.md", content, SMALL)
    report(found, from_bytes("atd_offers/essai.md", content), SMALL)


Mutation = tuple[int, int, int, str]
"""What is done, from where, over how many characters, with which piece."""

mutations = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 20_000),
        st.integers(0, 60),
        st.sampled_from([*SIGNS, *WORDS, *MARKS, "\x00", "\ufeff", "é" * 40]),
    ),
    min_size=1,
    max_size=6,
)


def mutate(text: str, mutation: Mutation) -> str:
    kind, place, size, piece = mutation
    place %= len(text) + 1
    if kind == 0:
        return text[:place] + piece + text[place:]
    if kind == 1:
        return text[:place] + text[place + size :]
    if kind == 2:
        return text[:place] + piece + text[place + size :]
    lines = text.split("\n")
    line = place % len(lines)
    moved = {3: [lines[line]] * 2, 4: [], 5: [f"  {lines[line]}"]}[kind]
    return "\n".join([*lines[:line], *moved, *lines[line + 1 :]])


@fuzz
@given(st.sampled_from(SAMPLES), mutations)
def test_mutants_of_real_files(path: str, changes: list[Mutation]) -> None:
    text = (REPOSITORY / path).read_text("utf-8")
    for change in changes:
        text = mutate(text, change)
    found = survey(path, text.encode(), REAL)
    assert_mends_settle(path, text, found)


def codes(found: list[Diagnostic]) -> set[str]:
    return {one.code for one in found}


def values(path: str, text: str, kit: Kit) -> set[str]:
    return {name for entry in kit_with(from_bytes(path, text.encode()), kit).entries for name in entry.value}


def assert_mends_settle(path: str, text: str, found: list[Diagnostic], kit: Kit = REAL) -> None:
    """Mend as `odl check --fix` does: it comes to an end, loses no field and spoils nothing."""
    before, had, is_unsure = codes(found), values(path, text, kit), any(one.code[0] == "S" for one in found)
    for _ in range(30):
        edits = [one.edits for one in found if one.edits]
        if not edits or is_unsure:
            break
        text = apply(from_bytes(path, text.encode()).text, edits[0])
        found = survey(path, text.encode(), kit)
    assert had <= values(path, text, kit)
    spoilt = {code for code in codes(found) - before if code[0] == "S" or code[:2] == "C2" or code == "C101"}
    assert not spoilt - {"C201"}  # a state that is mended may ask for sections


HEAD_LINES = [
    "id: essai\n",
    "nom: Essai\n",
    'nom: "Essai\n# de plus"\n',
    "# Un commentaire.\n",
    "\n",
    "resume: Une fiche complète.\n",
    "resume: |\n  Une fiche\n  # complète.\n",
    "resume: >-\n  Une fiche\n\n  complète.\n",
    "statut: Publiée\n",
    "statut: |\n  Publiée\n",
    "statut: annoncee\n",
    "enjeux: [Transparence]\n",
    "enjeux:\n  - >-\n    Redevabilité\n",
    "enjeux:\n- Redevabilité\n- confiance # deux\n",
    "phases: [publier, Évaluer]\n",
    "phases:\n  - Publier\n\n",
    "publie_le: 2026-11-22\n",
    "portail: https://www.exemple.fr/?utm_source=a&b=1\n",
    "contact:\n  fonction: |\n    â€™ Pôle\n",
    "contact: { fonction: pÃ´le }\n",
]
BODY_LINES = [
    "## Contexte\n",
    "## 1. Contexte\n",
    "# Le contexte\n",
    "Le contexte\n-----------\n",
    "## Objectifs\n",
    "# Objectifs #\n",
    "## Suites\n",
    "\n",
    "Douze communes, et lâ€™Ã©tÃ©.\n",
    "Le syndicat aide :\n• des communes\n• des écoles\n",
    "    • des communes\n    • des écoles\n",
    "- un\n  • deux\n  • trois\n",
    "– un\n– deux\n",
    "> • un\n> • deux\n",
    "```\n• un\n```\n",
    "| a | b |\n|---|---|\n| • c | Ã© |\n",
    "Voir [la fiche](exemple.md?utm_source=a) et <https://a.fr/?fbclid=1>.\n",
    "pаrtir\n",
]
CLOSINGS = ["---\n", "----\n", "--- \n"]


@fuzz
@given(
    st.lists(st.sampled_from(HEAD_LINES), max_size=10).map("".join),
    st.sampled_from(CLOSINGS),
    st.lists(st.sampled_from(BODY_LINES), max_size=10).map("".join),
)
def test_mends_of_chance(head: str, closing: str, body: str) -> None:
    for path, text in (
        ("atd_offers/essai.md", f"---\n{head}{closing}\n{body}"),
        ("atd_offers/essai.yml", f"{head}...\n"),
    ):
        assert_mends_settle(path, text, survey(path, text.encode(), SMALL), SMALL)


# --- The public suite of YAML ------------------------------------------------------------------------

SUITE = Path(os.environ.get("YAML_TEST_SUITE", "/nonexistent"))
SIGNS_OF_SUITE = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": "", "∎": ""}


def cases() -> list[str]:
    """Give the texts of github.com/yaml/yaml-test-suite: `src/*.yaml` (branch main) or `in.yaml` (data)."""
    texts = [path.read_text("utf-8") for path in sorted(SUITE.rglob("in.yaml"))]
    for path in sorted(SUITE.glob("src/*.yaml")):
        items = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        texts += [str(item["yaml"]) for item in items if "yaml" in item]
    return texts


def shown(text: str) -> str:
    for sign, meant in SIGNS_OF_SUITE.items():
        text = text.replace(sign, meant)
    return text


@pytest.mark.skipif(not SUITE.is_dir(), reason="YAML_TEST_SUITE ne nomme pas de dossier")
def test_the_public_suite_of_yaml_is_read_without_harm() -> None:
    every = cases()
    assert every
    for text in every:
        survey("atd_offers/essai.yml", shown(text).encode(), SMALL)
        survey("atd_offers/essai.md", f"---\n{shown(text)}\n---\n".encode(), SMALL)


# --- Many files, large files ---------------------------------------------------------------------------

MANY = 10_000


def test_ten_thousand_files_are_read_and_their_faults_are_sorted(small_kit: Path) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    for number in range(MANY):
        spoilt = text.replace("[transparence]", "[transparance]") if number % 4 == 0 else text
        name = f"f{number * 7919 % MANY:05}"
        (small_kit / f"atd_offers/{name}.md").write_text(
            spoilt.replace("id: exemple", f"id: {name}"), "utf-8"
        )
    kit = gather(small_kit)
    found = [one for one in check(kit) if one.severity is Severity.ERROR]
    assert len(kit.entries) == MANY + 1
    assert len(found) == MANY // 4
    assert found == sorted(found, key=lambda one: (one.span, one.code))


def fill(piece: str) -> str:
    """Repeat a piece until it nearly weighs what a file may."""
    return piece * ((MAX_FILE_BYTES - 1_000) // len(piece.encode()))


LARGE = [
    *(
        "a",
        "é",
        " ",
        "\t",
        "\n",
        "(",
        "[",
        "![",
        "](",
        "<",
        "<a ",
        "&",
        "`",
        "*a _b ",
        "~~",
        "|",
        "> ",
        "- ",
        "1. ",
    ),
    *("• a\n", "– a\n", "## a\n", "### a\n\n", "#", "[ici](a)\n", "http://", "https://a.fr ", "a@b.fr ", "@"),
    *(
        "Ã©",
        "�",
        "pаrtir ",
        "SDCL ",
        "à compléter ",
        "06 12 34 56 78 ",
        "06",
        "a.b",
        "a.",
        ": ",
        "\\",
        "[^1]: a\n",
    ),
]


@pytest.mark.parametrize("piece", LARGE)
def test_a_text_of_the_largest_size_is_checked_without_hanging(piece: str) -> None:
    body = fill(piece)
    survey("atd_offers/essai.md", HEAD + f"---\n\n## Contexte\n\n{body}\n".encode(), SMALL)


LARGE_HEADS = [
    *(
        "a",
        "a: ",
        "a: b\n",
        "- ",
        "- a\n",
        "[",
        "{",
        "'",
        '"',
        "\t",
        "#",
        "# a\n",
        ": ",
        "? ",
        "&a ",
        "*a ",
        "!a ",
        "|\n",
    ),
    *("a:\n", "\\", "nom: x: y\n", "nom: 'x\n", "-x\n", "é", "a: {\n", "\n", " ", "%", "@", ","),
]


@pytest.mark.parametrize("piece", LARGE_HEADS)
def test_a_head_of_the_largest_size_is_checked_without_hanging(piece: str) -> None:
    head = fill(piece)
    survey("atd_offers/essai.yml", head.encode(), SMALL)
    survey(
        "atd_offers/essai.md", HEAD + f"courriel: {head}\n---\n\n## Contexte\n\nUn texte.\n".encode(), SMALL
    )
