"""Texte en retrait, affiché comme du code

## Ce qui est vérifié

Une phrase ne commence pas par quatre espaces ou plus, ni par une tabulation, après une ligne vide.

## Pourquoi

Ce retrait, souvent collé d'un traitement de texte, fait du texte un bloc de code : lettres à largeur fixe,
lignes qui ne se replient pas, ni titre, ni lien, ni gras.

## Exemple refusé

```markdown
Le syndicat aide les communes.

    Il forme aussi leurs agents.
```

## Exemple accepté

```markdown
Le syndicat aide les communes.

Il forme aussi leurs agents.
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.indented import is_sentence
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    for text in entry.texts:
        for block in filter(lambda one: is_sentence(one.text), text.outline.indented):
            yield Finding(
                block.span,
                "Ce texte serait affiché comme du code : trop d'espaces le précèdent.",
                "Retirez les espaces du début des lignes. Du vrai code se met entre deux lignes « ``` ».",
            )
