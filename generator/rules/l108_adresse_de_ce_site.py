"""Adresse complète d'une page de ce site

## Ce qui est vérifié

Un lien vers une page de ce site donne le chemin d'un fichier du dépôt, et non l'adresse de la page.

## Pourquoi

Le chemin d'un fichier est contrôlé, fonctionne aussi sur la forge et dans un aperçu, et reste juste si
le site change d'adresse.

## Exemple refusé

```markdown
[le SCDL](https://kit.exemple.fr/ressources/scdl/)
```

## Exemple accepté

```markdown
[le SCDL](../kit/ressources/scdl.md)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.links import Links, written_links
from generator.rules import Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    site, links = kit.config.site_url, Links(kit)
    for source, link in written_links(kit):
        if site and link.target.startswith(site):
            address, sharp, anchor = link.target.removeprefix(site).partition("#")
            if path := links.path_to(source, address):
                yield Finding(
                    link.span,
                    f"« {link.target} » est l'adresse complète d'une page de ce site.",
                    f"Écrivez « {path}{sharp}{anchor} » : le lien sera contrôlé.",
                )
