"""Section déplacée

## Ce qui est vérifié

Les sections suivent l'ordre du canevas.

## Pourquoi

Le même ordre partout permet de lire deux fiches côte à côte.

## Exemple refusé

```markdown
## Objectifs pour l'ATD
…
## Contexte / Enjeu(x)
```

## Exemple accepté

```markdown
## Contexte / Enjeu(x)
…
## Objectifs pour l'ATD
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "misordered_section"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    title, before = fault.values["title"], fault.values["before"]
    yield Finding(
        fault.span,
        f"La section « {title} » vient trop tard.",
        f"Placez-la avant « {before} ».",
    )
