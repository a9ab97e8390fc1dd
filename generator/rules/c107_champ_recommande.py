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
from generator.literals import as_yaml
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    fields = entry.document.fields
    for name in entry.canevas.recommended if fields else ():
        written = fields and fields.key(name)
        if not written and name not in entry.value and name in entry.canevas.by_name:
            part = entry.canevas.by_name[name]
            before = entry.canevas.schema.preceding([], fields, name)
            place = f" après « {before.text} »" if before else ""
            example = as_yaml(part.schema.get("examples", ["…"])[0])
            yield Finding(
                before.span if before else entry.document.start,
                f"Il manque le champ recommandé « {name} » ({part.label}).",
                f"Ajoutez-le{place}, fût-ce comme une estimation. Par exemple « {name}: {example} ».",
            )
