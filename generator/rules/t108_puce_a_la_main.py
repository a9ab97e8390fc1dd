"""Puce tapée à la main

## Ce qui est vérifié

Une liste est faite de lignes qui commencent par « - » et un espace, non par « • », « – » ou « · ».

## Pourquoi

Sur la page, les lignes se suivraient dans un seul paragraphe, et un lecteur d'écran n'annoncerait pas de
liste.

## Exemple refusé

```markdown
• des formations
• un portail
```

## Exemple accepté

```markdown
- des formations
- un portail
```
"""

from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.rules import Scope
from generator.typed_lists import mends, typed_lists

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE
MENDS = True


def check(kit: Kit) -> Iterator[Finding]:
    for prose in chain.from_iterable(kit.proses.values()):
        for group in typed_lists(prose) if prose.is_markdown else ():
            sign, at = group[0]["sign"].strip(), group[0].start("sign")
            yield Finding(
                prose.span(at, at + len(sign)),
                f"« {sign} » en début de ligne ne fait pas une liste.",
                "Commencez chaque ligne par « - » et un espace, après une ligne vide.",
                tuple(mends(prose, group)),
            )
