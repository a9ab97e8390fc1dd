"""Espace insécable

## Ce qui est vérifié

Devant le nom d'un champ, et de chaque côté de ses deux-points, les espaces sont ordinaires.

## Pourquoi

Un traitement de texte met un espace insécable devant « : ». Il ne se voit pas, mais YAML le prend pour une
lettre du nom.

## Exemple refusé

```yaml
nom<ESPACE INSÉCABLE>: Landes
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
CAUSE = "odd_space"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        "Il y a ici un espace insécable, qui ne se voit pas.",
        f"Effacez-le, puis tapez un espace ordinaire s'il en faut un. Écrivez : {fault.values['mended']}",
    )
