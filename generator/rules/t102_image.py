"""Image dans une fiche

## Ce qui est vérifié

Une fiche ne contient pas d'image.

## Pourquoi

Une image prise sur un autre site le prévient de chaque visite, et disparaît avec lui ; sur un
téléphone, elle pèse plus que la fiche.

## Exemple refusé

```markdown
![Notre carte](https://exemple.fr/carte.png)
```

## Exemple accepté

```markdown
[Notre carte](https://exemple.fr/carte.png)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    for link in entry.links:
        if link.is_image:
            yield Finding(
                link.span,
                f"L'image « {link.target[:60]} » ne sera pas affichée.",
                "Dites en mots ce qu'elle montre, et donnez-la par un lien : ôtez le « ! ».",
            )
