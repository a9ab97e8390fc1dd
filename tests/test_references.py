from pathlib import Path

from generator.kit import gather
from generator.references import references
from tests.conftest import MINIMAL

ROWS = """  liens:
    title: Liens
    type: array
    items: { type: object, properties: { offre: { type: string, x-renvoi: offre }, role: { type: string } } }
  contexte: {"""


def test_references_of_lists_and_rows_are_given_with_their_places(small_kit: Path) -> None:
    canevas, entry = small_kit / "kit/canevas/offre.yml", small_kit / "atd_offers/exemple.md"
    canevas.write_text(canevas.read_text("utf-8").replace("  contexte: {", ROWS), "utf-8")
    added = "allies: [un, deux]\nliens:\n  - offre: trois\n    role: un\nstatut:"
    entry.write_text(entry.read_text("utf-8").replace("statut:", added), "utf-8")
    (found,) = gather(small_kit).entries
    assert [(one.kind, one.id, one.span.line, one.span.column) for one in references(found)] == [
        ("offre", "un", 5, 10),
        ("offre", "deux", 5, 14),
        ("offre", "trois", 7, 12),
    ]


def test_an_entry_that_names_no_other_has_no_reference() -> None:
    (entry,) = gather(MINIMAL).entries
    assert list(references(entry)) == []


def test_a_field_that_the_canevas_does_not_know_names_nobody(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("statut:", "inconnu: [exemple]\nstatut:"), "utf-8")
    (found,) = gather(small_kit).entries
    assert list(references(found)) == []
