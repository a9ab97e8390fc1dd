"""Champs dans un autre ordre

## Ce qui est vérifié

Les champs de l'en-tête se suivent dans l'ordre du canevas.

## Pourquoi

Le même ordre partout permet de comparer deux fiches d'un coup d'œil, et de voir ce qui manque.

## Exemple refusé

```yaml
nom: Agence landaise pour l'informatique
id: alpi
```

## Exemple accepté

```yaml
id: alpi
nom: Agence landaise pour l'informatique
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.field_order import first_disorder, in_order
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY
MENDS = True


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    if found := first_disorder(entry):
        yield Finding(
            found.key.span,
            f"Le champ « {found.key.text} » vient avant « {found.before} » dans le canevas.",
            "Remettez les champs dans l'ordre du canevas.",
            in_order(entry),
        )
