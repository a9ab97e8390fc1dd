"""Ligne illisible

## Ce qui est vérifié

L'en-tête est du YAML : « champ: valeur », listes avec « - », décalage par espaces.

## Pourquoi

Une ligne mal écrite peut rendre illisible tout ce qui suit.

## Exemple refusé

```yaml
? [nom, sigle]
: Landes
```

## Exemple accepté

```yaml
nom: Landes
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "yaml"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    if fault.values["problem"] == "complex key":
        advice = "Le nom d'un champ est un mot simple, sans crochet ni accolade."
    elif fault.values["is_last"]:
        advice = f"{_ADVICE} Corrigez d'abord cette ligne : la suite n'est pas contrôlée."
    else:
        advice = f"{_ADVICE} La valeur de ce champ n'est pas contrôlée."
    yield Finding(fault.span, "Cette ligne ne peut pas être lue.", advice)


_ADVICE = "Vérifiez les deux-points, les guillemets et le décalage, ici et à la ligne précédente."
