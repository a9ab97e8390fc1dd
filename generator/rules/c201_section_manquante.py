"""Section manquante

## Ce qui est vérifié

Une offre publiée a ses six sections ; les autres fiches ont les leurs.

## Pourquoi

Les lecteurs comparent les fiches section par section : un manque fausse la comparaison.

## Exemple refusé

```markdown
## Contexte / Enjeu(x)

(puis plus rien)
```

## Exemple accepté

```markdown
## Contexte / Enjeu(x)

…

## Objectifs pour l'ATD
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "missing_section"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    label, after = fault.values["label"], fault.values.get("after", "")
    place = f", après « {after} »" if after else ""
    yield Finding(
        fault.span,
        f"Il manque la section « {label} »{place}.",
        f"Ajoutez une ligne « ## {label} », puis votre texte.",
    )
