"""En-tête qui n'est pas une suite de champs

## Ce qui est vérifié

L'en-tête est une suite de « champ: valeur ».

## Pourquoi

Une liste ou un texte seul n'a pas de nom de champ.

## Exemple refusé

```text
---
- alpi
---
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
CAUSE = "not_a_mapping"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "L'en-tête n'est pas une suite de champs.",
        "Écrivez « champ: valeur » sur chaque ligne.",
    )
