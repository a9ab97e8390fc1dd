"""Section trop courte

## Ce qui est vérifié

Une section compte assez de mots pour aider quelqu'un. Le seuil est dans kit/relectures.yml.

## Pourquoi

Un mot ou deux, comme « Oui » ou « Les communes », n'apprennent rien à qui cherche de l'aide.

## Exemple refusé

```markdown
## Alliance(s)

OpenDataFrance.
```

## Exemple accepté

```markdown
## Alliance(s)

OpenDataFrance coordonne le programme et forme les animateurs du réseau.
```
"""

import re
from collections.abc import Iterator
from itertools import islice
from math import ceil

from generator.diagnostic import Finding, Severity, Span
from generator.french import count
from generator.kit import Kit
from generator.provisional import provisional_of
from generator.rules import Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.FILE

_WORD = re.compile(r"[^\W_]\S*")
"""A word, its elision and the target of its link included: « l'agent » is one."""


def check(kit: Kit) -> Iterator[Finding]:
    least = kit.definitions.review.threshold("mots_par_section")
    provisional = provisional_of(kit.definitions.review)
    for entry in kit.entries if least else ():
        at_fault = {fault.span for fault in entry.faults}  # an empty section, for one
        for section in entry.sections:
            words = sum(1 for _ in islice(_WORD.finditer(section.text), ceil(least or 0)))
            if words < (least or 0) and section.span not in at_fault and not provisional.is_in(section.text):
                yield _finding(section.span, entry.canevas.by_name[section.name].label, words)


def _finding(span: Span, label: str, words: int) -> Finding:
    return Finding(
        span,
        f"La section « {label} » ne compte que {count(words, 'mot', 'mots')}.",
        "Ajoutez une phrase : qui, quoi, comment. N'inventez rien.",
    )
