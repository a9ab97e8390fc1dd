"""Texte trop imbriqué

## Ce qui est vérifié

L'en-tête n'a pas plus de douze niveaux de décalage, et le texte pas plus de vingt citations ou listes
l'une dans l'autre.

## Pourquoi

Aucune fiche n'en demande autant : c'est une erreur, ou un fichier fait pour nuire.

## Exemple refusé

```yaml
[[[[[[[[[[[[[trop]]]]]]]]]]]]]
```

## Exemple accepté

```yaml
[assez]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "too_deep"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Il y a ici plus de {fault.values['limit']} niveaux imbriqués.",
        "Reprenez la forme d'une fiche existante.",
    )
