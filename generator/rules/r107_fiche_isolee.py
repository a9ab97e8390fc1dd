"""Fiche isolée

## Ce qui est vérifié

Une fiche se trouve par un filtre du catalogue, ou par un lien d'une autre fiche ou d'une page. Rien n'est dit
des genres dont le canevas demande lui-même un champ qui sert de filtre : ce qui y manque a sa propre règle.

## Pourquoi

Celui qui cherche par thème ne la verrait jamais.

## Exemple refusé

```yaml
# aucun des champs qui servent de filtre, et aucun lien vers la fiche
titre: Débuter en une journée
```

## Exemple accepté

```yaml
titre: Débuter en une journée
enjeux: [confiance]
```
"""

from collections.abc import Iterator

from generator.canevas import Canevas
from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.links import path_of, written_links
from generator.references import references
from generator.rules import Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    free = [canevas for canevas in kit.definitions.canevases if canevas.facets and not _asks(canevas)]
    alone = [
        entry
        for canevas in free
        for entry in kit.by_kind[canevas.kind]
        if not any(entry.value.get(facet.name) for facet in canevas.facets)
    ]
    linked = _linked(kit) if alone else set()
    for entry in alone:
        if entry.path not in linked:
            names = ", ".join(f"« {facet.name} »" for facet in entry.canevas.facets)
            yield Finding(
                entry.document.start,
                "Aucun filtre du catalogue et aucun lien ne mène à cette fiche.",
                f"Remplissez un de ces champs : {names} ; ou citez cette fiche dans une autre.",
            )


def _asks(canevas: Canevas) -> bool:
    """Tell whether a kind asks for a facet, always or under its condition: an entry that does not meet the
    condition, as an offer that is only announced, needs none yet.
    """
    asked = {*canevas.schema.raw["required"], *canevas.conditional}
    return any(facet.name in asked for facet in canevas.facets)


def _linked(kit: Kit) -> set[str]:
    """Give the files of the entries that another entry or a page names."""
    links = ((source, path_of(source, link.target)) for source, link in written_links(kit))
    named = (
        (entry.path, found.path)
        for entry in kit.entries
        for reference in references(entry)
        if (found := kit.by_key.get((reference.kind, reference.id)))
    )
    return {target for source, target in (*links, *named) if source != target}
