"""Titre vide

## Ce qui est vérifié

Un titre a un texte : une ligne faite de « # » seuls n'en est pas un.

## Pourquoi

Un lecteur d'écran annonce un titre, puis rien (RGAA, critère 9.1).

## Exemple refusé

```markdown
###
```

## Exemple accepté

```markdown
### Nos partenaires
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.outline import Heading
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE


def check(kit: Kit) -> Iterator[Finding]:
    for heading in _headings(kit):
        if not heading.text:
            yield Finding(
                heading.span,
                f"Un titre de niveau {heading.level} est vide.",
                "Écrivez son texte sur la même ligne, ou effacez la ligne.",
            )


def _headings(kit: Kit) -> Iterator[Heading]:
    for entry in kit.entries:
        for text in entry.texts:
            yield from text.outline.headings
    for page in kit.pages:
        yield from page.outline.headings
