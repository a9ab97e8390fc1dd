"""Image sans texte de remplacement

## Ce qui est vérifié

Une image d'une page de content/ a, entre ses crochets, un texte qui dit ce qu'elle montre.

## Pourquoi

Ce texte est tout ce que reçoit qui ne voit pas l'image, ou ne l'a pas encore (RGAA, critère 1.1).

## Exemple refusé

```markdown
![](bouton-proposer.png)
```

## Exemple accepté

```markdown
![Le bouton « Proposer », en bas à droite de l'écran](bouton-proposer.png)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE


def check(kit: Kit) -> Iterator[Finding]:
    for link in (link for page in kit.pages for link in page.outline.links if link.is_image):
        if not link.text:
            yield Finding(
                link.span,
                f"L'image « {link.target[:60]} » n'a pas de texte de remplacement.",
                "Dites entre les crochets ce qu'elle montre : ![Ce que l'on voit](adresse).",
            )
