"""Fiche dans le dossier d'un autre genre

## Ce qui est vérifié

Une fiche est dans le dossier de son genre. Quand plusieurs de ses champs n'existent que dans un autre genre,
c'est qu'elle est mal rangée : elle est alors contrôlée selon ce genre-là.

## Pourquoi

Le dossier dit le genre : mal rangée, une fiche juste aurait l'air fausse du premier champ au dernier.

## Exemple refusé

```text
kit/ressources/mon-territoire.md   (une offre)
```

## Exemple accepté

```text
atd_offers/mon-territoire.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "wrong_folder"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    kind, right = fault.values["kind"], fault.values["right"]
    yield Finding(
        fault.span,
        f"Cette fiche a les champs du genre « {kind} », mais son dossier est celui d'un autre genre.",
        f"Déplacez le fichier : son chemin doit être « {right} ».",
    )
