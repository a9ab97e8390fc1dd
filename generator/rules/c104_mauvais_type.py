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

import re
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
    hint = f"Par exemple : {fault.values['key']}: {example}" if example else ""
    if kind == "object" and (stuck := _STUCK.fullmatch(fault.values["value"])):
        hint = f"Mettez un espace après les deux-points : {stuck[1]}: {stuck[2]}"
    yield Finding(fault.span, f"« {label} » attend {name}.", hint)


_STUCK = re.compile(r"([a-z_]\w*):(?!//)(\S.*)")
"""A field whose « : » has no space after it."""


_NAMES = {
    "array": "une liste",
    "object": "un groupe de champs, décalés de deux espaces",
    "string": "un texte",
    "integer": "un nombre entier",
    "number": "un nombre",
}
