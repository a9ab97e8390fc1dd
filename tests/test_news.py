from dataclasses import replace

from generator.entry import Entry
from generator.kit import gather
from generator.news import by_month, day, news
from tests.conftest import MINIMAL

ENTRY = gather(MINIMAL).entries[0]


def dated(name: str, **dates: str) -> Entry:
    kept = {key: value for key, value in ENTRY.value.items() if not key.endswith("_le")}
    return replace(ENTRY, value={**kept, "id": name, "nom": name, **dates})


def test_the_day_of_an_entry_is_that_of_its_last_change_else_of_its_publication() -> None:
    assert day(dated("a", publie_le="2026-01-02")) == "2026-01-02"
    assert day(dated("a")) == ""


def test_what_is_new_comes_newest_first_then_by_title() -> None:
    old, late, undated = dated("a", publie_le="2025-12-31"), dated("b", publie_le="2026-01-01"), dated("z")
    same = dated("c", publie_le="2026-01-01")
    assert [entry.id for entry in news([old, same, undated, late])] == ["b", "c", "a"]
    assert [entry.id for entry in news([old, same, late], 1)] == ["b"]


def test_what_is_new_is_grouped_by_month() -> None:
    found = news([dated("a", publie_le="2025-12-31"), dated("b", publie_le="2026-01-01")])
    assert [(month, len(group)) for month, group in by_month(found)] == [("2026-01", 1), ("2025-12", 1)]
