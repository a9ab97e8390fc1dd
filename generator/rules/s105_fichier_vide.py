"""Fichier vide

## Ce qui est vérifié

Le fichier contient du texte.

## Pourquoi

Un fichier vide ne dit rien à personne ; il a pu être effacé par accident.

## Exemple refusé

```text
(rien)
```

## Exemple accepté

```text
---
id: alpi
---
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "empty_file"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Le fichier est vide.",
        "Remplissez-le, ou supprimez-le. « odl new » prépare une fiche à remplir.",
    )
