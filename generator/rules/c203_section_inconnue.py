"""Section inconnue

## Ce qui est vérifié

Les titres de niveau 2 sont ceux du canevas.

## Pourquoi

Toutes les fiches d'un genre ont le même plan, pour être comparées.

## Exemple refusé

```markdown
## Nos envies
```

## Exemple accepté

```markdown
## Objectifs pour l'ATD
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.nearest import nearest
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "unknown_section"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    title, known = fault.values["title"], fault.values["known"].split("\n")
    close = nearest(title, known)
    yield Finding(
        fault.span,
        f"La section « {title} » n'est pas dans le canevas.",
        f"Écrivez « ## {close} »." if close else f"Sections possibles : {' ; '.join(known)}.",
    )
