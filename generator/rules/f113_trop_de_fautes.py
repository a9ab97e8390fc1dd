"""Trop de fautes pareilles

## Ce qui est vérifié

Un fichier n'a pas plus de cinq cents fautes de la même règle.

## Pourquoi

Au-delà, le fichier est sans doute abîmé d'un bloc : la liste entière n'aiderait personne.

## Exemple refusé

```text
mille fautes C103 dans alpi.md
```

## Exemple accepté

```text
deux fautes C103 dans alpi.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.FAULT
CAUSE = "too_many"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    code, shown = fault.values["code"], fault.values["shown"]
    yield Finding(
        fault.span,
        f"Ce fichier a plus de {shown} fautes {code} : les suivantes ne sont pas montrées.",
        "Corrigez les premières ; si elles ont la même cause, le reste disparaîtra.",
    )
