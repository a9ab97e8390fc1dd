"""Deux-points dans une valeur

## Ce qui est vérifié

Une valeur qui contient « : » suivi d'un espace est entre guillemets droits.

## Pourquoi

Sans guillemets, ce qui précède « : » est pris pour le nom d'un champ.

## Exemple refusé

```yaml
titre: Une offre : la nôtre
```

## Exemple accepté

```yaml
titre: "Une offre : la nôtre"
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "colon_in_value"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key, field = fault.values["key"], fault.values["field"]
    where = f"La valeur de « {key} »" if key else "Cette valeur"
    other = f"allez à la ligne avant « {field}: » si c'est un autre champ ; sinon, " if field else ""
    advice = f"{other}mettez toute la valeur entre guillemets droits."
    yield Finding(
        fault.span,
        f"{where} contient « : ».",
        f"{advice[0].upper()}{advice[1:]} Écrivez : {fault.values['mended']}",
    )
