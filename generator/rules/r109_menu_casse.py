"""Menu qui ne mène nulle part

## Ce qui est vérifié

Chaque ligne de « nav », dans mkdocs.yml, nomme une page de content/, une page faite par le générateur
ou « [[genres]] ». Le site a une page d'accueil.

## Pourquoi

Le menu est sur toutes les pages : un lien mort y serait partout.

## Exemple refusé

```yaml
nav:
  - Accueil: acueil.md
```

## Exemple accepté

```yaml
nav:
  - Accueil: index.md
```
"""

from collections.abc import Iterator

from generator import layout
from generator.addresses import addresses
from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.nearest import nearest
from generator.nodes import Scalar, scalars
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    fields = kit.config.document.fields
    if fields is None or not kit.definitions.are_complete:
        return
    made = {f"{address}index.md" for address in addresses(kit)}
    known = {page.path.removeprefix(f"{layout.CONTENT}/") for page in kit.pages} | made
    if "index.md" not in known:
        message = f"Il manque la page d'accueil, « {layout.CONTENT}/index.md »."
        yield Finding(kit.config.document.start, message, "Écrivez cette page.")
    menu = fields.get("nav")
    for target in scalars(menu) if menu else ():
        if not _leads_somewhere(target, known):
            close = nearest(target.text, known)
            advice = f"Écrivez « {close} »." if close else "Donnez le chemin d'une page de content/."
            yield Finding(target.span, f"« {target.text} » ne mène à aucune page.", advice)


def _leads_somewhere(target: Scalar, known: set[str]) -> bool:
    return target.text in known or target.text == layout.KINDS_IN_MENU or "://" in target.text
