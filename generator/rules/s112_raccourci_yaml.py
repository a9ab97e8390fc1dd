"""Raccourci YAML

## Ce qui est vérifié

L'en-tête n'emploie ni ancre (&), ni renvoi (*), ni étiquette (!).

## Pourquoi

Ces raccourcis ne servent à rien ici, et permettent d'écrire un petit fichier qui en devient un
énorme.

## Exemple refusé

```yaml
enjeux: *memes
```

## Exemple accepté

```yaml
enjeux: [transparence]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "alias"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"« {fault.values['sign']} » est un raccourci YAML, que le kit n'accepte pas.",
        "Écrivez la valeur en toutes lettres, ou entre guillemets si le signe en fait partie.",
    )
