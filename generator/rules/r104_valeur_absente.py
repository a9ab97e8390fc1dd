"""Valeur absente de mkdocs.yml

## Ce qui est vérifié

Une page cite entre doubles crochets une valeur écrite dans « extra », dans mkdocs.yml.

## Pourquoi

Le lecteur verrait « [[editeur.nom]] » au lieu du nom de l'éditeur.

## Exemple refusé

```markdown
[[editeur.mon]]
```

## Exemple accepté

```markdown
[[editeur.nom]]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "unknown_value"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"La valeur « {fault.values['name']} » n'est pas dans mkdocs.yml.",
        "Écrivez-la sous « extra: », ou corrigez le nom entre les crochets.",
    )
