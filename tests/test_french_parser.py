import argparse

import pytest

from generator.console import MISUSE
from generator.french_parser import FrenchParser

Captured = pytest.CaptureFixture[str]


def parser() -> FrenchParser:
    found = FrenchParser(prog="essai")
    found.add_argument("--forme", choices=["texte", "json"])
    found.add_argument("--nombre", type=int)
    found.add_argument("--oui", action="store_true")
    found.add_argument("nom", metavar="NOM")
    return found


def refusal(capsys: Captured, *arguments: str) -> str:
    with pytest.raises(SystemExit) as stop:
        parser().parse_args(arguments)
    assert stop.value.code == MISUSE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(" Voir « essai --help ».\n")
    return err.removesuffix(" Voir « essai --help ».\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "il manque NOM."),
        (["a", "--form"], "« --form » n'est pas une option de « essai ». Écrivez « --forme »."),
        (["a", "-z"], "« -z » n'est pas une option de « essai »."),
        (["a", "b"], "« b » est de trop."),
        (["a", "l'été et"], "« l'été et » est de trop."),
        (["a", "b c"], "« b c » est de trop."),
        (["a", "--forme", "jsn"], "« --forme » ne peut être « jsn ». Écrivez « json »."),
        (["a", "--forme", "l'xml"], "« --forme » ne peut être « l'xml ». Choix : texte, json."),
        (["a", "--forme"], "« --forme » attend une valeur."),
        (["a", "--nombre", "dix"], "« --nombre » attend un nombre entier, non « dix »."),
        (["a", "--oui=3"], "« --oui » ne prend pas de valeur."),
        (["a", "--forme", "{}"], "« --forme » ne peut être « {} ». Choix : texte, json."),
    ],
)
def test_each_misuse_is_said_in_french(capsys: Captured, arguments: list[str], sentence: str) -> None:
    assert refusal(capsys, *arguments) == f"odl : {sentence}"


def test_a_message_that_is_not_known_is_not_quoted_in_english(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        parser().error("something went wrong")
    assert capsys.readouterr().err == "odl : commande mal écrite. Voir « essai --help ».\n"


def test_help_is_in_french(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    with pytest.raises(SystemExit) as stop:
        parser().parse_args(["-h"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == (
        "usage : essai [-h] [--forme {texte,json}] [--nombre NOMBRE] [--oui] NOM\n"
        "\n"
        "arguments :\n"
        "  NOM\n"
        "\n"
        "options :\n"
        "  -h, --help            montre cette aide\n"
        "  --forme {texte,json}\n"
        "  --nombre NOMBRE\n"
        "  --oui\n"
    )


def test_a_usage_on_several_lines_stays_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    first, second, *_ = parser().format_usage().split("\n")
    assert first.startswith("usage : essai [")
    assert second.startswith(" " * len("usage : essai ") + "[")


def test_the_class_of_the_parsers_of_commands_is_the_same() -> None:
    commands = parser().add_subparsers()
    assert isinstance(commands.add_parser("un"), FrenchParser)
    assert issubclass(FrenchParser, argparse.ArgumentParser)
