"""Adresse déjà prise

## Ce qui est vérifié

Une page de `content/` n'a pas l'adresse d'une autre page, d'une fiche ou d'une page que le site fait
lui-même.

## Pourquoi

À une adresse, il n'y a qu'une page : l'autre disparaîtrait du site sans un mot.

## Exemple refusé

```
content/catalogue/index.md
```

## Exemple accepté

```
content/comprendre/catalogue.md
```
"""

from collections.abc import Iterator

from generator.addresses import addresses
from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    taken = {*addresses(kit), *(entry.address for entry in kit.entries)}
    for page in kit.pages:
        if page.address in taken:
            yield Finding(
                Span(page.path),
                f"L'adresse « {page.address} » est déjà celle d'une autre page du site.",
                "Donnez un autre nom à ce fichier ou à son dossier.",
            )
        taken.add(page.address)
