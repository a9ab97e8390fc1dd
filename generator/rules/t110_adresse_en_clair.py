"""Adresse en clair

## Ce qui est vérifié

Dans un texte, une adresse du web se cache sous des mots. Les champs de l'en-tête ne sont pas concernés.

## Pourquoi

Un lecteur d'écran épelle une adresse signe par signe, et elle ne dit pas au lecteur ce qu'il va trouver.

## Exemple refusé

```markdown
Voir https://www.data.gouv.fr/fr/pages/onboarding/producteurs/
```

## Exemple accepté

```markdown
Voir le [guide des producteurs](https://www.data.gouv.fr/fr/pages/onboarding/producteurs/)
```
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.prose import Prose
from generator.rules import Scope, enough

SEVERITY = Severity.NOTE
SCOPE = Scope.FILE

_ADDRESS = re.compile(r"(?<![\w@/.-])(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+")


def check(kit: Kit) -> Iterator[Finding]:
    for prose in chain.from_iterable(kit.proses.values()):
        if prose.is_markdown and prose.holds_address:
            yield from enough(_in(prose))


def _in(prose: Prose) -> Iterator[Finding]:
    for found in _ADDRESS.finditer(prose.visible):
        yield Finding(
            prose.span(found.start(), found.end()),
            f"L'adresse « {found[0][:60]} » est écrite en clair.",
            "Cachez l'adresse sous le nom de la page : [nom de la page](adresse).",
        )
