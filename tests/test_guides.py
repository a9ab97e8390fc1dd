"""The guides say what is true: their example is a valid offer, the checker says what they quote, every name
that they give in `code` exists, and so do their pictures.
"""

import re
from pathlib import Path

import pytest
import yaml

from captures import sample
from captures.sample import PICTURES, SHOWN, WIDTH
from generator.addresses import DATA, schema_path
from generator.canevas import Canevas
from generator.definitions import load
from generator.diagnostic import Diagnostic
from generator.entry import interpret
from generator.quotations import PARTS, tables
from generator.source import read
from tests.conftest import REPOSITORY, copy_real_kit

GUIDE = REPOSITORY / "content/contribuer/proposer-une-offre.md"
PAGES = sorted((REPOSITORY / "content").rglob("*.md"))
FRENCH = [REPOSITORY / "CONTRIBUTING.md", *PAGES]
DEFINITIONS = load(REPOSITORY)
CODE_BLOCK = re.compile(r"^(?:```.*?^```|(?: {4}.*\n|\n(?= {4}))+)", re.MULTILINE | re.DOTALL)
HEAD = re.compile(r"^ {4}---\n(?:.*\n)+? {4}---$", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)(\{[^}]*\})?")

LITERALS = re.compile(r'"04"|2026-11-22|P[T0-9][0-9A-Z]*|donnees@exemple\.fr|\.md|(\.entete)?\.schema\.json')
"""Values and endings that a guide gives as they are."""

NOT_OF_THE_KIT = {"mon-territoire", "mon-territoire.md"}
"""The id of the offer that the reader is writing, and its file."""


def identify(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def field_names(canevas: Canevas) -> set[str]:
    """Give the names of the fields of a kind, those inside groups included."""
    found, left = set(), list(canevas.properties)
    while left:
        part = left.pop()
        found.add(part.name)
        left += canevas.parts_of(part)
    return found


FIELDS = {name for canevas in DEFINITIONS.canevases for name in field_names(canevas)}
TERMS = {term for vocabulary in DEFINITIONS.vocabularies.values() for term in vocabulary.ids}
TITLES = {f"## {part.label}" for canevas in DEFINITIONS.canevases for part in canevas.sections}
MISTAKES = {wrong.splitlines()[0] for _, wrong in sample.FAULTS if wrong}
ADDRESSES = {f"/{DATA}", *(f"/{schema_path(canevas.kind)}" for canevas in DEFINITIONS.canevases)}


def is_known(code: str) -> bool:
    """Tell whether what a page gives in `code` is something of the kit, or a value that speaks for itself."""
    key = code.partition(":")[0]
    return (
        code in {*FIELDS, *TERMS, *TITLES, *ADDRESSES, *NOT_OF_THE_KIT, "## ", "---", "nom: valeur"}
        or any(code.startswith(mistake) for mistake in MISTAKES)
        or (":" in code and key in FIELDS)
        or bool(LITERALS.fullmatch(code))
        or any(tables(code, DEFINITIONS))
        or code.startswith(("odl ", "make "))  # tests/test_documentation.py runs them
        or (not code.startswith("/") and (REPOSITORY / code).exists())
        or code == "tests/rules/<CODE>/{valide,invalide}/"
    )


@pytest.mark.parametrize("path", FRENCH, ids=identify)
def test_every_name_given_in_code_exists(path: Path) -> None:
    prose = CODE_BLOCK.sub("\n", path.read_text("utf-8"))
    assert [code for code in re.findall(r"`([^`\n]+)`", prose) if not is_known(code)] == []


@pytest.mark.parametrize(
    "code",
    ["mots_cle", "publie-le", "thematique", "etalab", "statu: publiee", "kit/ressource", "## Contexte"],
)
def test_a_name_that_does_not_exist_is_seen(code: str) -> None:
    assert not is_known(code)


def heads(path: Path) -> list[str]:
    """Give the heads of entries that a page shows, in indented blocks."""
    return [
        re.sub(r"^ {4}", "", found, flags=re.MULTILINE) for found in HEAD.findall(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize("path", [path for path in PAGES if heads(path)], ids=identify)
def test_every_head_that_a_guide_shows_is_that_of_a_valid_entry(path: Path, tmp_path: Path) -> None:
    for head in heads(path):
        identifier = yaml.safe_load(head.strip("-"))["id"]
        (tmp_path / f"{identifier}.md").write_text(f"{head}\n", "utf-8")
        document = read(tmp_path, f"{identifier}.md")
        faults = [
            entry.faults for canevas in DEFINITIONS.canevases if (entry := interpret(document, canevas))
        ]
        assert {"missing_section"} in [{fault.cause for fault in found} for found in faults]


def test_guides_show_heads_and_quote_every_kind() -> None:
    assert sum(len(heads(path)) for path in PAGES) >= 2
    text = "\n".join(path.read_text("utf-8") for path in PAGES)
    quoted = {(table.canevas.kind, table.part) for table in tables(text, DEFINITIONS)}
    assert quoted == {(canevas.kind, part) for canevas in DEFINITIONS.canevases for part in PARTS}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_real_kit(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def told(kit: Path) -> list[Diagnostic]:
    return sample.told(sample.put(kit, sample.faulty()))


def test_the_sample_offer_has_no_fault_and_its_head_is_the_one_of_the_guide(kit: Path) -> None:
    text = sample.OFFER.read_text("utf-8")
    assert sample.told(sample.put(kit, text)) == []
    assert text.startswith(heads(GUIDE)[0])


def test_the_guide_quotes_word_for_word_what_the_checker_says(told: list[Diagnostic]) -> None:
    text = GUIDE.read_text("utf-8")
    assert len(told) == len(sample.FAULTS) == 5
    answers = [f":   {fault.message} {fault.hint}\n:   Règle [{fault.code}](" for fault in told]
    assert [answer for answer in answers if answer not in text] == []


def test_the_guide_shows_what_the_hurried_author_wrote() -> None:
    text = GUIDE.read_text("utf-8")
    assert [mistake for mistake in MISTAKES if f"`{mistake}" not in text] == []


def test_the_pictures_show_what_the_checker_says(told: list[Diagnostic]) -> None:
    why = "les phrases du contrôle ont changé : lancez « make captures » et regardez les images"
    assert SHOWN.read_text("utf-8") == sample.words(told), why


def pictures() -> list[tuple[Path, str, Path, str]]:
    """Give each picture of a page: the page, its words, its file, what is said of its size."""
    return [
        (page, words, page.parent / target, size)
        for page in PAGES
        for words, target, size in PICTURE.findall(page.read_text("utf-8"))
    ]


def size_of(path: Path) -> tuple[int, int]:
    """Give the width and height of an extended WebP, as Chromium writes it (RFC 9649, 2.7.1)."""
    content = path.read_bytes()
    assert content[12:16] == b"VP8X"
    return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1


@pytest.mark.parametrize(
    ("words", "file", "size"), [pytest.param(*found[1:], id=found[2].name) for found in pictures()]
)
def test_a_picture_is_light_said_in_words_and_keeps_its_place(words: str, file: Path, size: str) -> None:
    assert file.stat().st_size <= 25_000
    assert len(words) >= 40
    width, height = size_of(file)
    assert size == f"{{width={WIDTH} height={round(height * WIDTH / width)}}}"


def test_every_picture_is_shown_by_a_page() -> None:
    assert {file for _, _, file, _ in pictures()} == set(PICTURES.iterdir())
