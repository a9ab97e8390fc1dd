"""Section vide

## Ce qui est vérifié

Une section a du texte sous son titre.

## Pourquoi

Un titre seul laisse croire que la page est cassée.

## Exemple refusé

```markdown
## Résultats attendus
```

## Exemple accepté

```markdown
## Résultats attendus

Dix communes publient un premier jeu de données.
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "empty_section"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"La section « {fault.values['title']} » est vide.",
        "Écrivez au moins une phrase, ou retirez le titre s'il n'est pas obligatoire.",
    )
