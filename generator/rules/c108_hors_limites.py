"""Valeur hors des limites

## Ce qui est vérifié

La longueur d'un texte, le nombre de valeurs d'une liste et les nombres restent dans les bornes du
canevas.

## Pourquoi

Un résumé trop long ne tient pas sur une carte ; plus de trois enjeux ne classent plus rien.

## Exemple refusé

```yaml
enjeux: [transparence, confiance, pilotage, transition]
```

## Exemple accepté

```yaml
enjeux: [transparence, confiance, pilotage]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "out_of_bounds"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    words, limit = fault.values, fault.values.get("limit", "")
    sentence = _SENTENCES.get(words["keyword"], "n'est pas dans les limites du canevas")
    yield Finding(
        fault.span,
        f"« {words['label']} » {sentence.format(limit=limit, actual=len(words['value']))}.",
        words.get("description", ""),
    )


_SENTENCES = {
    "minLength": "est trop court : {actual} caractères, il en faut au moins {limit}",
    "maxLength": "est trop long : {actual} caractères, il en faut au plus {limit}",
    "minItems": "n'a pas assez de valeurs : il en faut au moins {limit}",
    "maxItems": "a trop de valeurs : il en faut au plus {limit}",
    "minProperties": "n'a pas assez de champs : il en faut au moins {limit}",
    "minimum": "est trop petit : au moins {limit}",
    "maximum": "est trop grand : au plus {limit}",
    "uniqueItems": "contient deux fois la même valeur",
}
