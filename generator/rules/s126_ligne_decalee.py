"""Ligne décalée

## Ce qui est vérifié

Les champs d'un même groupe, et les tirets d'une même liste, commencent dans la même colonne.

## Pourquoi

Le décalage dit à quel groupe appartient un champ : un espace de trop le change, ou rend tout illisible.

## Exemple refusé

```yaml
contact:
    fonction: Pôle données
  courriel: donnees@exemple.fr
```

## Exemple accepté

```yaml
contact:
  fonction: Pôle données
  courriel: donnees@exemple.fr
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.french import count
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "misaligned"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    if fault.values["how"] == "dash":
        said, advice = "Il y a trop d'espaces après le tiret.", "Mettez un seul espace après le tiret."
    else:
        said, spaces = "Cette ligne n'est pas alignée sur les lignes voisines.", int(fault.values["spaces"])
        advice = f"Mettez {count(spaces, 'espace', 'espaces')} au début."
        advice = advice if spaces else "Supprimez les espaces du début."
    others = int(fault.values["others"])
    also = " Déplacez de même les lignes qui suivent." if others else ""
    yield Finding(fault.span, said, f"{advice}{also} Écrivez : {fault.values['mended']}")
