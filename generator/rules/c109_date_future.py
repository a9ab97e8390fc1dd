"""Date dans le futur

## Ce qui est vérifié

Les dates de publication, de mise à jour et de vérification d'une fiche sont passées, ou sont celle du
jour.

## Pourquoi

Ces dates disent ce qui a été fait. Une date future vient souvent d'une faute de frappe, et la fiche
passerait pour plus récente que les autres.

## Exemple refusé

```yaml
verifie_le: 2062-11-22
```

## Exemple accepté

```yaml
verifie_le: 2026-11-22
```
"""

from collections.abc import Iterator

from generator import french
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.record_dates import is_future, record_dates
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, kit: Kit) -> Iterator[Finding]:
    for found in record_dates(entry):
        if is_future(found.day, kit.today):
            yield Finding(
                entry.span_of(found.name),
                f"La date de « {found.name} » est dans le futur : {french.date(found.day.isoformat())}.",
                f"Corrigez-la : aujourd'hui s'écrit « {kit.today.isoformat()} ».",
            )
