"""Exception refusée

## Ce qui est vérifié

Les exceptions de kit/exceptions.yml ne portent pas sur une règle dont la faute rend un fichier illisible, un
site dangereux ou impossible à construire. La page de chaque règle le dit.

## Pourquoi

Une faute de style peut attendre. Un fichier mal lu, un lien piégé ou un canevas cassé ne le peuvent pas : ce
qui serait publié ne serait pas ce que l'auteur a écrit.

## Exemple refusé

```yaml
exceptions:
  - code: S101
    fichier: atd_offers/mon-territoire.md
    raison: Nous changerons l'encodage plus tard.
    jusqu_au: 2027-06-30
```

## Exemple accepté

```yaml
exceptions:
  - code: T106
    fichier: atd_offers/mon-territoire.md
    raison: Le sigle est celui d'une autre structure.
    jusqu_au: 2027-06-30
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "refused_debt"
BLOCKING = True


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    code, path = fault.values["code"], fault.values["path"]
    yield Finding(
        fault.span,
        f"Une faute {code} ne s'accepte pas, même pour un temps.",
        f"Retirez cette exception, puis corrigez « {path} ». « odl explain {code} » dit pourquoi.",
    )
