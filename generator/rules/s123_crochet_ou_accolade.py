"""Crochet ou accolade

## Ce qui est vérifié

Chaque crochet et chaque accolade ouverts sont fermés, une fois.

## Pourquoi

Sans le signe fermant, les champs qui suivent sont pris pour la suite de la liste.

## Exemple refusé

```yaml
enjeux: [transparence, confiance
phases: [publier]
```

## Exemple accepté

```yaml
enjeux: [transparence, confiance]
phases: [publier]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "bracket"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    sign, opened = fault.values["sign"], fault.values["opened"]
    if "extra" in fault.values:
        said = f"« {sign} » est de trop."
    elif opened:
        said = f"« {sign} » ne ferme pas « {opened} »."
    elif sign in "[{":
        said = f"« {sign} » n'est jamais fermé."
    else:
        said = f"« {sign} » ferme ce que rien n'ouvre."
    yield Finding(fault.span, said, f"Écrivez : {fault.values['mended']}")
