"""Nom de fichier mal formé

## Ce qui est vérifié

Le nom ne contient que des minuscules sans accent, des chiffres et des traits d'union.

## Pourquoi

Le nom devient une adresse : un accent ou un espace la casse d'un ordinateur à l'autre.

## Exemple refusé

```text
Pays Basque (été).md
```

## Exemple accepté

```text
pays-basque.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.files import proposed_name
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "bad_file_name"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Le nom « {fault.values['name']} » ne convient pas à une fiche.",
        f"Renommez le fichier en « {proposed_name(fault.values['name'])} ».",
    )
