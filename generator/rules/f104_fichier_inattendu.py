"""Fichier inattendu

## Ce qui est vérifié

Un dossier de fiches ne contient que des fiches.

## Pourquoi

Un fichier d'un autre format, ou rangé dans un sous-dossier, ne serait jamais lu.

## Exemple refusé

```text
atd_offers/offre.docx
```

## Exemple accepté

```text
atd_offers/offre.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "unexpected_file"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    name, suffixes = fault.values["name"], fault.values["suffixes"]
    yield Finding(
        fault.span,
        f"« {name} » n'est pas un fichier que ce dossier attend.",
        f"Les fichiers de ce dossier se terminent par {suffixes}. Déplacez ou retirez celui-ci.",
    )
