"""Texte après le guillemet fermant

## Ce qui est vérifié

Rien ne suit le guillemet qui ferme une valeur.

## Pourquoi

YAML arrête la valeur au guillemet fermant et ne sait que faire de la suite.

## Exemple refusé

```yaml
nom: 'L'Agence des Landes'
```

## Exemple accepté

```yaml
nom: "L'Agence des Landes"
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "after_quote"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    text = fault.values["text"][:60]
    yield Finding(
        fault.span,
        f"La valeur est fermée par un guillemet avant « {text} ».",
        f"Écrivez : {fault.values['mended']}",
    )
