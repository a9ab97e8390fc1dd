"""Fichier illisible

## Ce qui est vérifié

Le fichier s'ouvre en lecture.

## Pourquoi

Sans le lire, on ne peut ni le contrôler ni le publier.

## Exemple refusé

```text
alpi.md (droits retirés)
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
CAUSE = "unreadable"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Le fichier n'a pas pu être lu : {fault.values['reason']}.",
        "Vérifiez que c'est un fichier ordinaire et que vous avez le droit de le lire.",
    )
