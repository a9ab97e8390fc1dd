"""Champ manquant

## Ce qui est vérifié

Les champs obligatoires du canevas sont là, ainsi que ceux qu'un autre champ demande : une unité ne va
pas sans son nombre.

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
    key, label, example = (fault.values[name] for name in ("key", "label", "example"))
    line = f"{key}: {example or '…'}"
    if needed_by := fault.values.get("needed_by"):
        yield Finding(
            fault.span,
            f"Le champ « {needed_by} » demande aussi le champ « {key} » ({label}), qui manque.",
            f"Ajoutez « {line} », ou supprimez « {needed_by} ».",
        )
        return
    when, after = fault.values.get("when"), fault.values.get("after")
    reason = f" : il le faut quand {when}" if when else ""
    place = f", après « {after} »" if after else ""
    yield Finding(
        fault.span,
        f"Il manque le champ « {key} » ({label}){reason}.",
        f"Ajoutez {'par exemple ' if example else ''}« {line} »{place}.",
    )
