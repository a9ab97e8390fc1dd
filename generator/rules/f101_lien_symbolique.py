"""Lien symbolique

## Ce qui est vérifié

Une fiche est un vrai fichier, dans son dossier.

## Pourquoi

Un lien peut mener hors du dépôt et faire publier un fichier qui n'est pas à vous.

## Exemple refusé

```text
alpi.md -> ../../autre/fichier.md
```

## Exemple accepté

```text
alpi.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "symbolic_link"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Ce fichier est un lien vers un autre endroit.",
        "Remplacez le lien par le fichier lui-même.",
    )
