"""Remplacement en rond

## Ce qui est vérifié

En suivant « remplace_par » de fiche en fiche, on ne revient pas à son point de départ.

## Pourquoi

Chaque fiche renverrait le lecteur à une autre, sans qu'aucune soit la bonne.

## Exemple refusé

```yaml
# alpi.md
remplace_par: landes
# landes.md
remplace_par: alpi
```

## Exemple accepté

```yaml
# alpi.md
remplace_par: landes
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.roles import Role
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT

_SHOWN = 5
"""Entries of a circle that the message names."""


def check(kit: Kit) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for start in kit.by_key.values():
        trail: dict[tuple[str, str], Entry] = {}
        entry: Entry | None = start
        while entry and entry.key not in seen:
            seen.add(entry.key)
            trail[entry.key] = entry
            entry = _successor(entry, kit)
        if entry and entry.key in trail:
            names = list(trail)
            yield from _said([trail[key] for key in names[names.index(entry.key) :]])


def _successor(entry: Entry, kit: Kit) -> Entry | None:
    """Give the entry that takes the place of one; none when it names itself, which has its own rule."""
    for part in entry.canevas.with_role(Role.REPLACED_BY):
        for name in entry.terms(part.name)[:1]:
            found = kit.by_key.get((part.reference, name))
            return None if found is entry else found
    return None


def _said(circle: list[Entry]) -> Iterator[Finding]:
    first = min(range(len(circle)), key=lambda rank: circle[rank].path)
    entries = [*circle[first:], *circle[:first]]
    shown = [entry.id for entry in entries[:_SHOWN]] + ["…"] * (len(entries) > _SHOWN)
    name = entries[0].canevas.name_of(Role.REPLACED_BY)
    yield Finding(
        entries[0].span_of(name),
        f"Ces fiches se remplacent en rond : {' → '.join([*shown, entries[0].id])}.",
        f"Retirez « {name} » de celle qui fait foi.",
    )
