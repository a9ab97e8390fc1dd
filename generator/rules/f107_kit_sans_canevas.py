"""Kit sans canevas

## Ce qui est vérifié

Le dossier kit/canevas contient au moins un canevas.

## Pourquoi

Sans canevas, aucune fiche ne peut être lue.

## Exemple refusé

```text
kit/canevas/ (vide)
```

## Exemple accepté

```text
kit/canevas/offre.yml
```
"""

from collections.abc import Iterator

from generator import layout
from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    paths = [document.path for document in kit.definitions.documents]
    if not any(path.startswith(f"{layout.CANEVAS}/") for path in paths):
        yield Finding(
            Span(layout.CANEVAS),
            "Ce kit n'a aucun canevas.",
            f"Écrivez au moins un fichier dans « {layout.CANEVAS} ».",
        )
