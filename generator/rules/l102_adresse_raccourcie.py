"""Adresse raccourcie

## Ce qui est vérifié

Une adresse web est celle de la page, et non celle d'un service qui raccourcit les adresses. Ces services
sont dans la liste « raccourcisseurs » de kit/relectures.yml.

## Pourquoi

Le lecteur ne voit pas où il va, et le service le compte au passage. Si le service ferme, le lien meurt.

## Exemple refusé

```markdown
[le portail](https://bit.ly/3xYz)
```

## Exemple accepté

```markdown
[le portail](https://www.data.gouv.fr/)
```
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.rules import Scope
from generator.web_addresses import WebAddress

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE


def check(kit: Kit) -> Iterator[Finding]:
    services = kit.definitions.review.words("raccourcisseurs")
    for address in kit.web_addresses if services else ():
        if address.host.removeprefix("www.") in services and _leads_elsewhere(address):
            yield Finding(
                address.span,
                f"L'adresse « {address.text} » est raccourcie : on ne voit pas où elle mène.",
                "Ouvrez-la, puis copiez l'adresse de la page qui s'affiche.",
            )


def _leads_elsewhere(address: WebAddress) -> bool:
    """Tell a shortened address from that of the service itself."""
    return bool(urlsplit(address.text).path.strip("/"))
