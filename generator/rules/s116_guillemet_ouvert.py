"""Guillemet seul

## Ce qui est vérifié

Un guillemet ouvert au début d'une valeur est fermé à la fin, et l'inverse.

## Pourquoi

Sans guillemet fermant, les champs qui suivent sont pris pour la suite de la valeur.

## Exemple refusé

```yaml
nom: "Syndicat des Landes
statut: publiee
```

## Exemple accepté

```yaml
nom: "Syndicat des Landes"
statut: publiee
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "open_quote"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    sign = fault.values["sign"]
    is_closing = "text" in fault.values
    yield Finding(
        fault.span,
        f"Le guillemet « {sign} » ferme une valeur qui n'en ouvre pas."
        if is_closing
        else f"Le guillemet « {sign} » ouvert ici n'est jamais fermé.",
        f"Écrivez : {fault.values['mended']}",
    )
