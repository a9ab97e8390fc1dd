"""Virgule de liste

## Ce qui est vérifié

Entre crochets ou accolades, une virgule sépare deux valeurs.

## Pourquoi

Sans virgule, ou avec deux, YAML ne sait pas où finit une valeur.

## Exemple refusé

```yaml
enjeux: ["transparence" "confiance"]
```

## Exemple accepté

```yaml
enjeux: ["transparence", "confiance"]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "missing_comma"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    before, after = fault.values["before"][-40:], fault.values["after"]
    said = f"Il manque une virgule après « {before} »." if before else "Une virgule est de trop."
    if not before and after != ",":
        said = "Il manque une virgule."
    yield Finding(fault.span, said, f"Écrivez : {fault.values['mended']}")
