"""Titre de section d'un autre nom

## Ce qui est vérifié

Une section porte le titre du canevas, et non un de ses autres noms ni un numéro.

## Pourquoi

Le site affiche de toute façon le titre du canevas ; le même mot partout aide qui relit ou compare.

## Exemple refusé

```markdown
## 1. Alliances
```

## Exemple accepté

```markdown
## Alliance(s)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.nearest import fold
from generator.rules import Scope
from generator.sections import retitled

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY
MENDS = True


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    of_wrong_level = {heading.span for heading in entry.headings}  # another rule says it
    for section in (section for section in entry.sections if section.span not in of_wrong_level):
        part = entry.canevas.by_name[section.name]
        if fold(section.title) != fold(part.label) and entry.canevas.section_titled(section.title):
            yield Finding(
                section.span,
                f"Cette section s'appelle « {part.label} ».",
                f"Écrivez « ## {part.label} ».",
                retitled(entry.document, section.span, section.title, f"## {part.label}"),
            )
