"""Attributs dans une page

## Ce qui est vérifié

Dans une page de content/, une accolade qui suit un titre ou un mot ne donne qu'un nom d'ancre ;
celle qui suit une image, que sa largeur et sa hauteur.

## Pourquoi

D'autres attributs changeraient la page d'une façon que le contrôle ne voit pas ; le site les retire.

## Exemple refusé

```markdown
## Nos offres {: style="color: red" }
```

## Exemple accepté

```markdown
## Nos offres {#offres}

![Le bouton « Modifier »](modifier.webp){width=360 height=120}
```
"""

import re
from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.markdown import CODE
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
BLOCKING = True

_ANCHOR = r"\{:?\s*#[\w-]+\s*\}"
_SIZE = r"(?<=\))\{:?\s*width=[0-9]+\s+height=[0-9]+\s*\}"
_BRACES = re.compile(rf"{CODE}|{_ANCHOR}|{_SIZE}|(?P<braces>\{{[^{{}}\n]*\}})", re.MULTILINE | re.DOTALL)


_ADVICE = (
    "Gardez seulement une ancre, comme « {#offres} », ou la taille d'une image, comme "
    "« {width=360 height=120} » ; sinon, ôtez les accolades."
)


def check(kit: Kit) -> Iterator[Finding]:
    for page in kit.pages:
        for match in _BRACES.finditer(page.document.body):
            if match["braces"]:
                yield Finding(
                    page.positions.span(match.start(), match.end()),
                    f"« {match['braces'][:60]} » donne des attributs, que le site retirerait.",
                    _ADVICE,
                )
