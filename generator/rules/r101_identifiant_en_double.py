"""Identifiant en double

## Ce qui est vérifié

Deux fiches d'un même genre n'ont pas le même identifiant, ancien ou actuel.

## Pourquoi

Elles auraient la même adresse : l'une effacerait l'autre.

## Exemple refusé

```yaml
# alpi.md et landes.md
id: alpi
```

## Exemple accepté

```yaml
# alpi.md
id: alpi
# landes.md
id: landes
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity, Span
from generator.entry import Entry
from generator.kit import Kit
from generator.roles import Role
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    for entry in kit.entries:
        yield from _of(entry, kit)


def _of(entry: Entry, kit: Kit) -> Iterator[Finding]:
    first = kit.by_key[entry.key]
    if first is not entry:
        yield _same(entry.id, entry.span_of("id"), first)
    name = entry.canevas.name_of(Role.FORMER_IDS)
    for rank, former in enumerate(entry.terms(name)):
        owner = kit.by_key.get((entry.kind, former)) or kit.by_former_key[entry.kind, former]
        if owner is not entry or former == entry.id:
            yield _same(former, entry.span_of(name, rank), owner)


def _same(identifier: str, span: Span, other: Entry) -> Finding:
    return Finding(
        span,
        f"L'identifiant « {identifier} » est déjà celui de « {other.path} ».",
        "Choisissez-en un autre, ou retirez la copie.",
    )
