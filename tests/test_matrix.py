from pathlib import Path

from generator.kit import gather
from generator.matrix import matrix
from generator.views import Views
from tests.conftest import MINIMAL, REPOSITORY


def test_the_two_first_facets_with_pages_are_crossed_whatever_their_names() -> None:
    kit = gather(MINIMAL)
    found = matrix(kit, Views(kit))
    assert found is not None
    assert (found.down, found.across) == ("Enjeux", "Phases")
    assert [column.label for column in found.columns] == ["Publier", "Évaluer"]
    assert [(row.term.label, [cell.count for cell in row.cells]) for row in found.rows] == [
        ("Transparence", [1, 0]),
        ("Confiance", [0, 0]),
    ]


def test_a_cell_knows_the_page_of_its_pair() -> None:
    kit = gather(MINIMAL)
    found = matrix(kit, Views(kit))
    assert found is not None
    assert found.rows[0].cells[0].address == "catalogue/enjeux/transparence/phases/publier/"
    assert found.rows[0].cells[0].column.id == "publier"


def test_a_kit_with_one_facet_with_pages_has_no_matrix(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8")
    canevas.write_text(text.replace("x-facette: page", "x-facette: filtre", 1), "utf-8")
    kit = gather(small_kit)
    assert matrix(kit, Views(kit)) is None


def test_the_counts_of_the_real_kit_are_those_of_its_entries() -> None:
    kit = gather(REPOSITORY)
    found = matrix(kit, Views(kit))
    assert found is not None
    for row in found.rows:
        for cell in row.cells:
            both = [
                entry
                for entry in kit.entries
                if row.term.id in entry.terms("enjeux") and cell.column.id in entry.terms("phases")
            ]
            assert cell.count == len(both)
