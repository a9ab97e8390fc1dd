"""En-tête non fermé

## Ce qui est vérifié

L'en-tête se termine par une ligne « --- ».

## Pourquoi

Sans elle, on ne sait pas où finissent les champs et où commence le texte.

## Exemple refusé

```text
---
id: alpi

## Contexte
```

## Exemple accepté

```text
---
id: alpi
---

## Contexte
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "head_not_closed"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "L'en-tête s'ouvre ici et n'est jamais fermé.",
        "Ajoutez une ligne « --- » après le dernier champ.",
    )
