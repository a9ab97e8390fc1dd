"""Renvoi vers une fiche qui n'existe pas

## Ce qui est vérifié

Un champ qui nomme une autre fiche donne un identifiant existant.

## Pourquoi

Le lecteur suivrait un lien mort.

## Exemple refusé

```yaml
remplace_par: alpie
```

## Exemple accepté

```yaml
remplace_par: alpi
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.nearest import nearest
from generator.references import references
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    for entry in kit.entries:
        yield from _of(entry, kit)


def _of(entry: Entry, kit: Kit) -> Iterator[Finding]:
    for reference in references(entry):
        if (reference.kind, reference.id) == entry.key:
            yield Finding(reference.span, "Cette fiche renvoie à elle-même.", "Retirez ce renvoi.")
        elif (reference.kind, reference.id) in kit.by_key or kit.has_file(reference.kind, reference.id):
            continue
        elif kit.definitions.are_complete:
            ids = [found.id for found in kit.by_kind.get(reference.kind, ())]
            close = nearest(reference.id, ids)
            yield Finding(
                reference.span,
                f"« {reference.id} » ne désigne aucune fiche du genre « {reference.kind} ».",
                f"Écrivez « {close} »." if close else "Donnez l'identifiant d'une fiche du kit.",
            )
