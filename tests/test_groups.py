from pathlib import Path

from generator.groups import Grouping, groupings, list_pages
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


def test_a_short_list_is_one_page_with_all_its_groupings(small_kit: Path) -> None:
    (page,) = list_pages("offres/", grouped(small_kit, "enjeux", "statut"), limit=2, size=1)
    assert [grouping.title for grouping in page.groupings] == ["Enjeux", "Statut"]
    assert [(one.title, one.address, one.count) for one in page.shortcuts] == [
        ("Transparence", "offres/#g1-enjeux-transparence", 2)
    ]


def test_a_long_list_is_cut_across_its_first_grouping(small_kit: Path) -> None:
    pages = list(list_pages("offres/", grouped(small_kit, "phases", "statut"), limit=1, size=1))
    assert [[ids(grouping) for grouping in page.groupings] for page in pages] == [
        [[("phases-publier", "Publier", ["exemple"])]],
        [[("phases-sans", "Non précisé", ["autre"])]],
    ]
    assert [one.address for one in pages[1].shortcuts] == [
        "offres/#g1-phases-publier",
        "offres/page/2/#g1-phases-sans",
    ]
