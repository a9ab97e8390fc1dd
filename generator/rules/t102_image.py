"""Image refusée

## Ce qui est vérifié

Une fiche ne contient pas d'image. Une page de content/ ne montre que des images de ce dossier.

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
from generator.kit import Kit
from generator.links import is_internal
from generator.outline import Link
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    images = [link for entry in kit.entries for link in entry.links if link.is_image]
    remote = [link for page in kit.pages for link in page.outline.links if _is_remote_image(link)]
    for link in (*images, *remote):
        yield Finding(
            link.span,
            f"L'image « {link.target[:60]} » ne sera pas affichée.",
            "Dites en mots ce qu'elle montre, et donnez-la par un lien : ôtez le « ! ».",
        )


def _is_remote_image(link: Link) -> bool:
    return link.is_image and not is_internal(link.target)
