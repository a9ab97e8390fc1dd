"""Nom de fichier différent de l'identifiant

## Ce qui est vérifié

Le fichier porte le nom de son identifiant.

## Pourquoi

Qui cherche la fiche « alpi » doit trouver « alpi.md ».

## Exemple refusé

```yaml
# fichier landes.md
id: alpi
```

## Exemple accepté

```yaml
# fichier alpi.md
id: alpi
```
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.files import is_good_name
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    for entry in kit.entries:
        yield from _of(entry, kit)


def _of(entry: Entry, kit: Kit) -> Iterator[Finding]:
    if entry.is_well_named or kit.by_key[entry.key] is not entry:
        return
    name = PurePosixPath(entry.path)
    if is_good_name(name.stem) and is_good_name(entry.id):
        yield Finding(
            entry.span_of("id"),
            f"L'identifiant « {entry.id} » n'est pas le nom du fichier « {name.name} ».",
            f"Renommez le fichier en « {entry.id}{name.suffix} », ou corrigez l'identifiant.",
        )
