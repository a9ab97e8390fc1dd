"""argparse in French: it only speaks English, and its catalogue of messages has no French."""

import argparse
import re
from typing import NoReturn

from generator.console import MISUSE


class _French(argparse.HelpFormatter):
    """Puts the space that French wants before a colon."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Add the usage, under a French name."""
        super().add_usage(usage, actions, groups, prefix or "usage : ")

    def start_section(self, heading: str | None) -> None:
        """Begin a group of arguments."""
        super().start_section(f"{heading} ")


class FrenchParser(argparse.ArgumentParser):
    """Speaks French: help, and what it says before it exits with `MISUSE`."""

    def __init__(self, **known: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_French, **known)  # type: ignore[arg-type]
        self._positionals.title = "arguments"
        self.add_argument("-h", "--help", action="help", help="montre cette aide")

    def parse_known_args(self, *given, **named):  # type: ignore[no-untyped-def]
        """Refuse here what is unknown: the parser of the whole line does not know a command's options."""
        found, extra = super().parse_known_args(*given, **named)
        if extra:
            self.error(f"unrecognized arguments: {extra[0]}")
        return found, extra

    def error(self, message: str) -> NoReturn:
        """Exit, saying what is wrong and where to read more."""
        self.exit(MISUSE, f"odl : {self._translated(message)} Voir « {self.prog} --help ».\n")

    def _translated(self, message: str) -> str:
        """Say in French a message of argparse; one that a later version words otherwise is not quoted."""
        for pattern, sentence in _SENTENCES.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                words = found.groupdict()
                return sentence.format(**words, command=self.prog) + self._advice(**words)
        return "commande mal écrite."

    def _advice(self, wrong: str = "", known: str = "", **_others: str) -> str:
        """Propose the closest command or choice, else the closest option."""
        from generator.nearest import nearest  # noqa: PLC0415 — only for who mistypes; see `commands`

        choices = re.findall(r"[\w-]+", known)
        if known:
            close = nearest(wrong, choices)
            return f" Écrivez « {close} »." if close else f" Choix : {', '.join(choices)}."
        options = re.findall(r"--([\w-]+)", self.format_usage())
        close = nearest(wrong.lstrip("-").partition("=")[0], options)
        return f" Écrivez « --{close} »." if close else ""


_SENTENCES = {
    r"the following arguments are required: COMMANDE": "il manque la commande, par exemple « odl check ».",
    r"the following arguments are required: (?P<name>.*)": "il manque {name}.",
    r"unrecognized arguments: (?P<wrong>-.*)": "« {wrong} » n'est pas une option de « {command} ».",
    r"unrecognized arguments: (?P<extra>.*)": "« {extra} » est de trop.",
    r"argument COMMANDE: invalid choice: ['\"](?P<wrong>.*)['\"] \(choose from (?P<known>[^)]*)\).*": (
        "« {wrong} » n'est pas une commande."
    ),
    r"argument (?P<name>.*?): invalid choice: ['\"](?P<wrong>.*)['\"] \(choose from (?P<known>[^)]*)\).*": (
        "« {name} » ne peut être « {wrong} »."
    ),
    r"argument (?P<name>.*?): invalid int value: ['\"](?P<value>.*)['\"]": (
        "« {name} » attend un nombre entier, non « {value} »."
    ),
    r"argument (?P<name>.*?): expected one argument": "« {name} » attend une valeur.",
    r"argument (?P<name>.*?): ignored explicit argument .*": "« {name} » ne prend pas de valeur.",
}
"""Each message of argparse (3.11 to 3.14) in French."""
