"""Paramètres de suivi dans une adresse

## Ce qui est vérifié

Une adresse web n'a pas de paramètre qui sert à suivre le lecteur : « utm_source », « fbclid »… La liste
est dans kit/relectures.yml, sous « parametres_de_suivi ».

## Pourquoi

Ces paramètres disent à un annonceur d'où vient le lecteur. La page est la même sans eux.

## Exemple refusé

```markdown
[le guide](https://www.exemple.fr/guides?page=2&utm_source=lettre)
```

## Exemple accepté

```markdown
[le guide](https://www.exemple.fr/guides?page=2)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Edit, Finding, Severity
from generator.kit import Kit
from generator.rules import Scope
from generator.web_addresses import without_tracking

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE
MENDS = True


def check(kit: Kit) -> Iterator[Finding]:
    tracking = kit.definitions.review.words("parametres_de_suivi")
    for address in kit.web_addresses if tracking else ():
        clean, names = without_tracking(address.text, tracking)
        if names:
            yield Finding(
                address.span,
                f"L'adresse suit le lecteur, par {', '.join(f'« {name} »' for name in names)}.",
                f"Écrivez « {clean} » : la page est la même.",
                (Edit(address.span, clean),),
            )
