"""Vocabulaire incohérent

## Ce qui est vérifié

Dans un vocabulaire, chaque identifiant paraît une fois et « voir_aussi » nomme des termes de la
même liste.

## Pourquoi

Deux termes de même identifiant se confondraient dans les filtres.

## Exemple refusé

```yaml
- id: confiance
- id: confiance
```

## Exemple accepté

```yaml
- id: confiance
- id: souverainete
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.nearest import nearest
from generator.nodes import Mapping, Scalar, Sequence
from generator.rules import Scope
from generator.vocabulary import Vocabulary, terms_of

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True


def check(kit: Kit) -> Iterator[Finding]:
    for vocabulary in kit.definitions.vocabularies.values():
        seen: set[str] = set()
        for term in terms_of(vocabulary.document):
            identifier = term.get("id")
            if isinstance(identifier, Scalar) and identifier.text in seen:
                message = f"Le terme « {identifier.text} » est déjà dans la liste."
                yield Finding(identifier.span, message, "Gardez-en un seul.")
            elif isinstance(identifier, Scalar):
                seen.add(identifier.text)
            yield from _references(term, vocabulary)


def _references(term: Mapping, vocabulary: Vocabulary) -> Iterator[Finding]:
    node = term.get("voir_aussi")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and item.text not in vocabulary.by_id:
            close = nearest(item.text, vocabulary.ids)
            advice = f"Écrivez « {close} »." if close else "Nommez un terme de cette liste."
            yield Finding(item.span, f"« {item.text} » n'est pas un terme de cette liste.", advice)
