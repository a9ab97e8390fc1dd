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
    words = fault.values
    quoted = f", « {words['value']} »" if words["value"] else ""
    sentence = _SENTENCES[words["keyword"]].format(quoted=quoted, **words)
    when = f", quand {words['when']}" if words["when"] else ""
    yield Finding(
        fault.span,
        f"« {words['label']} » {sentence}{when}.",
        _ADVICE.get(words["keyword"]) or words.get("description", ""),
    )


_ADVICE = {"uniqueItems": "Retirez-en une."}
"""What to do, where the help of the field would not say it."""

_SENTENCES = {
    "minLength": "est trop court : {count} au lieu de {limit} caractères au moins",
    "maxLength": "est trop long : {count} au lieu de {limit} caractères au plus",
    "minItems": "n'a pas assez de valeurs : {count} au lieu de {limit} au moins",
    "maxItems": "a trop de valeurs : {count} au lieu de {limit} au plus",
    "uniqueItems": "contient deux fois la même valeur{quoted}",
    "minProperties": "n'a pas assez de champs : {count} au lieu de {limit} au moins",
    "minimum": "est trop petit : {count} au lieu de {limit} au moins",
    "maximum": "est trop grand : {count} au lieu de {limit} au plus",
}
"""What is told of each keyword: how many there are, how many are allowed."""
