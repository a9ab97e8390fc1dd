"""Fichier ou dossier que rien ne lit

## Ce qui est vérifié

Le dossier kit/ ne contient que les définitions (canevas, vocabulaires, listes) et les dossiers nommés par le
« x-dossier » d'un canevas. Un fichier README.md ou LICENSE y est admis.

## Pourquoi

Les fiches d'un dossier au nom mal écrit ne seraient ni contrôlées ni publiées, sans un mot.

## Exemple refusé

```text
kit/resources/scdl.md
```

## Exemple accepté

```text
kit/ressources/scdl.md
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.nearest import nearest
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "stray"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    name, is_folder = fault.values["name"], "folder" in fault.values
    close = nearest(name, fault.values["known"].split("\n"))
    if is_folder:
        remedy = "nommez-le dans le « x-dossier » d'un canevas, ou rangez ailleurs ce qu'il contient."
    else:
        remedy = "rangez ce fichier dans le dossier de son genre, ou retirez-le."
    yield Finding(
        fault.span,
        f"Rien ne lit {'le dossier' if is_folder else 'le fichier'} « {name} ».",
        f"Le bon nom est peut-être « {close} » ; sinon, {remedy}" if close else remedy.capitalize(),
    )
