"""Niveau de titre sauté

## Ce qui est vérifié

Un titre est d'un seul niveau plus bas que celui qui le contient : après « ## » vient « ### », pas « #### ».

## Pourquoi

Un lecteur d'écran annonce les niveaux : un saut fait croire qu'une partie manque (RGAA, critère 9.1).

## Exemple refusé

```markdown
## Alliance(s)

#### Nos partenaires
```

## Exemple accepté

```markdown
## Alliance(s)

### Nos partenaires
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.outline import Heading
from generator.rules import Scope
from generator.sections import SECTION

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE


def check(kit: Kit) -> Iterator[Finding]:
    for entry in kit.entries:
        misplaced = {heading.span for heading in entry.headings}  # said by another rule
        for text in entry.texts:
            yield from _in(text.outline.headings, SECTION, misplaced)
    for page in kit.pages:
        yield from _in(page.outline.headings, 1, set())


def _in(headings: tuple[Heading, ...], level: int, misplaced: set[Span]) -> Iterator[Finding]:
    """Follow the headings of a text that stands under one of a level."""
    for heading in headings:
        if heading.nested or not heading.text:
            continue
        if heading.span in misplaced:
            level = SECTION + 1
            continue
        if heading.level > level + 1:
            yield _finding(heading, level)
        level = heading.level


def _finding(heading: Heading, level: int) -> Finding:
    signs, text = "#" * (level + 1), heading.text[:60]
    return Finding(
        heading.span,
        f"Le titre « {text} » est de niveau {heading.level}, juste après un titre de niveau {level}.",
        f"Écrivez « {signs} {text} ».",
    )
