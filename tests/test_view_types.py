from pathlib import Path

from generator.kit import gather
from generator.views import Views


def test_facts_are_given_by_name_and_those_that_lack_left_out(small_kit: Path) -> None:
    kit = gather(small_kit)
    found = Views(kit).entry(kit.by_key["offre", "exemple"], str)
    assert [fact.name for fact in found.those(["phases", "siren", "enjeux"])] == ["phases", "enjeux"]
    names = [fact.name for fact in found.facts]
    assert [fact.name for fact in found.beside(["phases"])] == [one for one in names if one != "phases"]
