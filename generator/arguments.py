"""The command line of `odl`: its commands and their options."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator import reporters
from generator.french_parser import FrenchParser

if TYPE_CHECKING:
    _Commands: TypeAlias = "argparse._SubParsersAction[FrenchParser]"  # argparse gives it no public name


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line, that of the system when none is given.

    Returns:
        `command`, `root`, `needs_kit` and the options of the command.

    Raises:
        SystemExit: help was asked for (0), or the command is badly written (2); it was said.
    """
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = FrenchParser(prog="odl", description="Contrôle et construit un kit OpenDataLocale.")
    _add_root(parser, default=None)
    parser.set_defaults(needs_kit=True)
    commands = parser.add_subparsers(
        required=True, dest="command", title="commandes", metavar="COMMANDE", prog="odl"
    )
    for add in (_add_check, _add_build, _add_serve, _add_new, _add_explain):
        add(commands)
    return parser


def _add_check(commands: "_Commands") -> None:
    check = _command(commands, "check", "contrôle les fiches")
    check.add_argument("paths", nargs="*", metavar="CHEMIN", help="ne montrer que ces fichiers ou dossiers")
    check.add_argument("--fix", action="store_true", help="corriger ce qui peut l'être sans risque")
    formats = reporters.names()
    check.add_argument(
        "--format",
        choices=formats,
        default="text",
        metavar="FORME",
        help=f"forme du résultat : {', '.join(formats)} (text si rien n'est dit)",
    )
    check.add_argument(
        "--adresse-modification",
        default="",
        metavar="URL",
        help="où les liens « Modifier » ouvrent les fichiers, au lieu de l'adresse de mkdocs.yml",
    )


def _add_build(commands: "_Commands") -> None:
    build = _command(commands, "build", "construit le site")
    build.add_argument("--site-dir", type=Path, metavar="DOSSIER", help="où écrire le site (site/ du kit)")
    build.add_argument(
        "--sans-recherche", action="store_true", help="faire un site où rien ne se cherche par mots"
    )
    _add_progress(build)


def _add_serve(commands: "_Commands") -> None:
    server = _command(commands, "serve", "construit le site et le montre sur cette machine")
    server.add_argument("--port", type=int, default=8000, metavar="N", help="port d'écoute (8000)")
    _add_progress(server)


def _add_progress(parser: FrenchParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="ne dire que les fautes et les erreurs")
    parser.add_argument("--timings", action="store_true", help="dire combien de temps prend chaque étape")


def _add_new(commands: "_Commands") -> None:
    new = _command(commands, "new", "prépare une fiche à remplir, en posant les questions utiles")
    new.add_argument(
        "kind", nargs="?", metavar="GENRE", help="genre de la fiche : le nom d'un fichier de kit/canevas/"
    )
    new.add_argument("id", nargs="?", metavar="ID", help="identifiant de la fiche, comme mon-territoire")
    new.add_argument(
        "--champ",
        action="append",
        default=[],
        metavar="CHAMP=VALEUR",
        help="valeur déjà connue ; se répète ; « sources.titre » est le titre de la source",
    )
    new.add_argument("--sans-question", action="store_true", help="ne rien demander")


def _add_explain(commands: "_Commands") -> None:
    explain = _command(commands, "explain", "explique une règle")
    explain.set_defaults(needs_kit=False)
    explain.add_argument("code", metavar="CODE", help="par exemple C103")


def _command(commands: "_Commands", name: str, text: str) -> FrenchParser:
    found = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    _add_root(found, default=argparse.SUPPRESS)  # what stands before the command is kept
    return found


def _add_root(parser: argparse.ArgumentParser, default: str | None) -> None:
    meaning = "dossier du kit (le plus proche, en remontant, qui contient mkdocs.yml)"
    parser.add_argument("--root", type=Path, metavar="DOSSIER", default=default, help=meaning)
