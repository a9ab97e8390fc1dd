"""Lien qui ne dit rien

## Ce qui est vérifié

Le texte d'un lien dit où il mène. Les textes refusés (« ici », « en savoir plus »…) sont dans
kit/relectures.yml.

## Pourquoi

Un lecteur d'écran peut lire la liste des liens hors de leur phrase : cinq « ici » n'y servent à rien (RGAA,
critère 6.1 ; WCAG 2.4.4).

## Exemple refusé

```markdown
Pour publier vos données, cliquez [ici](https://www.data.gouv.fr/).
```

## Exemple accepté

```markdown
Publiez vos données sur [data.gouv.fr](https://www.data.gouv.fr/).
```
"""

import re
from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.links import written_links
from generator.nearest import fold
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200
"""Signs of a link that are read: a longer one is not vague."""


def check(kit: Kit) -> Iterator[Finding]:
    vague = {_words(text) for text in kit.definitions.review.words("liens_vagues")} | {()}
    for _, link in written_links(kit):
        if not link.is_image and _words(link.text) in vague:
            shown = f"« {link.text[:60]} »" if link.text else "vide"
            yield Finding(
                link.span,
                f"Le texte du lien, {shown}, ne dit pas où il mène.",
                "Mettez entre les crochets le nom de la page, comme « [guide de publication](adresse) ».",
            )


def _words(text: str) -> tuple[str, ...]:
    """Give what is compared: words, without the signs around them."""
    return tuple(_WORD.findall(fold(text[:_LONGEST])))
