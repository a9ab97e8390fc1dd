"""Dates dans le désordre

## Ce qui est vérifié

Une fiche est publiée, puis mise à jour, puis vérifiée : les trois dates se suivent ou sont égales.

## Pourquoi

Le lecteur juge une fiche à ses dates. Une fiche modifiée après sa dernière vérification n'est plus une
fiche vérifiée.

## Exemple refusé

```yaml
publie_le: 2026-11-22
maj_le: 2026-03-12
```

## Exemple accepté

```yaml
publie_le: 2026-03-12
maj_le: 2026-11-22
```
"""

from collections.abc import Iterator
from itertools import pairwise

from generator import french
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.record_dates import RecordDate, is_future, record_dates
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def check(entry: Entry, kit: Kit) -> Iterator[Finding]:
    past = (found for found in record_dates(entry) if not is_future(found.day, kit.today))
    for first, second in pairwise(past):
        if second.day < first.day:
            yield Finding(
                entry.span_of(second.name),
                f"{_told(second)} vient avant {_told(first)}.",
                f"Corrigez la date fausse, ou reportez « {second.name} » au « {first.day.isoformat()} ».",
            )


def _told(found: RecordDate) -> str:
    return f"« {found.name} » ({french.date(found.day.isoformat())})"
