"""Ligne du registre mal écrite

## Ce qui est vérifié

Chaque ligne de kit/adresses.txt est l'adresse d'une fiche sur le site : le nom de son genre, puis son
identifiant, avec une barre après chacun. Une ligne vide, ou qui commence par « # », n'est pas lue.

## Pourquoi

Une adresse mal écrite ne se compare à aucune fiche : sa disparition passerait inaperçue.

## Exemple refusé

```text
https://kit.exemple.fr/offres/alpi
```

## Exemple accepté

```text
offres/alpi/
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "not_an_address"
BLOCKING = True


def check(fault: Fault, definitions: Definitions) -> Iterator[Finding]:
    text = fault.values["text"]
    yield Finding(fault.span, f"« {text} » n'est pas l'adresse d'une fiche.", _advice(text, definitions))


def _advice(text: str, definitions: Definitions) -> str:
    """Give the address that the line holds, among other words or signs."""
    written = text.partition("#")[0].split()
    if len(written) > 1:
        return "Écrivez une seule adresse par ligne."
    *_, kind, identifier = ["", "", *(part for part in "".join(written).split("/") if part)]
    if any(canevas.address == f"{kind}/" for canevas in definitions.canevases):
        return f"Écrivez « {kind}/{identifier}/ »."
    return "Écrivez le genre et l'identifiant, comme « offres/alpi/ », ou retirez cette ligne."
