from pathlib import Path

from generator.kit import gather
from generator.sharing import SITE, pictures


def test_a_kind_has_its_own_picture_and_the_rest_of_the_site_one(small_kit: Path) -> None:
    found = {one.section: (one.path, one.text) for one in pictures(gather(small_kit))}
    assert found[""] == (SITE, "Kit d'essai")
    assert found["offres"] == ("assets/partage/offres.png", "Offres")
