"""Attributs dans une page

## Ce qui est vérifié

Dans une page de content/, une accolade qui suit un titre ou un mot ne donne qu'un nom d'ancre.

## Pourquoi

D'autres attributs changeraient la page d'une façon que le contrôle ne voit pas ; le site les retire.

## Exemple refusé

```markdown
## Nos offres {: style="color: red" }
```

## Exemple accepté

```markdown
## Nos offres {#offres}
```
"""

import re
from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.markdown import CODE
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT

_BRACES = re.compile(rf"{CODE}|(?P<braces>\{{:?(?!\s*#[\w-]+\s*\}})[^{{}}\n]*\}})", re.MULTILINE | re.DOTALL)


def check(kit: Kit) -> Iterator[Finding]:
    for page in kit.pages:
        for match in _BRACES.finditer(page.document.body):
            if match["braces"]:
                yield Finding(
                    page.positions.span(match.start(), match.end()),
                    f"« {match['braces'][:60]} » donne des attributs, que le site retirerait.",
                    "Gardez seulement une ancre, comme « {#offres} », ou ôtez les accolades.",
                )
