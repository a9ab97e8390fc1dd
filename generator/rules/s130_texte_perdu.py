"""Texte perdu après un dièse

## Ce qui est vérifié

Un « # » collé à un mot, après une valeur, est entre guillemets avec elle.

## Pourquoi

Après un espace, « # » commence un commentaire : la suite de la ligne n'est pas lue.

## Exemple refusé

```yaml
nom: Espace numérique #1
```

## Exemple accepté

```yaml
nom: "Espace numérique #1"
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.FAULT
CAUSE = "hash"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Ce qui suit « # » n'est pas lu : la valeur s'arrête à « {fault.values['text'][-60:]} ».",
        f"Si c'est un commentaire, mettez un espace après « # ». Sinon, écrivez : {fault.values['mended']}",
    )
