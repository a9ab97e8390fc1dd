"""Fins de ligne de Windows

## Ce qui est vérifié

Les lignes finissent par LF seul.

## Pourquoi

Des fins de ligne mêlées font croire que tout le fichier a changé.

## Exemple refusé

```text
id: alpi<CR><LF>
```

## Exemple accepté

```text
id: alpi<LF>
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Edit, Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
MENDS = True
CAUSE = "carriage_return"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Les lignes finissent comme sous Windows (CR LF).",
        "Choisissez « LF » dans la barre d'état de votre éditeur, puis enregistrez.",
        (Edit.rewriting(fault.span.path),),
    )
