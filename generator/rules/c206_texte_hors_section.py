"""Texte hors section

## Ce qui est vérifié

Le texte d'une fiche est toujours sous un titre de section.

## Pourquoi

Un texte placé avant le premier titre n'a pas sa place dans le plan de la page.

## Exemple refusé

```markdown
---
id: alpi
---
Bonjour
```

## Exemple accepté

```markdown
---
id: alpi
---

## Contexte / Enjeu(x)

Bonjour
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "text_outside_sections"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(
        fault.span,
        f"Ce texte n'est sous aucun titre de section : « {fault.values['text']} ».",
        "Déplacez-le sous le titre « ## … » qui convient.",
    )
