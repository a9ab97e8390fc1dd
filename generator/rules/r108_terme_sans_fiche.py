"""Terme que rien n'emploie

## Ce qui est vérifié

Chaque vocabulaire est celui d'un champ d'un canevas. Chaque terme d'un filtre du catalogue est employé par
une fiche au moins, dès que le kit en compte assez : « fiches_par_terme », dans kit/relectures.yml, dit
combien de fiches par terme de la liste.

## Pourquoi

Un filtre qui mène à une liste vide fait perdre son temps au lecteur. Il montre aussi ce qui manque au kit.

## Exemple refusé

```yaml
# kit/vocabulaires/enjeux.yml ; aucune fiche n'a « enjeux: [sobriete] »
- id: sobriete
  libelle: Sobriété
```

## Exemple accepté

```yaml
- id: confiance
  libelle: Confiance
```
"""

from collections.abc import Iterator

from generator.addresses import facets
from generator.diagnostic import Finding, Severity
from generator.files import is_good_name
from generator.kit import Kit
from generator.nodes import Scalar, keys_and_values
from generator.properties import Property
from generator.rules import Scope
from generator.vocabulary import terms_of

SEVERITY = Severity.NOTE
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    if kit.definitions.are_complete:
        yield from _idle_vocabularies(kit)
        if not kit.unread:
            yield from _idle_terms(kit)


def _idle_vocabularies(kit: Kit) -> Iterator[Finding]:
    """Find the vocabularies that no field names, but one that no field may name, which has its own rule; say
    nothing while a field names one that does not exist: it may mean this one.
    """
    pairs = (pair for document in kit.definitions.documents for pair in keys_and_values(document.head))
    named = {node.text for key, node in pairs if key.text == "x-vocabulaire" and isinstance(node, Scalar)}
    if named <= set(kit.definitions.vocabulary_names):
        for name, vocabulary in kit.definitions.vocabularies.items():
            if name not in named and is_good_name(name):
                message = f"Aucun canevas n'emploie le vocabulaire « {name} »."
                advice = f"Écrivez « x-vocabulaire: {name} » dans un champ, ou retirez ce fichier."
                yield Finding(vocabulary.document.start, message, advice)


def _idle_terms(kit: Kit) -> Iterator[Finding]:
    wanted = kit.definitions.review.threshold("fiches_par_terme")
    for facet in facets(kit):
        vocabulary = kit.definitions.vocabularies.get(facet.vocabulary)
        if wanted is None or not vocabulary:
            continue
        ids = [node for term in terms_of(vocabulary.document) if isinstance(node := term.get("id"), Scalar)]
        idle = [node for node in ids if (facet.name, node.text) not in kit.by_term]
        if idle and _filled(facet, kit) >= wanted * len(vocabulary.terms):
            for node in idle:
                message = f"Aucune fiche n'a « {node.text} » dans « {facet.name} » : ce filtre est vide."
                advice = "Cherchez les fiches qu'il décrit, ou proposez-en une ; retirez-le s'il ne sert pas."
                yield Finding(node.span, message, advice)


def _filled(facet: Property, kit: Kit) -> int:
    """Count the entries that fill a field."""
    return sum(bool(entry.value.get(facet.name)) for entry in kit.entries)
