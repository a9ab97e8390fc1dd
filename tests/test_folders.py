from pathlib import Path

from generator.canevas import Canevas
from generator.definitions import load
from generator.folders import kind_of, misplaced
from generator.kit import gather
from generator.source import from_bytes
from tests.conftest import REPOSITORY

CANEVASES = load(REPOSITORY).canevases
RESSOURCE, OFFRE = (next(one for one in CANEVASES if one.kind == kind) for kind in ("ressource", "offre"))


def kind(head: str, own: Canevas = RESSOURCE) -> str:
    return kind_of(from_bytes(f"{own.folder}/essai.yml", head.encode()), own, CANEVASES).kind


def test_a_file_is_of_the_kind_of_its_folder() -> None:
    assert kind("id: essai\ntitre: Essai\n") == "ressource"


def test_a_file_whose_fields_are_those_of_another_kind_is_of_that_one() -> None:
    assert kind("id: essai\nnom: Essai\nsiren: a\nsite: b\n") == "offre"


def test_a_few_fields_of_another_kind_or_of_none_do_not_change_the_kind() -> None:
    assert kind("id: essai\nnom: Essai\nsiren: a\n") == "ressource"
    assert kind("id: essai\nun: a\ndeux: b\ntrois: c\nquatre: d\n") == "ressource"
    assert kind("id: essai\nnom: Essai\nsiren: a\nsite: b\ntitre: Essai\n") == "ressource"


def test_a_file_without_fields_is_of_the_kind_of_its_folder() -> None:
    assert kind("- une\n- liste\n") == "ressource"


def test_every_real_entry_put_in_another_folder_is_recognised(real_kit: Path) -> None:
    for entry in gather(real_kit).entries:
        for own in CANEVASES:
            assert kind_of(entry.document, own, CANEVASES).kind == entry.kind


def test_the_right_place_is_told() -> None:
    fault = misplaced(from_bytes("kit/ressources/essai.md", b"---\nid: essai\n---\n"), OFFRE)
    assert fault.values["right"] == "atd_offers/essai.md"
