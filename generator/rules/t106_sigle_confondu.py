"""Sigle confondu

## Ce qui est vérifié

Un sigle n'est pas écrit à la place d'un autre qui lui ressemble. Les paires sont dans kit/relectures.yml. Un
sigle que le texte explique, comme « Agence de développement touristique (ADT) », est permis.

## Pourquoi

Deux lettres échangées mènent à un autre organisme, et la recherche ne trouve plus le texte.

## Exemple refusé

```markdown
Le format suit le SDCL.
```

## Exemple accepté

```markdown
Le format suit le SCDL.
```
"""

import re
from collections.abc import Iterator
from itertools import islice

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.nearest import flat
from generator.prose import Prose
from generator.rules import Scope, enough

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE

_REACH = 100
"""Characters beside a sigle in which the words that it stands for are looked for."""

_FIRST = 20
"""Places where it is looked for: a text explains a sigle at its first use."""


def check(kit: Kit) -> Iterator[Finding]:
    for wrong, right in kit.definitions.review.corrections("sigles").items():
        written = re.compile(rf"(?<![\w.@/-]){re.escape(wrong)}(?![\w-]|\.\w)")
        for every in kit.proses.values():
            proses = [prose for prose in every if wrong in prose.words]  # far faster than the pattern
            if not any(_explains(prose.words, wrong) for prose in proses):
                yield from (found for prose in proses for found in enough(_in(prose, written, wrong, right)))


def _in(prose: Prose, written: re.Pattern[str], wrong: str, right: str) -> Iterator[Finding]:
    for found in written.finditer(prose.words):
        yield Finding(
            prose.span(found.start(), found.end()),
            f"« {wrong} » est-il bien le sigle que vous voulez ? On le confond avec « {right} ».",
            f"Écrivez « {right} », ou expliquez le sigle : « {wrong} (ce qu'il veut dire) ».",
        )


def _explains(text: str, sigle: str) -> bool:
    """Tell whether a text says once what a sigle stands for, before or after it, in parentheses."""
    name = re.escape(sigle)
    before = islice(re.finditer(rf"\({name}\)", text), _FIRST)
    after = islice(re.finditer(rf"\b{name} \(([^()]{{1,{_REACH}}})\)", text), _FIRST)
    said_before = (text[max(0, found.start() - _REACH) : found.start()] for found in before)
    return any(_spells(words, sigle) for words in (*said_before, *(found[1] for found in after)))


def _spells(words: str, sigle: str) -> bool:
    """Tell whether the last words have for first letters those of the sigle, in order, small words aside."""
    initials = [word[0] for word in re.findall(r"[^\W\d_]+", flat(words))][-2 * len(sigle) :]
    backwards = iter(reversed(initials))
    letters = sigle.lower()[::-1]
    return initials[-1:] == [letters[0]] and all(letter in backwards for letter in letters)
