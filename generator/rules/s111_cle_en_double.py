"""Champ écrit deux fois

## Ce qui est vérifié

Chaque champ ne paraît qu'une fois.

## Pourquoi

La seconde valeur effacerait la première sans le dire.

## Exemple refusé

```yaml
id: alpi
id: landes
```

## Exemple accepté

```yaml
id: alpi
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "duplicate_key"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key, line = fault.values["key"], fault.values["line"]
    yield Finding(
        fault.span,
        f"Le champ « {key} » est déjà écrit à la ligne {line}.",
        "Gardez un seul des deux.",
    )
