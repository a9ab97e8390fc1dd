"""Champ inconnu

## Ce qui est vérifié

Les champs écrits sont ceux du canevas.

## Pourquoi

Un champ mal orthographié serait ignoré sans bruit.

## Exemple refusé

```yaml
enjeu: [transparence]
```

## Exemple accepté

```yaml
enjeux: [transparence]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.nearest import nearest
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "unknown_field"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key, known = fault.values["key"], fault.values["known"].split()
    close = nearest(key, known)
    yield Finding(
        fault.span,
        f"Le champ « {key} » n'existe pas.",
        f"Écrivez « {close} »." if close else f"Champs possibles : {', '.join(known)}.",
    )
