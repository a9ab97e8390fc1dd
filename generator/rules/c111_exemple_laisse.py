"""Exemple laissé tel quel

## Ce qui est vérifié

Le titre, le résumé, les sources, les courriels et les adresses web ne sont pas ceux que le canevas
donne en exemple.

## Pourquoi

Une fiche vierge donne des exemples. Un exemple oublié serait publié comme vrai : le lecteur écrirait à
une adresse qui n'est à personne.

## Exemple refusé

```yaml
portail: https://www.exemple.fr/
```

## Exemple accepté

```yaml
portail: https://www.data.gouv.fr/
```
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.canevas import Canevas
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.roles import Role
from generator.rules import Scope
from generator.slots import Slot, values_in

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY

_ADDRESSES = {"email", "uri"}


def check(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    for slot in _own_slots(entry.canevas):
        for path, value in values_in(entry.value, slot.path):
            if value in slot.examples:
                message = f"« {_label(slot, entry.canevas)} » : c'est encore l'exemple du canevas."
                yield Finding(entry.span_of(*path), message, _advice(slot, entry.canevas))


@lru_cache(maxsize=16)
def _own_slots(canevas: Canevas) -> tuple[Slot, ...]:
    """Give the places of a kind that have an example, and where no two entries may have the same value."""
    return tuple(slot for slot in canevas.slots if slot.examples and _is_own_to_each_entry(slot, canevas))


def _is_own_to_each_entry(slot: Slot, canevas: Canevas) -> bool:
    """Tell whether no two entries may have the same value: codes, terms and short words are shared."""
    role = canevas.by_name[str(slot.path[0])].role
    is_source = role == Role.RECORD and slot.part.get("type") == "object"
    is_name = role in {Role.TITLE, Role.SUMMARY}
    return is_name or is_source or slot.part.get("format") in _ADDRESSES


def _advice(slot: Slot, canevas: Canevas) -> str:
    required = canevas.by_name[str(slot.path[0])].required
    return f"Écrivez ce qui vaut pour votre fiche{'' if required else ', ou ôtez ce champ'}."


def _label(slot: Slot, canevas: Canevas) -> str:
    named = slot.part.get("title")
    return str(named or canevas.by_name[str(slot.path[0])].label)
