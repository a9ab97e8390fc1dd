"""Champ manquant

## Ce qui est vérifié

Les champs obligatoires du canevas sont là.

## Pourquoi

Un champ manquant laisse un vide sur la page, ou empêche de trouver la fiche.

## Exemple refusé

```yaml
id: alpi
```

## Exemple accepté

```yaml
id: alpi
nom: Agence landaise pour l'informatique
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "missing_field"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    label, key, example = (fault.values[name] for name in ("label", "key", "example"))
    yield Finding(
        fault.span,
        f"Il manque le champ « {key} » ({label}).",
        f"Ajoutez par exemple « {key}: {example} »." if example else f"Ajoutez une ligne « {key}: … ».",
    )
