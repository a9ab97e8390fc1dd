"""En-tête absent

## Ce qui est vérifié

Un fichier Markdown commence par un en-tête entre deux lignes « --- » ; rien ne le précède.

## Pourquoi

L'en-tête porte le nom, le territoire, les enjeux : sans lui, la fiche ne peut pas être classée.

## Exemple refusé

```text
# Notre offre
```

## Exemple accepté

```text
---
id: alpi
---
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "no_head"
BLOCKING = True

_HYPHENS = 3


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    if before := fault.values.get("before"):
        yield Finding(
            fault.span,
            f"Du texte précède l'en-tête : « {before} ».",
            "Retirez ce qui est au-dessus de la ligne « --- » : le titre de la page vient des champs.",
        )
        return
    line = fault.values.get("line", "")
    if line and (line.strip("-") or len(line) < _HYPHENS):
        said = f"L'en-tête s'ouvre par « {line} »."
    else:
        said = "L'en-tête n'est pas à la première ligne." if line else "Le fichier n'a pas d'en-tête."
    yield Finding(
        fault.span,
        said,
        "La première ligne doit être « --- », suivie des champs, puis d'une autre ligne « --- ».",
    )
