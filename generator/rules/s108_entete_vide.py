"""En-tête vide

## Ce qui est vérifié

L'en-tête contient des champs.

## Pourquoi

Sans champ, la fiche n'a ni nom ni adresse.

## Exemple refusé

```text
---
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
CAUSE = "empty_head"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "L'en-tête est vide.",
        "Écrivez au moins les champs obligatoires, un par ligne : « id: mon-territoire ».",
    )
