from pathlib import Path

import pytest

from generator.definitions import load
from generator.review import Review


def test_a_kit_says_its_words_corrections_and_thresholds(small_kit: Path) -> None:
    review = load(small_kit).review
    assert review.words("raccourcisseurs") == ("bit.ly",)
    assert review.corrections("sigles") == {"SDCL": "SCDL", "ADT": "ATD"}
    assert review.threshold("ressemblance") == 0.7


def test_a_kit_without_relectures_asks_for_nothing(small_kit: Path) -> None:
    (small_kit / "kit" / "relectures.yml").unlink()
    found = load(small_kit)
    assert (found.review.words("sigles"), found.review.threshold("ressemblance")) == ((), None)
    assert found.faults == ()


def test_a_value_of_another_form_is_read_as_none() -> None:
    review = Review({"sigles": ["ADT"], "liens_vagues": "ici", "seuils": 3})
    assert (review.words("liens_vagues"), review.corrections("sigles")) == ((), {})
    assert review.threshold("ressemblance") is None


def test_a_broken_relectures_is_noted_and_the_rest_is_read(small_kit: Path) -> None:
    (small_kit / "kit" / "relectures.yml").write_text("seuils: { ressemblance: 3 }\n", "utf-8")
    found = load(small_kit)
    assert [fault.cause for fault in found.faults] == ["out_of_bounds"]
    assert found.canevases


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_a_blank_word_is_not_looked_for(blank: str) -> None:
    review = Review({"marques_provisoires": [blank, "TODO"], "sigles": {blank: "SCDL", "ADT": blank}})
    assert (review.words("marques_provisoires"), review.corrections("sigles")) == (("TODO",), {})


@pytest.mark.parametrize(
    "lists", ["marques_provisoires: [' ']", "sigles: { '': SCDL }", "liens_vagues: ['']"]
)
def test_a_blank_word_is_a_fault_of_relectures(lists: str, small_kit: Path) -> None:
    (small_kit / "kit" / "relectures.yml").write_text(lists, "utf-8")
    assert len(load(small_kit).faults) == 1
