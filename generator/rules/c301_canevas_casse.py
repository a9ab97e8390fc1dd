"""Canevas invalide

## Ce qui est vérifié

Un canevas est un JSON Schema 2020-12 valide.

## Pourquoi

Un canevas cassé rendrait toutes les fiches de son genre illisibles.

## Exemple refusé

```yaml
type: texte
```

## Exemple accepté

```yaml
type: string
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "broken_canevas"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Ce canevas ne peut pas servir : {fault.values['problem']}.",
        "Comparez-le à un autre canevas ; les mots permis sont dans generator/schemas/canevas.yml.",
    )
