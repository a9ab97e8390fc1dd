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
    key, label, after = (fault.values[name] for name in ("key", "label", "after"))
    place = f", après « {after} »" if after else ""
    when, needed_by = fault.values["when"], fault.values["needed_by"]
    reason = f" : il la faut quand {when}" if when else ""
    reason = f" : le champ « {needed_by} » la demande" if needed_by else reason
    in_markdown = fault.span.path.lower().endswith(".md")
    yield Finding(
        fault.span,
        f"Il manque la section « {label} »{place}{reason}.",
        f"Ajoutez une ligne « ## {label} », puis votre texte."
        if in_markdown
        else f"Ajoutez une ligne « {key}: | », puis votre texte, décalé de deux espaces.",
    )
