"""HTML dans un texte

## Ce qui est vérifié

Une fiche ou une page ne contient pas de HTML, ni dans son texte ni dans ses champs.

## Pourquoi

Le HTML serait retiré de la page : ce que vous voyez sur la forge ne serait pas ce que lisent les
visiteurs, et un code malveillant pourrait s'y cacher.

## Exemple refusé

```markdown
<b>Gratuit</b>
```

## Exemple accepté

```markdown
**Gratuit**
```
"""

import re
from collections.abc import Iterator

from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.nodes import Scalar
from generator.outline import Html
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
BLOCKING = True

_TAG = re.compile(r"<(?=[A-Za-z/!?])[^\s>]*>?")


def check(kit: Kit) -> Iterator[Finding]:
    for entry in kit.entries:
        yield from _in(entry.html, entry.scalars)
    for page in kit.pages:
        yield from _in(page.outline.html, page.document.scalars)


def _in(html: tuple[Html, ...], values: tuple[Scalar, ...]) -> Iterator[Finding]:
    lines = {stretch.span.line: stretch for stretch in reversed(html)}  # the first of each line is enough
    for stretch in reversed(lines.values()):
        yield _finding(stretch.span, stretch.text)
    for scalar in values:
        if "<" in scalar.text and (found := _TAG.search(scalar.text)):
            yield _finding(scalar.span, found[0])


def _finding(span: Span, text: str) -> Finding:
    shown = text.strip().split("\n", 1)[0][:60]
    return Finding(
        span,
        f"Le HTML n'est pas permis ici : « {shown} ».",
        "Écrivez en Markdown : **gras**, *italique*, [texte](adresse). Un « < » seul se suit d'un espace.",
    )
