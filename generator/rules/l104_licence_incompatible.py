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

from generator.canevas import Canevas, Property
from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.roles import Role
from generator.rules import Scope
from generator.slots import Path, slots, values_in

SEVERITY = Severity.WARNING
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    binding = kit.definitions.review.words("licences_a_l_identique")
    for canevas in kit.definitions.canevases:
        for field in canevas.with_role(Role.LICENCE):
            for where in _of_sources(canevas, field):
                yield from _in_entries(kit, canevas, field, where, binding)


def _of_sources(canevas: Canevas, field: Property) -> Iterator[Path]:
    """Give the slots that tell under which licence a source is: elsewhere, a licence is that of what the
    entry describes, and binds nothing.
    """
    for slot in slots(canevas.schema):
        is_source = canevas.by_name[str(slot.path[0])].role == Role.RECORD
        if is_source and slot.part.get("x-vocabulaire") == field.vocabulary != "":
            yield slot.path


def _in_entries(
    kit: Kit, canevas: Canevas, field: Property, where: Path, binding: tuple[str, ...]
) -> Iterator[Finding]:
    for entry in kit.by_kind[canevas.kind]:
        own = entry.value.get(field.name, field.schema.get("default"))
        for path, licence in values_in(entry.value, where):
            if own and licence in binding and licence != own:
                yield Finding(entry.span_of(*path), *_said(field.name, licence, own))


def _said(name: str, licence: str, own: str) -> tuple[str, str]:
    message = (
        f"La source est sous « {licence} », qui s'impose à ce qu'on en tire, et la fiche sous « {own} »."
    )
    change = f"Écrivez « {name}: {licence} » pour la fiche"
    return message, f"{change}, ou redites ce passage avec vos mots et ôtez la licence de la source."
