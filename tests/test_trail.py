from generator.trail import Step, trail

KNOWN = {"": "Accueil", "offres/": "Offres", "offres/alpi/": "ALPI", "offres/alpi/dossier/": "À imprimer"}


def test_the_way_goes_from_home_to_the_page_through_the_pages_above_it() -> None:
    assert trail("offres/alpi/", KNOWN) == (
        Step("Accueil", ""),
        Step("Offres", "offres/"),
        Step("ALPI", "offres/alpi/"),
    )


def test_a_folder_that_is_no_page_is_no_step() -> None:
    assert trail("catalogue/enjeux/x/", {"": "Accueil", "catalogue/enjeux/x/": "X"}) == (
        Step("Accueil", ""),
        Step("X", "catalogue/enjeux/x/"),
    )


def test_home_is_its_own_way() -> None:
    assert trail("", KNOWN) == (Step("Accueil", ""),)
