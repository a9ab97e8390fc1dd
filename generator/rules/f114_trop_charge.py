"""Fichier trop chargé

## Ce qui est vérifié

Un fichier ne compte pas un nombre démesuré de valeurs, de titres, de liens ou de signes de mise en forme.

## Pourquoi

Une fiche en compte un millier. Au-delà de cinquante mille, le fichier est abîmé, ou fait pour ralentir le
contrôle.

## Exemple refusé

```text
cent mille titres dans alpi.md
```

## Exemple accepté

```text
vingt titres dans alpi.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "too_many_parts"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Ce fichier a plus de {fault.values['limit']} éléments : la suite n'est pas lue.",
        "Gardez le texte de la fiche, et donnez le reste par un lien.",
    )
