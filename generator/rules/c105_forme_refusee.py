"""Valeur mal formée

## Ce qui est vérifié

La valeur a la forme attendue : date, adresse web, courriel, durée, code, identifiant. La date existe,
et la clé de contrôle d'un numéro SIREN est juste.

## Pourquoi

Une date ou une adresse mal formée ne peut être ni triée ni suivie. Un numéro faux désigne une autre
structure, ou aucune.

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
from generator.rewriting import proposed, why
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "ill_formed"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    words = fault.values
    right = proposed(words["value"], words.get("format", ""), words.get("pattern", ""))
    yield Finding(fault.span, _message(words), f"Écrivez « {right} »." if right else _advice(words))


def _message(words: dict[str, str]) -> str:
    value, label = words["value"], words["label"]
    if words["keyword"] != "format":
        return f"« {value} » n'a pas la forme attendue pour « {label} »."
    if reason := why(value, words["format"]):
        return f"« {value} » {reason}."
    form = _FORMS.get(words["format"], f"une valeur de format « {words['format']} »")
    return f"« {label} » attend {form} : « {value} » n'en est pas une."


def _advice(words: dict[str, str]) -> str:
    example = f"Par exemple : {words['example']}" if words["example"] else ""
    if words["keyword"] == "format":
        return _WHERE.get(words["format"], example or words.get("description", ""))
    return " ".join(filter(None, [words.get("description"), example]))


_FORMS = {
    "date": "une date (année-mois-jour)",
    "date-partielle": "une date (année, année-mois ou année-mois-jour)",
    "duration": "une durée ISO 8601",
    "email": "une adresse de courriel",
    "regex": "une expression régulière",
    "siren": "une suite de neuf chiffres",
    "uri": "une adresse web complète",
}
"""What each format is, in words of the same gender: the sentence ends with « une »."""

_WHERE = {"siren": "L'annuaire des entreprises de l'État donne le bon : annuaire-entreprises.data.gouv.fr."}
"""Where to find what no example can give."""
