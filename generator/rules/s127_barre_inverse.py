"""Barre oblique inverse

## Ce qui est vérifié

Une valeur qui contient « \\ » n'est pas entre guillemets doubles.

## Pourquoi

Entre guillemets doubles, « \\ » et la lettre qui suit forment un code, que YAML ne connaît pas.

## Exemple refusé

```yaml
note: "Accueil\\Données"
```

## Exemple accepté

```yaml
note: 'Accueil\\Données'
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "backslash"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "« \\ » a un sens spécial entre guillemets doubles.",
        f"Employez des apostrophes autour de la valeur. Écrivez : {fault.values['mended']}",
    )
