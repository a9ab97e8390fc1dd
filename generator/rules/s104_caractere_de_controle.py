"""Caractère de contrôle

## Ce qui est vérifié

Le texte ne contient que des caractères visibles, des espaces et des sauts de ligne.

## Pourquoi

Un caractère invisible vient d'un copier-coller et bloque d'autres programmes.

## Exemple refusé

```text
nom: AL<NUL>PI
```

## Exemple accepté

```text
nom: ALPI
```
"""

from collections.abc import Iterator

from generator import french
from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "control_character"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    code, number = fault.values["code"], int(fault.values.get("count", "1"))
    yield Finding(
        fault.span,
        f"Un caractère invisible (code {code}) s'est glissé ici."
        if number == 1
        else f"{french.number(number)} caractères invisibles se sont glissés ici (code du premier : {code}).",
        "Effacez-le, ou retapez le mot." if number == 1 else "Effacez-les, ou retapez le mot.",
    )
