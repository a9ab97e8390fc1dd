"""En-tête illisible

## Ce qui est vérifié

L'en-tête est du YAML : « champ: valeur », listes avec « - », décalage par espaces.

## Pourquoi

Une ligne mal écrite rend illisible tout ce qui suit.

## Exemple refusé

```yaml
titre: Une offre : la nôtre
```

## Exemple accepté

```yaml
titre: "Une offre : la nôtre"
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "yaml"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    yield Finding(fault.span, "Cette ligne ne peut pas être lue.", _advice(fault.values))


_ADVICE = (
    ("end of stream", "Un guillemet est ouvert et jamais fermé : fermez-le, ou retirez-le."),
    ("escape", "Entre guillemets doubles, « \\ » a un sens spécial : employez des guillemets simples."),
    ("flow", "Une liste ouverte par « [ » ou « { » n'est pas fermée."),
    ("expected ':'", "Il manque « : » après le nom du champ, ou un espace après « - »."),
    ("cannot start any token", "Mettez la valeur entre guillemets : elle commence par un signe réservé."),
    ("", "Vérifiez le décalage des lignes, les deux-points et les guillemets, ici et à la ligne précédente."),
)
"""What to say when libyaml's own words hold a piece of text; the last one answers to all."""


def _advice(values: dict[str, str]) -> str:
    problem, line = f"{values['problem']} {values.get('context', '')}", values.get("line", "")
    key, _, text = line.strip().partition(":")
    if "mapping values" not in problem:
        return next(advice for sign, advice in _ADVICE if sign in problem)
    if ":" in text:
        return f'Une valeur qui contient « : » se met entre guillemets : {key}: "{text.strip()}"'
    return f"Cette ligne est décalée : alignez « {key} » sur les champs voisins."
