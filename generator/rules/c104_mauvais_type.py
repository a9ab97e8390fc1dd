"""Valeur d'une autre nature

## Ce qui est vérifié

La valeur a la nature attendue : texte, nombre, liste ou groupe de champs.

## Pourquoi

Un texte à la place d'une liste ne peut être ni compté ni filtré.

## Exemple refusé

```yaml
enjeux: transparence
```

## Exemple accepté

```yaml
enjeux: [transparence]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "wrong_type"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    label, kind, example = fault.values["label"], fault.values.get("type", ""), fault.values["example"]
    name = _NAMES.get(kind, kind)
    yield Finding(
        fault.span,
        f"« {label} » attend {name}.",
        f"Par exemple : {fault.values['key']}: {example}" if example else "",
    )


_NAMES = {
    "array": "une liste",
    "object": "un groupe de champs, décalés de deux espaces",
    "string": "un texte",
    "integer": "un nombre entier",
    "number": "un nombre",
}
