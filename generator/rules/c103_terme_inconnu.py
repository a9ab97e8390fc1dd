"""Terme inconnu

## Ce qui est vérifié

La valeur est un des termes du vocabulaire ou de la liste.

## Pourquoi

Une valeur mal orthographiée ferait disparaître la fiche des filtres.

## Exemple refusé

```yaml
enjeux: [transparance]
```

## Exemple accepté

```yaml
enjeux: [transparence]
```
"""

from collections.abc import Iterator

from generator.definitions import Definitions
from generator.diagnostic import Edit, Fault, Finding, Severity
from generator.literals import as_yaml
from generator.nearest import fold, is_slip, nearest
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
MENDS = True
CAUSE = "not_listed"


def check(fault: Fault, definitions: Definitions) -> Iterator[Finding]:
    value = fault.values["value"].strip()
    vocabulary = definitions.vocabularies.get(fault.values.get("x-vocabulaire", ""))
    if vocabulary:
        words = {word: term.id for term in vocabulary.terms for word in (*term.aliases, term.label, term.id)}
        near = nearest(value, words)
        close = words[near] if near and is_slip(value, near) else ""
        alias = next((words[word] for word in words if fold(word) == fold(value)), "")
        kind, every = vocabulary.singular, vocabulary.document.path
        message = f"« {value} » n'est pas {kind} connu{_feminine(kind)}."
        advice = f"Écrivez « {close} ». " if close else ""
        on_one_line = fault.span.line == fault.span.end_line  # a block ends at the start of the next line
        edits = (Edit(fault.span, as_yaml(alias)),) if alias and on_one_line else ()
        yield Finding(fault.span, message, f"{advice}{vocabulary.title} : {every}", edits)
    elif const := fault.values.get("const", ""):
        message = f"« {fault.values['label']} » ne peut valoir que « {const} », et non « {value} »."
        yield Finding(fault.span, message, f"Écrivez « {const} ».")
    else:
        allowed = fault.values["enum"]
        close = nearest(value, allowed.split(", "))
        advice = f"Écrivez « {close} ». " if close and is_slip(value, close) else ""
        message = f"« {value} » n'est pas dans la liste de « {fault.values['label']} »."
        yield Finding(fault.span, message, f"{advice}Valeurs permises : {allowed}.")


def _feminine(kind: str) -> str:
    return "e" if kind.startswith("une ") else ""
