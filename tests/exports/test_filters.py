import json
from pathlib import Path
from typing import Any

import pytest

from generator.exports import filters
from generator.kit import Kit, by_title, gather
from tests.conftest import MINIMAL, REPOSITORY


def files(kit: Kit) -> dict[str, Any]:
    return {file.path: json.loads(file.text) for file in filters.export(kit, [])}


def terms(columns: dict[str, Any], facet: str) -> list[list[str]]:
    column = columns["facets"][facet]
    return [[column["terms"][rank] for rank in column["sets"][row]] for row in column["rows"]]


def test_a_small_kit_is_one_file_with_its_summaries() -> None:
    found = files(gather(MINIMAL))
    assert list(found) == ["donnees/filtres.json"]
    columns = found["donnees/filtres.json"]
    assert columns["kinds"] == {"offre": "offres/"}
    assert (columns["ids"], columns["titles"]) == (["exemple"], ["Syndicat d'Exemple"])
    assert columns["summaries"] == ["Une fiche complète, pour les tests."]
    assert "chunk" not in columns


def test_columns_give_back_what_each_entry_answers() -> None:
    kit = gather(REPOSITORY)
    columns = files(kit)["donnees/filtres.json"]
    entries = by_title(kit.by_key.values())
    assert columns["ids"] == [entry.id for entry in entries]
    assert terms(columns, "genre") == [[entry.kind] for entry in entries]
    for facet in ("enjeux", "phases", "publics", "duree", "budget"):
        assert terms(columns, facet) == [list(entry.choices(facet)) for entry in entries]


def test_the_ages_rank_the_dates_of_publication_then_of_update(small_kit: Path) -> None:
    text = (small_kit / "atd_offers/exemple.md").read_text("utf-8")
    for name, dates in (
        ("b", "publie_le: 2026-11-23"),
        ("c", "publie_le: 2026-11-22\nmaj_le: 2026-11-24"),
        ("d", "statut: publiee"),
    ):
        entry = text.replace("id: exemple", f"id: {name}").replace("nom: S", f"nom: {name} s")
        entry = entry.replace("statut: publiee\n", "").replace("publie_le: 2026-11-22", f"{dates}")
        (small_kit / f"atd_offers/{name}.md").write_text(entry, "utf-8")
    columns = files(gather(small_kit))["donnees/filtres.json"]
    newest = sorted(zip(columns["ages"], columns["ids"], strict=True), reverse=True)
    assert [name for _, name in newest] == ["b", "c", "exemple", "d"]


def test_a_state_that_is_not_the_ordinary_one_is_named(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("statut: publiee", "statut: annoncee"), "utf-8")
    notices = files(gather(small_kit))["donnees/filtres.json"]["notices"]
    assert (notices["terms"], notices["sets"], notices["rows"]) == (["Annoncée"], [[0]], [0])


def test_summaries_of_a_large_kit_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "INLINE", 100)
    kit = gather(REPOSITORY)
    found = files(kit)
    columns = found.pop("donnees/filtres.json")
    assert (columns["chunk"], "summaries" in columns) == (filters.CHUNK, False)
    assert list(found) == [f"donnees/resumes/{rank}.json" for rank in range(len(found))]
    assert {len(chunk) for chunk in list(found.values())[:-1]} == {filters.CHUNK}
    assert sum(map(len, found.values())) == len(kit.by_key)


def test_texts_have_their_french_spaces(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("nom: S", "nom: « Oui » : s"), "utf-8")
    (title,) = files(gather(small_kit))["donnees/filtres.json"]["titles"]
    assert title.startswith("«\u202fOui\u202f»\u202f: s")
