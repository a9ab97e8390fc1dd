"""Tabulation

## Ce qui est vérifié

Le décalage des lignes de l'en-tête se fait avec des espaces.

## Pourquoi

Une tabulation n'a pas la même largeur partout : YAML la refuse.

## Exemple refusé

```yaml
territoire:
<TAB>libelle: Landes
```

## Exemple accepté

```yaml
territoire:
  libelle: Landes
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "tab"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Il y a une tabulation dans l'en-tête.",
        f"Remplacez-la par deux espaces : « {fault.values['line'].replace(chr(9), '  ').rstrip()} ».",
    )
