"""Licence incompatible

## Ce qui est vérifié

Une fiche qui reprend le texte d'une source sous une licence « à l'identique », comme CC BY-SA, est sous la
même licence. Ces licences sont dans la liste « licences_a_l_identique » de kit/relectures.yml.

## Pourquoi

L'auteur de la source l'a partagée à cette condition. Qui lirait « Licence Ouverte » réutiliserait son texte
sans la respecter.

## Exemple refusé

```yaml
sources: [{ titre: Guide de l'Exemple, licence: cc-by-sa-4.0 }]
licence: etalab-2.0
```

## Exemple accepté

```yaml
sources: [{ titre: Guide de l'Exemple, licence: cc-by-sa-4.0 }]
licence: cc-by-sa-4.0
```
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.canevas import Canevas
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.properties import Property
from generator.roles import Role
from generator.rules import Scope
from generator.slots import Path, values_in

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def check(entry: Entry, kit: Kit) -> Iterator[Finding]:
    binding = kit.definitions.review.words("licences_a_l_identique")
    for field, where in _places(entry.canevas) if binding else ():
        own = entry.value.get(field.name, field.schema.get("default"))
        for path, licence in values_in(entry.value, where):
            if own and licence in binding and licence != own:
                yield Finding(entry.span_of(*path), *_said(field.name, licence, own))


@lru_cache(maxsize=16)
def _places(canevas: Canevas) -> tuple[tuple[Property, Path], ...]:
    """Give the field of the licence, and the slots that tell under which licence a source is: elsewhere, a
    licence is that of what the entry describes, and binds nothing.
    """
    return tuple(
        (field, slot.path)
        for field in canevas.with_role(Role.LICENCE)
        for slot in canevas.slots
        if canevas.by_name[str(slot.path[0])].role == Role.RECORD
        and slot.part.get("x-vocabulaire") == field.vocabulary != ""
    )


def _said(name: str, licence: str, own: str) -> tuple[str, str]:
    message = (
        f"La source est sous « {licence} », qui s'impose à ce qu'on en tire, et la fiche sous « {own} »."
    )
    change = f"Écrivez « {name}: {licence} » pour la fiche"
    return message, f"{change}, ou redites ce passage avec vos mots et ôtez la licence de la source."
