"""Fiches presque semblables

## Ce qui est vérifié

Deux fiches d'un même genre n'ont pas la plus grande part de leur texte en commun. La part à ne pas atteindre
est « ressemblance », dans kit/relectures.yml. On compare les suites de trois mots, des textes d'une centaine
de mots au moins. Une fiche qui dit par laquelle elle est remplacée n'est pas comparée.

## Pourquoi

Le lecteur ne sait pas laquelle lire, et une correction faite dans l'une manque à l'autre.

## Exemple refusé

```text
atd_offers/agence.md et atd_offers/agglomeration.md : le même texte, le nom seul changé
```

## Exemple accepté

```text
atd_offers/agence.md : l'offre
atd_offers/agglomeration.md : ce que l'agglomération fait de plus, et un lien vers l'offre
```
"""

from collections.abc import Iterator

from generator import french
from generator.diagnostic import Finding, Severity
from generator.entry import Entry
from generator.kit import Kit
from generator.resemblance import resemblances
from generator.roles import Role
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    threshold = kit.definitions.review.threshold("ressemblance")
    if threshold is None:
        return
    for entries in kit.by_kind.values():
        compared = sorted((entry for entry in entries if _is_compared(entry, kit)), key=_age)
        texts = [entry.text for entry in compared]
        for pair in resemblances(texts, [entry.sample for entry in compared], threshold):
            yield _near(compared[pair.rank], compared[pair.earlier], pair.share)


def _is_compared(entry: Entry, kit: Kit) -> bool:
    """Leave out what has a successor, and the second of two equal ids, which has its own rule."""
    is_replaced = entry.canevas.name_of(Role.REPLACED_BY) in entry.value
    return bool(entry.sections) and not is_replaced and kit.by_key[entry.key] is entry


def _age(entry: Entry) -> tuple[str, str]:
    """Put the oldest first: it is the one that was copied. An entry without its day is new."""
    return str(entry.value.get(entry.canevas.name_of(Role.PUBLISHED), "9999")), entry.path


def _near(entry: Entry, other: Entry, share: float) -> Finding:
    name = entry.canevas.name_of(Role.REPLACED_BY)
    remedy = f"écrivez ici « {name}: {other.id} »" if name else "retirez celle-ci"
    return Finding(
        entry.sections[0].span,
        f"Le texte de cette fiche est presque celui de « {other.path} ».",
        f"Part commune : {int(share * 100)}{french.NBSP}%. Si l'autre suffit, {remedy} ; sinon, ne "
        "gardez ici que ce qui s'en distingue.",
    )
