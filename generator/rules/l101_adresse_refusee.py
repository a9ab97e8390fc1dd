"""Adresse de lien refusée

## Ce qui est vérifié

Un lien commence par https, http ou mailto, ou mène à un fichier du dépôt.

## Pourquoi

Les autres formes (javascript, data, file…) servent à piéger le lecteur ; le site les retire.

## Exemple refusé

```markdown
[cliquez](javascript:alert(1))
```

## Exemple accepté

```markdown
[le portail](https://www.data.gouv.fr/)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.links import has_refused_scheme, written_links
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    for _, link in written_links(kit):
        if has_refused_scheme(link.target):
            yield Finding(
                link.span,
                f"L'adresse « {link.target[:60]} » n'est pas permise.",
                "Donnez une adresse en https, un courriel en mailto, ou le chemin d'un fichier du kit.",
            )
