"""Virgule dans une valeur

## Ce qui est vérifié

Entre accolades, une valeur qui contient une virgule est entre guillemets.

## Pourquoi

La virgule y sépare deux champs : la fin du texte serait prise pour un autre champ.

## Exemple refusé

```yaml
allies:
  - { nom: Communes, syndicats et agglomération }
```

## Exemple accepté

```yaml
allies:
  - { nom: "Communes, syndicats et agglomération" }
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "comma_in_value"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"« {fault.values['after'][:60]} » est lu comme un autre champ, à cause de la virgule qui précède.",
        f"Écrivez : {fault.values['mended']}",
    )
