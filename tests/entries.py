"""Entries of the minimal kit, made of text."""

from generator.canevas import Canevas
from generator.definitions import load
from generator.diagnostic import Fault
from generator.entry import Entry, interpret
from generator.source import from_bytes
from tests.conftest import MINIMAL

OFFRE = load(MINIMAL).canevases[0]


HEAD = """---
id: essai
nom: Syndicat d'Exemple
resume: Une fiche complète, pour les tests.
statut: publiee
enjeux: [transparence]
---
"""


BODY = """
## Contexte

Douze communes.

## Objectifs

Publier.
"""


def entry(text: str, path: str = "atd_offers/essai.md", canevas: Canevas = OFFRE) -> Entry:
    found = interpret(from_bytes(path, text.encode()), canevas)
    assert found is not None
    return found


def noted(text: str) -> list[tuple[str, int]]:
    return [(fault.cause, fault.span.line) for fault in entry(text).faults]


def fault(text: str) -> Fault:
    (found,) = entry(text).faults
    return found
