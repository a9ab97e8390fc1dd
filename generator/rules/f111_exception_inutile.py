"""Exception inutile

## Ce qui est vérifié

Chaque exception de kit/exceptions.yml accepte une faute qui existe, et une seule fois.

## Pourquoi

Une exception qui ne sert plus cacherait la prochaine faute du même genre.

## Exemple refusé

```yaml
exceptions:
  - code: T106
    fichier: atd_offers/fiche-corrigee.md
    raison: Le sigle est celui d'une autre structure.
    jusqu_au: 2027-06-30
```

## Exemple accepté

```yaml
exceptions: []
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "useless_debt"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    code, path = fault.values["code"], fault.values["path"]
    if "repeated" in fault.values:
        yield Finding(
            fault.span,
            f"Une exception plus haut accepte déjà les fautes {code} de « {path} ».",
            "Retirez celle-ci.",
        )
        return
    yield Finding(
        fault.span,
        f"Cette exception ne sert à rien : aucune faute {code} dans « {path} ».",
        "Retirez-la de la liste, ou corrigez le code et le chemin du fichier.",
    )
