"""Adresse publiée qui ne répond plus

## Ce qui est vérifié

À chaque adresse de kit/adresses.txt, il y a une fiche : par son identifiant, ou par un de ses
« anciens_ids ». Ce fichier garde l'adresse de toutes les fiches publiées ; « odl build » le complète.

## Pourquoi

D'autres sites, des courriels et des supports de formation citent cette adresse : leurs lecteurs ne
trouveraient plus rien.

## Exemple refusé

```yaml
# la fiche « alpi », publiée à l'adresse offres/alpi/, change d'identifiant
id: landes
```

## Exemple accepté

```yaml
id: landes
anciens_ids: [alpi]
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.addresses import entry_addresses
from generator.canevas import Canevas
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.french import count
from generator.kit import Kit
from generator.nearest import nearest
from generator.register import Line
from generator.roles import Role
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT

_ADVISED = 20
"""Lines for which the nearest entry is sought: hundreds of lost addresses have one cause, not as many."""


def check(kit: Kit) -> Iterator[Finding]:
    if kit.unread or not kit.definitions.are_complete:
        return
    served = {*entry_addresses(kit), *(page.address for page in kit.pages)}
    lost: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in kit.register.lines:
        if line.address not in served:
            lost[line.address.partition("/")[0]].setdefault(line.address, line)
    by_address = {canevas.address: canevas for canevas in kit.definitions.canevases}
    for start, lines in lost.items():
        canevas = by_address.get(f"{start}/")
        if canevas and kit.by_kind[canevas.kind]:
            yield from _one_by_one(list(lines.values()), canevas, kit)
        elif not _is_explained(canevas, kit):
            yield _all(start, list(lines.values()))


def _one_by_one(lines: list[Line], canevas: Canevas, kit: Kit) -> Iterator[Finding]:
    """Say each address, but that of a file which is there: another rule says why it makes no page of it."""
    ids = {entry.id: entry for entry in kit.by_kind[canevas.kind]}
    for rank, line in enumerate(lines):
        identifier = line.address.split("/")[1]
        if not kit.has_file(canevas.kind, identifier):
            close = ids.get(nearest(identifier, ids)) if rank < _ADVISED else None
            message = f"L'adresse publiée « {line.address} » ne répond plus."
            yield Finding(line.span, message, _advice(identifier, canevas, close))


def _advice(identifier: str, canevas: Canevas, close: Entry | None) -> str:
    remedies = ["remettez la fiche, même dépassée", "retirez cette ligne si elle n'a jamais été en ligne"]
    if name := canevas.name_of(Role.FORMER_IDS):
        which = f"« {close.path} », si cette fiche" if close else "la fiche qui"
        remedies.insert(0, f"écrivez « {name}: [{identifier}] » dans {which} prend la suite")
    text = " ; ou ".join(remedies)
    return f"{text[0].upper()}{text[1:]}."


def _all(start: str, lines: list[Line]) -> Finding:
    """Say once that a whole kind is gone, or has changed its address."""
    lost = count(len(lines), "adresse publiée ne répond plus", "adresses publiées ne répondent plus")
    return Finding(
        lines[0].span,
        f"Plus aucune fiche à une adresse en « {start}/ » : {lost}.",
        f"Un canevas doit garder « x-adresse: {start} », et son « x-dossier » les fiches.",
    )


def _is_explained(canevas: Canevas | None, kit: Kit) -> bool:
    """Tell whether the entries of a kind are missing for a reason that is said: its folder cannot be read, or
    they are in one of a mistaken name.
    """
    if canevas is None:
        return False
    start = f"{canevas.folder}/"
    return any(fault.cause == "stray" or f"{fault.span.path}/".startswith(start) for fault in kit.file_faults)
