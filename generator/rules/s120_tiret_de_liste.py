"""Tiret de liste

## Ce qui est vérifié

Chaque élément d'une liste est sur sa ligne, après un tiret et un espace.

## Pourquoi

Sans l'espace, ou avec un autre signe que « - », la liste est lue comme un seul texte.

## Exemple refusé

```yaml
enjeux:
  -transparence
  -confiance
```

## Exemple accepté

```yaml
enjeux:
  - transparence
  - confiance
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "list_dash"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    item = fault.values["item"][:60]
    said = _SAID[fault.values["how"]].format(sign=fault.values["sign"], item=item)
    yield Finding(fault.span, said, f"Écrivez : {fault.values['mended']}")


_SAID = {
    "stuck": "Il manque un espace entre le tiret et « {item} ».",
    "sign": "« {sign} » n'est pas un tiret de liste.",
    "forgotten": "Il manque un tiret devant « {item} » : un autre élément de la liste commence ici.",
    "inline": "Une liste à tirets ne peut pas commencer sur la ligne de son champ.",
}
"""What is said of a dash, by what is wrong with it."""
