"""The help of `odl`, word for word, and what it answers to a command badly written."""

import argparse
import re
from pathlib import Path

import pytest

from generator.arguments import parse

Captured = pytest.CaptureFixture[str]
EXPECTED = Path(__file__).with_name("help")
COMMANDS = ("check", "build", "serve", "new", "explain")
ENGLISH = re.compile(
    r"\b(usage:|positional|arguments:|options:|show|this|help message|and exit|default|invalid|choice|choose|"
    r"from|expected|required|following|unrecognized|are|value)\b"
)


def said(capsys: Captured, *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        parse(arguments)
    out, err = capsys.readouterr()
    assert ENGLISH.findall(out + err) == []
    return int(str(stop.value.code)), out + err


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_each_help_is_said_word_for_word(capsys: Captured, command: str) -> None:
    expected = (EXPECTED / f"odl{command and '-'}{command}.txt").read_text("utf-8")
    assert said(capsys, *command.split(), "--help") == (0, expected)


def test_every_help_that_is_expected_is_that_of_a_command() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == {"odl", *(f"odl-{name}" for name in COMMANDS)}


@pytest.mark.parametrize(
    ("line", "command", "sentence"),
    [
        ("", "odl", "il manque la commande, par exemple « odl check »."),
        ("chek", "odl", "« chek » n'est pas une commande. Écrivez « check »."),
        ("danser", "odl", "« danser » n'est pas une commande. Choix : check, build, serve, new, explain."),
        ("--foo check", "odl", "« --foo » n'est pas une option de « odl »."),
        ("--format=text check", "odl", "« --format=text » n'est pas une option de « odl »."),
        (
            "check --fromat json",
            "odl check",
            "« --fromat » n'est pas une option de « odl check ». Écrivez « --format ».",
        ),
        (
            "check --form json",
            "odl check",
            "« --form » n'est pas une option de « odl check ». Écrivez « --format ».",
        ),
        ("check --format jsn", "odl check", "« --format » ne peut être « jsn ». Écrivez « json »."),
        ("serve --port x", "odl serve", "« --port » attend un nombre entier, non « x »."),
        ("serve --port", "odl serve", "« --port » attend une valeur."),
        ("new offre essai x", "odl new", "« x » est de trop."),
        ("explain", "odl explain", "il manque CODE."),
        ("check --help=oui", "odl check", "« -h/--help » ne prend pas de valeur."),
    ],
)
def test_a_command_badly_written_is_told_what_to_write(
    capsys: Captured, line: str, command: str, sentence: str
) -> None:
    assert said(capsys, *line.split()) == (2, f"odl : {sentence} Voir « {command} --help ».\n")


def options(line: str) -> argparse.Namespace:
    return parse(line.split())


@pytest.mark.parametrize("line", ["--root x check", "check --root x", "--root y check --root x"])
def test_the_kit_may_be_named_before_or_after_the_command(line: str) -> None:
    assert options(line).root == Path("x")


def test_without_options_a_command_has_its_defaults() -> None:
    check, new = options("check"), options("new")
    assert (check.root, check.paths, check.format, check.needs_kit) == (None, [], "text", True)
    assert (new.kind, new.id, new.champ, new.sans_question) == (None, None, [], False)
    assert options("serve").port == 8000
    assert (options("build").site_dir, options("build").sans_recherche) == (None, False)
    assert not options("explain C103").needs_kit
