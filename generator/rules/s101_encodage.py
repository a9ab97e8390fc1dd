"""Encodage autre que UTF-8

## Ce qui est vérifié

Le fichier est enregistré en UTF-8.

## Pourquoi

Dans un autre encodage, les accents deviennent illisibles pour une partie des lecteurs.

## Exemple refusé

```text
D\xe9partement   (Latin-1)
```

## Exemple accepté

```text
Département     (UTF-8)
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "wrong_encoding"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Un caractère n'est pas en UTF-8, près de « {fault.values['text']} ».",
        "Enregistrez le fichier avec l'encodage « UTF-8 » de votre éditeur, puis relisez les accents.",
    )
