"""Champ recommandé absent

## Ce qui est vérifié

Les champs que le canevas recommande sont là.

## Pourquoi

Sans durée, effectif, matériel ou étapes, personne ne peut organiser l'animation.

## Exemple refusé

```yaml
id: cartopartie
```

## Exemple accepté

```yaml
id: cartopartie
duree: { evenement: PT4H }
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.literals import as_text
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    for name in entry.canevas.recommended:
        written = entry.document.fields and entry.document.fields.key(name)
        if not written and name not in entry.value and name in entry.canevas.by_name:
            part = entry.canevas.by_name[name]
            example = as_text(part.schema.get("examples", ["…"])[0])
            yield Finding(
                entry.document.start,
                f"Il manque le champ recommandé « {name} » ({part.label}).",
                f"Ajoutez-le, fût-ce comme une estimation. Par exemple « {example} ».",
            )
