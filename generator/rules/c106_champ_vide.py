"""Champ vide

## Ce qui est vérifié

Un champ écrit a une valeur.

## Pourquoi

Une ligne laissée vide fait attendre une réponse qui ne vient pas.

## Exemple refusé

```yaml
portail:
```

## Exemple accepté

```yaml
portail: https://www.exemple.fr/
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "empty_field"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key = fault.values["key"]
    where = f"Le champ « {key} » est vide" if key else "Cette ligne est vide"
    yield Finding(
        fault.span, f"{where}.", "Complétez-le ; s'il est facultatif, vous pouvez supprimer la ligne."
    )
