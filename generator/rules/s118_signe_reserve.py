"""Signe réservé

## Ce qui est vérifié

Une valeur sans guillemets ne commence pas par un signe que YAML se réserve : « @ », « % », « * », « & »,
« ! », « | », « > », « [ », « { », « # », l'accent grave.

## Pourquoi

Ces signes ont un sens pour YAML, qui ne peut pas lire la suite.

## Exemple refusé

```yaml
note: @opendata40
```

## Exemple accepté

```yaml
note: "@opendata40"
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "reserved_sign"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    said = _SAID[fault.values["where"]].format(sign=fault.values["sign"])
    yield Finding(fault.span, said, f"Écrivez : {fault.values['mended']}")


_SAID = {
    "start": "Une valeur sans guillemets ne peut pas commencer par « {sign} ».",
    "inside": "Entre crochets ou accolades, une valeur sans guillemets ne peut pas contenir « {sign} ».",
    "block": "Le texte qui suit « {sign} » s'écrit à la ligne suivante, ou sans ce signe.",
    "line": "Le signe « {sign} » est de trop au début de cette ligne.",
}
"""What is said of a sign, by where it stands."""
