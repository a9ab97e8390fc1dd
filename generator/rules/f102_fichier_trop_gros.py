"""Fichier trop gros

## Ce qui est vérifié

Une fiche pèse au plus 1 Mo (1 024 ko).

## Pourquoi

Une fiche en pèse dix : un fichier plus gros est une erreur, ou ralentit tout le monde.

## Exemple refusé

```text
alpi.md (10 Mo)
```

## Exemple accepté

```text
alpi.md (12 ko)
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "too_large"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    size, limit = fault.values["size"], fault.values["limit"]
    yield Finding(
        fault.span,
        f"Le fichier pèse {size} ko, la limite est de {limit} ko.",
        "Gardez le texte de la fiche, et donnez le reste par un lien.",
    )
