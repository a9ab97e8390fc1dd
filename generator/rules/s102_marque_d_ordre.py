"""Marque d'ordre des octets

## Ce qui est vérifié

Le fichier ne commence pas par la marque invisible que certains éditeurs ajoutent (BOM).

## Pourquoi

Cette marque cache le début du fichier à d'autres programmes.

## Exemple refusé

```text
<BOM>---
```

## Exemple accepté

```text
---
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Edit, Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
MENDS = True
CAUSE = "byte_order_mark"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Le fichier commence par une marque invisible (BOM).",
        "Enregistrez-le en « UTF-8 » et non en « UTF-8 avec BOM ».",
        (Edit.rewriting(fault.span.path),),
    )
