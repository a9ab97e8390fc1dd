import json
from pathlib import Path

from generator.addresses import SUGGESTIONS
from generator.exports import export
from generator.kit import gather
from tests.conftest import MINIMAL


def words(root: Path) -> list[str]:
    files = {file.path: file.text for file in export(gather(root), [])}
    found: list[str] = json.loads(files[SUGGESTIONS])["mots"]
    return found


def retitle(root: Path, title: str) -> None:
    file = root / "atd_offers/exemple.md"
    file.write_text(file.read_text("utf-8").replace("nom: Syndicat d'Exemple", f"nom: {title}"), "utf-8")


def test_words_come_from_titles_and_terms_and_their_synonyms() -> None:
    assert {"syndicat", "transparence", "redevabilité", "essai"} <= set(words(MINIMAL))


def test_the_most_frequent_words_come_first_then_by_their_letters(small_kit: Path) -> None:
    retitle(small_kit, "Zones, zones et zones d'Atelier, d'Éclairage")
    found = words(small_kit)
    assert found[0] == "zones"
    assert found.index("atelier") < found.index("éclairage")


def test_a_word_is_given_once_with_its_accents_and_an_acronym_in_capitals(small_kit: Path) -> None:
    retitle(small_kit, "École, ecole, ÉCOLE et SCDL")
    found = words(small_kit)
    assert "école" in found
    assert "SCDL" in found
    assert "ecole" not in found


def test_a_word_too_short_to_be_guessed_is_left_out() -> None:
    assert not any(len(word) < 4 for word in words(MINIMAL))
