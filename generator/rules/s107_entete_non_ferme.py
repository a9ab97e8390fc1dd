"""En-tête non fermé

## Ce qui est vérifié

L'en-tête se termine par une ligne « --- ».

## Pourquoi

Sans elle, on ne sait pas où finissent les champs et où commence le texte.

## Exemple refusé

```text
---
id: alpi

## Contexte
```

## Exemple accepté

```text
---
id: alpi
---

## Contexte
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "head_not_closed"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    line, after = fault.values.get("line", ""), fault.values.get("after", "")
    if line:
        yield Finding(
            fault.span, f"L'en-tête est fermé par « {line} ».", "Écrivez trois traits d'union : ---"
        )
        return
    place = f"la ligne {after}, celle du dernier champ" if after else "le dernier champ"
    yield Finding(
        fault.span,
        "L'en-tête s'ouvre ici et n'est jamais fermé.",
        f"Ajoutez une ligne « --- » après {place}.",
    )
