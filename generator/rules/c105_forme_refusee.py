"""Valeur mal formée

## Ce qui est vérifié

La valeur a la forme attendue : date, adresse web, courriel, durée, code, identifiant.

## Pourquoi

Une date ou une adresse mal formée ne peut être ni triée ni suivie.

## Exemple refusé

```yaml
publie_le: 22/11/2026
```

## Exemple accepté

```yaml
publie_le: 2026-11-22
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "ill_formed"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    values = fault.values
    form = _FORMS.get(values.get("format", ""), "")
    expected = f"{values['label']} : {form}" if form else values["label"]
    advice = f"Par exemple : {values['example']}" if values["example"] else values.get("description", "")
    yield Finding(fault.span, f"« {values['value']} » n'a pas la forme attendue ({expected}).", advice)


_FORMS = {
    "date": "année-mois-jour",
    "date-partielle": "année, année-mois ou année-mois-jour",
    "duration": "durée ISO 8601",
    "email": "adresse de courriel",
    "uri": "adresse web complète",
}
