"""Espace oublié après les deux-points

## Ce qui est vérifié

Un espace suit les deux-points d'un champ.

## Pourquoi

« nom:Landes » est lu comme un mot : le champ n'existe pas.

## Exemple refusé

```yaml
nom:Landes
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
CAUSE = "colon_space"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Il manque un espace après « {fault.values['key']}: ».",
        f"Écrivez : {fault.values['mended']}",
    )
