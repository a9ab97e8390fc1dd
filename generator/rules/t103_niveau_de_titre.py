"""Titre de mauvais niveau

## Ce qui est vérifié

Dans une fiche, « ## » est réservé aux sections du canevas ; les sous-titres commencent par « ### ».

## Pourquoi

Un lecteur d'écran se déplace de titre en titre : un niveau faux lui fait perdre le plan.

## Exemple refusé

```markdown
# Notre offre
```

## Exemple accepté

```markdown
### Notre offre
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.nearest import fold
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    for heading in (heading for heading in entry.headings if heading.text):
        text = heading.text[:60]
        signs = "##" if fold(heading.text) in entry.canevas.by_title else "###"
        yield Finding(
            heading.span,
            f"Le titre « {text} » est de niveau {heading.level}.",
            f"Écrivez « {signs} {text} », hors d'une citation ou d'une liste.",
        )
