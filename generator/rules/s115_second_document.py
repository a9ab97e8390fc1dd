"""Second document

## Ce qui est vérifié

Le fichier YAML ne contient qu'un document.

## Pourquoi

Ce qui suit une deuxième ligne « --- » ne serait jamais lu.

## Exemple refusé

```yaml
id: alpi
---
id: landes
```

## Exemple accepté

```yaml
id: alpi
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "second_document"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Une seconde fiche commence ici.",
        "Mettez-la dans son propre fichier. Si ce n'en est pas une, retirez la ligne « --- ».",
    )
