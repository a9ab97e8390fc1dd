from pathlib import Path

from generator.kit import gather
from generator.related import SHOWN, Neighbours


def add(root: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (root / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", f"id: {name}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / f"atd_offers/{name}.md").write_text(text, "utf-8")


def related(root: Path, name: str = "exemple") -> list[str]:
    kit = gather(root)
    return [entry.id for entry in Neighbours(kit).related(kit.by_key["offre", name])]


def citing(root: Path, name: str = "exemple") -> list[str]:
    kit = gather(root)
    return [entry.id for entry in Neighbours(kit).citing(kit.by_key["offre", name])]


def test_related_entries_are_few_others_and_each_once(small_kit: Path) -> None:
    for number in range(20):
        add(small_kit, f"e{number:02}")
    found = related(small_kit)
    assert len(found) == len(set(found)) == SHOWN
    assert "exemple" not in found


def test_entries_of_a_long_list_are_not_all_related_to_the_same_ones(small_kit: Path) -> None:
    for number in range(20):
        add(small_kit, f"e{number:02}")
    assert set(related(small_kit, "e00")).isdisjoint(related(small_kit, "e10"))


def test_an_entry_that_shares_nothing_is_not_related(small_kit: Path) -> None:
    add(small_kit, "autre", ("[transparence]", "[confiance]"), ("[publier]", "[evaluer]"))
    assert related(small_kit) == []


def test_the_entry_that_shares_most_selections_comes_first(small_kit: Path) -> None:
    add(small_kit, "exemple", ("[transparence]", "[transparence, confiance]"))
    add(small_kit, "a-moitie", ("[transparence, confiance]", "[transparence]"))
    add(small_kit, "tout-pareil")
    assert related(small_kit) == ["tout-pareil", "a-moitie"]


def test_an_entry_without_a_term_of_each_facet_is_related_to_nothing(small_kit: Path) -> None:
    add(small_kit, "autre")
    add(small_kit, "exemple", ("phases: [publier]\n", ""))
    assert related(small_kit) == []


def test_a_term_written_twice_counts_once(small_kit: Path) -> None:
    add(small_kit, "exemple", ("[transparence]", "[transparence, transparence]"))
    add(small_kit, "autre")
    assert related(small_kit) == ["autre"]


def test_the_entries_that_name_one_are_given_once_each(small_kit: Path) -> None:
    add(small_kit, "autre", ("publie_le:", "allies: [exemple, exemple]\npublie_le:"))
    assert citing(small_kit) == ["autre"]
    assert citing(small_kit, "autre") == []
