"""Valeur absente de mkdocs.yml ou du canevas

## Ce qui est vérifié

Une page cite entre doubles crochets une valeur écrite dans « extra », dans mkdocs.yml ; ou, seuls
entre deux lignes vides, les champs ou les sections d'un genre de fiche, ou une partie faite de tout le kit :
« [[kit.genres]] », « [[kit.facettes]] », « [[kit.nouveautes]] ».

## Pourquoi

Le lecteur verrait « [[editeur.nom]] » au lieu du nom de l'éditeur, ou n'aurait pas le tableau.

## Exemple refusé

```markdown
[[editeur.mon]]
```

## Exemple accepté

```markdown
Publié par [[editeur.nom]]. Voici les champs d'une offre :

[[canevas.offre.champs]]
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.nearest import nearest
from generator.pages import Page
from generator.quotations import (
    KIT,
    PARTS,
    PIECES,
    QUOTATION,
    TABLES,
    is_alone,
    is_piece,
    is_table,
    piece,
    split,
)
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    for page in kit.pages:
        if page.document.fields is not None and kit.config.raw:
            yield from _faults(page, kit)


def _faults(page: Page, kit: Kit) -> Iterator[Finding]:
    body = page.document.body
    for match in QUOTATION.finditer(body):
        name, span = match[1], page.positions.span(match.start(), match.end())
        if not (is_table(name) or is_piece(name)):
            if kit.config.value(name) is None and not kit.config.document.faults:
                yield Finding(
                    span,
                    f"La valeur « {name} » n'est pas dans mkdocs.yml.",
                    "Écrivez-la sous « extra: », ou corrigez le nom entre les crochets.",
                )
        elif problem := _problem(name, kit.definitions.kind_names):
            yield Finding(span, *problem)
        elif not is_alone(body, match.start(), match.end()):
            yield Finding(
                span,
                f"« [[{name}]] » devient un bloc de la page : il ne peut pas être dans une phrase.",
                "Mettez-le seul sur sa ligne, entre deux lignes vides.",
            )


def _problem(name: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
    """Say what is wrong in the name of a table or a piece, and what to write; None when nothing is."""
    if is_piece(name):
        known = " ou ".join(f"« [[{KIT}.{one}]] »" for one in PIECES)
        return None if piece(name) else (f"« [[{name}]] » n'est pas une partie du kit.", f"Écrivez {known}.")
    kind, part = split(name)
    if kind not in kinds:
        known = ", ".join(f"« {found} »" for found in kinds)
        close = nearest(kind, kinds)
        advice = f"Écrivez « {TABLES}.{close}.{part or 'champs'} »." if close else f"Genres connus : {known}."
        return f"« {kind} » n'est pas un genre de fiche.", advice
    if part in PARTS:
        return None
    forms = " ou ".join(f"« [[{TABLES}.{kind}.{known}]] »" for known in PARTS)
    return f"« [[{name}]] » ne dit pas quoi montrer du canevas.", f"Écrivez {forms}."
