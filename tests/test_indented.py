import pytest

from generator.indented import is_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Il forme aussi leurs agents",
        "douze communes, et la suite\nau printemps.",
        "« Nous avons gagné du temps »",
        "Voir https://www.exemple.fr/a_b?c=d pour la suite",
        "**Douze communes** publient leurs budgets",
        "- des formations\n- un portail ouvert",
        "1. Choisir les données\n2. Publier",
        "## Objectifs de la démarche",
        "Note : le syndicat aide douze communes ;\nil en aide d'autres.",
        "l'agent de la commune",
    ],
)
def test_a_sentence_is_told_from_code(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bonjour",
        "29 554 habitants",
        "import csv\nlignes = list(csv.reader(fichier))",
        "def lire(fichier):\n    return fichier.read()",
        "SELECT nom, siren FROM communes WHERE population",
        "git commit --message essai",
        "odl check kit/ressources/scdl.md",
        "pip install frictionless",
        "nom: Syndicat de l'Exemple\nstatut: publiée",
        "commune;population;budget\nÉglise;12;3",
        '{ "nom": "Le syndicat d\'Exemple" }',
        "<p>Le syndicat aide les communes.</p>",
        "# Lire le fichier de la commune\nlire fichier",
        "Nom          Population\nMont-de-Marsan   29554",
        "schema.json\ndonnées de base",
        "$ odl check Le fichier",
        "- nom: Le syndicat\n- nom: L'autre syndicat",
    ],
)
def test_code_is_left_alone(text: str) -> None:
    assert not is_sentence(text)


def test_a_large_text_is_judged_on_its_start() -> None:
    assert is_sentence("Le syndicat aide les communes.\n" * 30_000 + "{}")
