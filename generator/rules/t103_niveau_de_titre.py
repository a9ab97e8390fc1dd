"""Titre de mauvais niveau

## Ce qui est vérifié

Dans une fiche, « ## » est réservé aux sections du canevas, et toutes l'ont ; les sous-titres commencent par
« ### ».

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
from generator.rules import Scope
from generator.sections import retitled

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY
MENDS = True


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    opened = {section.span for section in entry.sections}
    for heading in (heading for heading in entry.headings if heading.text):
        text, section = heading.text[:60], entry.canevas.section_titled(heading.text)
        right = f"## {section.label}" if section else f"### {text}"
        place = ", hors d'une citation ou d'une liste" if heading.nested else ""
        is_body = heading.span in opened and entry.document.is_markdown
        yield Finding(
            heading.span,
            f"Le titre « {text} » est de niveau {heading.level}.",
            f"Écrivez « {right} »{place}.",
            retitled(entry.document, heading.span, heading.text, right) if is_body else (),
        )
