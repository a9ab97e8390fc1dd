from pathlib import Path

from generator.groups import Grouping, groupings
from generator.kit import gather
from generator.views import Views


def grouped(root: Path, *names: str) -> tuple[Grouping, ...]:
    canevas = root / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8")
    line = f"x-regroupe: [{', '.join(names)}]\n" if names else ""
    canevas.write_text(text.replace("x-regroupe: [statut]\n", line), "utf-8")
    entry = (root / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", "id: autre")
    (root / "atd_offers/autre.md").write_text(entry.replace("phases: [publier]\n", ""), "utf-8")
    kit = gather(root)
    return groupings(kit.definitions.canevases[0], kit.by_kind["offre"], kit, Views(kit))


def ids(grouping: Grouping) -> list[tuple[str, str, list[str]]]:
    return [(group.id, group.title, [card.id for card in group.cards]) for group in grouping.groups]


def test_entries_are_grouped_by_the_terms_in_their_order_those_without_one_last(small_kit: Path) -> None:
    (grouping,) = grouped(small_kit, "phases")
    assert grouping.title == "Phases"
    assert ids(grouping) == [
        ("phases-publier", "Publier", ["exemple"]),
        ("phases-sans", "Non précisé", ["autre"]),
    ]


def test_a_term_that_nobody_has_makes_no_group(small_kit: Path) -> None:
    (grouping,) = grouped(small_kit, "enjeux")
    assert ids(grouping) == [("enjeux-transparence", "Transparence", ["autre", "exemple"])]


def test_each_field_that_the_canevas_names_makes_a_grouping(small_kit: Path) -> None:
    assert [grouping.title for grouping in grouped(small_kit, "enjeux", "statut")] == ["Enjeux", "Statut"]


def test_a_kind_without_grouping_shows_all_its_entries_together(small_kit: Path) -> None:
    (grouping,) = grouped(small_kit)
    assert ids(grouping) == [("tout", "Offres", ["autre", "exemple"])]
