from pathlib import Path

import pytest

from generator.kit import gather
from generator.searched import Searched, names, searched

SIGLE = "  sigle: { title: Sigle, x-role: recherche, type: string, examples: [SNE] }\n"
MOTS = (
    "  mots: { title: Mots, x-role: recherche, type: array, items: { type: string }, examples: [[carte]] }\n"
)


def found(root: Path, *head: str, body: str = "") -> Searched:
    canevas, file = root / "kit/canevas/offre.yml", root / "atd_offers/exemple.md"
    text = canevas.read_text("utf-8")
    canevas.write_text(text.replace("  statut: {", f"{SIGLE}{MOTS}  statut: {{", 1), "utf-8")
    lines = "".join(f"{line}\n" for line in head)
    file.write_text(file.read_text("utf-8").replace("statut:", f"{lines}statut:", 1) + body, "utf-8")
    kit = gather(root)
    return searched(kit.by_key["offre", "exemple"], kit.definitions)


def test_an_entry_is_found_by_the_values_of_the_fields_made_for_that(small_kit: Path) -> None:
    assert found(small_kit, "sigle: SDE", "mots: [carte, budget]").names == "SDE, carte, budget"


def test_an_entry_is_found_by_the_synonyms_of_its_terms(small_kit: Path) -> None:
    assert found(small_kit).synonyms == "redevabilité"


@pytest.mark.parametrize(
    ("written", "asked"), [("Œuvres", "oeuvres"), ("chœur", "choeur"), ("ex-æquo", "aequo")]
)
def test_an_entry_is_found_by_its_words_written_without_their_ligature(
    small_kit: Path, written: str, asked: str
) -> None:
    assert asked in found(small_kit, body=f"\nDes {written}, et encore {written}.\n").synonyms.split(", ")


def test_a_word_that_finds_an_entry_is_given_once(small_kit: Path) -> None:
    assert found(small_kit, body="\nUn vœu, un vœu, un Vœu.\n").synonyms == "redevabilité, voeu"


def test_an_entry_whose_kind_has_no_such_field_has_no_other_name(small_kit: Path) -> None:
    assert list(names(gather(small_kit).by_key["offre", "exemple"])) == []
