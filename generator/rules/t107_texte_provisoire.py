"""Texte provisoire

## Ce qui est vérifié

Il ne reste pas de texte d'attente : « à compléter », « TODO »… Les mots cherchés sont dans
kit/relectures.yml. Dans une phrase, « une liste à compléter chaque année » est permis.

## Pourquoi

Le lecteur croit la page cassée, ou prend la consigne pour une information.

## Exemple refusé

```markdown
Partenaires : (à préciser)
```

## Exemple accepté

```markdown
Nos partenaires : la préfecture et l'association des maires.
```
"""

from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.provisional import provisional_of
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE


def check(kit: Kit) -> Iterator[Finding]:
    provisional = provisional_of(kit.definitions.review)
    for prose in chain.from_iterable(kit.proses.values()):
        for start, end in provisional.places(prose):
            yield Finding(
                prose.span(start, end),
                f"« {prose.text[start:end][:60]} » est un texte d'attente.",
                "Écrivez le texte définitif, ou retirez la ligne si elle n'est pas obligatoire.",
            )
