"""Texte sans champ

## Ce qui est vérifié

Chaque ligne appartient à un champ. La suite d'un texte est décalée de deux espaces sous son champ.

## Pourquoi

YAML ne sait pas à quel champ rattacher une ligne qui commence au bord.

## Exemple refusé

```yaml
resume: Le syndicat aide
les communes.
```

## Exemple accepté

```yaml
resume: Le syndicat aide
  les communes.
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.french import count
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "stray_text"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    key, spaces = fault.values["key"], count(int(fault.values["spaces"]), "espace", "espaces")
    fix = f"Si elle continue « {key} », mettez {spaces} devant : {fault.values['mended']}"
    yield Finding(
        fault.span,
        "Cette ligne n'appartient à aucun champ.",
        fix if key else "Rattachez-la au texte qu'elle continue, ou écrivez « champ: valeur ».",
    )
