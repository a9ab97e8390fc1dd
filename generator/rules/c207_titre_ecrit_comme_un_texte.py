"""Titre de section écrit comme un texte

## Ce qui est vérifié

Le titre d'une section est une ligne qui commence par « ## » et un espace. Le mettre en gras, ou seul sur sa
ligne, n'en fait pas un titre.

## Pourquoi

La section paraîtrait manquer, et un lecteur d'écran ne pourrait pas aller à ce titre.

## Exemple refusé

```markdown
**Alliance(s)**
```

## Exemple accepté

```markdown
## Alliance(s)
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Edit, Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "unmarked_title"
MENDS = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    title = fault.values["title"]
    yield Finding(
        fault.span,
        f"Le titre de la section « {title} » est écrit comme un texte.",
        f"Écrivez « ## {title} », seul sur sa ligne.",
        (Edit(fault.span._replace(column=1), f"## {title}"),),
    )
