"""Exception périmée

## Ce qui est vérifié

Une exception de kit/exceptions.yml n'est pas encore à son terme.

## Pourquoi

Une faute acceptée sans terme ne serait jamais corrigée.

## Exemple refusé

```yaml
exceptions:
  - code: T106
    fichier: atd_offers/mon-territoire.md
    raison: Le sigle est celui d'une autre structure.
    jusqu_au: 2020-06-30
```

## Exemple accepté

```yaml
exceptions:
  - code: T106
    fichier: atd_offers/mon-territoire.md
    raison: Le sigle est celui d'une autre structure.
    jusqu_au: 2027-06-30
```
"""

from collections.abc import Iterator

from generator import french
from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "late_debt"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    code, path, until = (fault.values[name] for name in ("code", "path", "until"))
    yield Finding(
        fault.span,
        f"Cette exception a pris fin le {french.date(until)} : la faute {code} de « {path} » est à corriger.",
        "Corrigez la faute et retirez l'exception, ou repoussez son terme en disant pourquoi.",
    )
