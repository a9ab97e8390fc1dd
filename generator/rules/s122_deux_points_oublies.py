"""Deux-points oubliés

## Ce qui est vérifié

Le nom d'un champ est suivi de « : ».

## Pourquoi

Sans les deux-points, la ligne est lue comme un texte.

## Exemple refusé

```yaml
nom Landes
```

## Exemple accepté

```yaml
nom: Landes
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "missing_colon"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key = fault.values["key"]
    yield Finding(
        fault.span,
        f"Il manque « : » après « {key} ».",
        f"Si « {key} » est le nom d'un champ, écrivez : {fault.values['mended']}",
    )
