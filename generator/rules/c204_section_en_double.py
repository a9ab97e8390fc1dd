"""Section écrite deux fois

## Ce qui est vérifié

Chaque section ne paraît qu'une fois.

## Pourquoi

Le lecteur ne saurait pas laquelle vaut.

## Exemple refusé

```markdown
## Alliance(s)
…
## Alliance(s)
```

## Exemple accepté

```markdown
## Alliance(s)
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "duplicate_section"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    title, line = fault.values["title"], fault.values["line"]
    yield Finding(
        fault.span,
        f"La section « {title} » est déjà écrite à la ligne {line}.",
        "Réunissez les deux textes sous un seul titre.",
    )
