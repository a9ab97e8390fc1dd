import pytest

from generator.rewriting import proposed, why

WEB = "^https?://"
CODE = "^(0[1-9]|2[AB]|[3-9][0-9])$"
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"


@pytest.mark.parametrize(
    ("value", "form", "pattern", "expected"),
    [
        ("22/11/2026", "date", "", "2026-11-22"),
        ("novembre 2026", "date-partielle", "", "2026-11"),
        ("3 h 30", "duration", "", "PT3H30M"),
        ("200 069 110", "siren", "^[0-9]{9}$", "200069110"),
        ("200.069.110", "siren", "", "200069110"),
        ("200 069 110 00019", "siren", "", "200069110"),
        ("donnees @exemple.fr", "email", "", "donnees@exemple.fr"),
        ("donnees@@exemple.fr", "email", "", "donnees@exemple.fr"),
        ("donnees(at)exemple.fr", "email", "", "donnees@exemple.fr"),
        ("mailto:donnees@exemple.fr", "email", "", "donnees@exemple.fr"),
        ("Pôle données <donnees@exemple.fr>", "email", "", "donnees@exemple.fr"),
        ("donnees@exemple,fr", "email", "", "donnees@exemple.fr"),
        ("donnees@exemple.fr.", "email", "", "donnees@exemple.fr"),
        ("www.exemple.fr", "uri", WEB, "https://www.exemple.fr"),
        ("exemple.fr/donnees?a=b", "uri", WEB, "https://exemple.fr/donnees?a=b"),
        ("https//www.exemple.fr", "uri", WEB, "https://www.exemple.fr"),
        ("http:/exemple.fr", "uri", WEB, "http://exemple.fr"),
        ("http:\\\\exemple.fr", "uri", WEB, "http://exemple.fr"),
        ("htpps://exemple.fr", "uri", WEB, "https://exemple.fr"),
        ("<https://exemple.fr/a>", "uri", WEB, "https://exemple.fr/a"),
        ("[le portail](https://exemple.fr/a)", "uri", WEB, "https://exemple.fr/a"),
        ("https://exemple.fr/nos données?a=%20", "uri", WEB, "https://exemple.fr/nos%20donn%C3%A9es?a=%20"),
        ("1", "", CODE, "01"),
        ("2a", "", CODE, "2A"),
        ("4 0", "", CODE, "40"),
        ("Ancien_Nom", "", ID, "ancien-nom"),
    ],
)
def test_the_right_writing_is_proposed(value: str, form: str, pattern: str, expected: str) -> None:
    assert proposed(value, form, pattern) == expected


@pytest.mark.parametrize(
    ("value", "form", "pattern"),
    [
        ("2026-02-30", "date", ""),
        ("novembre 2026", "date", ""),
        ("200069111", "siren", ""),
        ("20006911", "siren", ""),
        ("20006911000018", "siren", ""),
        ("donnees.exemple.fr", "email", ""),
        ("jean dupont@exemple.fr", "email", ""),
        ("a@exemple.fr; b@exemple.fr", "email", ""),
        ("donnees@exemple", "email", ""),
        ("javascript:alert(1)", "uri", WEB),
        ("//exemple.fr/a", "uri", WEB),
        ("ftp://exemple.fr/", "uri", WEB),
        ("C:\\Documents\\a.pdf", "uri", WEB),
        ("donnees@exemple.fr", "uri", WEB),
        ("https://a.fr https://b.fr", "uri", WEB),
        ("https://mairie-évian.fr/", "uri", WEB),
        ("Mairie", "uri", WEB),
        ("Landes", "", CODE),
        ("202", "", "^[0-9]{4}$"),
        ("", "date", ""),
        ("x" * 100_000, "uri", WEB),
    ],
)
def test_nothing_is_proposed_when_it_would_be_a_guess(value: str, form: str, pattern: str) -> None:
    assert proposed(value, form, pattern) == ""


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("2026-02-30", "date", "le 30 février 2026 n'existe pas"),
        ("2026-13-01", "date", "le mois 13 n'existe pas"),
        ("2026-11", "date", "il manque le jour"),
        ("2026", "date", "il manque le mois et le jour"),
        ("2026-13", "date-partielle", "le mois 13 n'existe pas"),
        ("200069111", "siren", "la clé de contrôle est fausse"),
        ("20006911", "siren", "il faut neuf chiffres"),
        ("Landes", "siren", "il faut neuf chiffres"),
        ("200 069 110", "siren", "sans espace ni point"),
        ("donnees.exemple.fr", "email", "il manque l'arobase « @ »"),
        ("jean dupont@exemple.fr", "email", "un espace s'y est glissé"),
        ("a@exemple.fr, b@exemple.fr", "email", "il en faut une seule"),
        ("www.exemple.fr", "uri", "il manque « https:// » au début"),
        ("https://exemple.fr/a b", "uri", "un espace"),
        ("https://exemple.fr/é", "uri", "le caractère « é »"),
        ("https://a.fr https://b.fr", "uri", "il en faut une seule"),
    ],
)
def test_the_reason_of_a_refusal_is_told(value: str, form: str, expected: str) -> None:
    assert expected in why(value, form)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("demain", "date"),
        ("22/11/2026", "date"),
        ("deux jours", "duration"),
        ("javascript:alert(1)", "uri"),
        ("Ancien_Nom", ""),
        (" " * 100_000 + "@", "email"),
    ],
)
def test_a_refusal_without_a_reason_of_its_own_is_left_to_the_name_of_the_format(
    value: str, form: str
) -> None:
    assert why(value, form) == ""


def test_an_address_that_no_library_can_cut_is_no_exception() -> None:
    assert proposed("https://[transparence]www.exemple.fr", "uri", WEB) == ""
