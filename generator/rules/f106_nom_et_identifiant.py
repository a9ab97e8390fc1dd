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
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, kit: Kit) -> Iterator[Finding]:
    name = PurePosixPath(entry.path)
    if "id" in entry.value and name.stem != entry.id and kit.by_key[entry.key] is entry:
        yield Finding(
            entry.span_of("id"),
            f"L'identifiant « {entry.id} » n'est pas le nom du fichier « {name.name} ».",
            f"Renommez le fichier en « {entry.id}{name.suffix} », ou corrigez l'identifiant.",
        )
