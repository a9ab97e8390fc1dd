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
from generator.french import count
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "tab"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    spaces, others = int(fault.values["spaces"]), int(fault.values["others"])
    advice = f"Mettez {count(spaces, 'espace', 'espaces')} à la place." if spaces else "Supprimez-la."
    also = f" Faites de même pour {count(others, 'autre ligne', 'autres lignes')}." if others else ""
    yield Finding(
        fault.span,
        "Cette ligne commence par une tabulation.",
        f"{advice}{also} Écrivez : {fault.values['mended']}",
    )
