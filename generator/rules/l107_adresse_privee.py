"""Adresse privée

## Ce qui est vérifié

Une adresse mène à un site public, et non à un ordinateur ou à un réseau privé : « localhost »,
« http://intranet/… », « 192.168.… ». Un texte ne donne pas le chemin d'un fichier d'un ordinateur.

## Pourquoi

Elle fonctionne chez vous et nulle part ailleurs. Elle montre aussi comment votre réseau est fait.

## Exemple refusé

```markdown
[la délibération](http://intranet/deliberations/12.pdf)
```

## Exemple accepté

```markdown
[la délibération](https://www.exemple.fr/deliberations/12.pdf)
```
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.rules import Scope
from generator.web_addresses import is_private

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE

_FILE = re.compile(r"(?<![\w\\/])(?:[A-Za-z]:\\\w|\\{1,2}[\w.-]{2,}\\[\w$]{2}|file://)[^\s<>|\"»)]*")
"""A path of Windows, on a drive or a server, or its address; Markdown takes the first of two backslashes."""
_ADVICE = "Publiez le document, puis donnez son adresse publique ; sinon, ôtez le lien."


def check(kit: Kit) -> Iterator[Finding]:
    for address in kit.web_addresses:
        if is_private(address.host):
            message = f"« {address.host} » n'est pas un site public : le lecteur n'y a pas accès."
            yield Finding(address.span, message, _ADVICE)
    for prose in chain.from_iterable(kit.proses.values()):
        may_hold_one = "\\" in prose.visible or "file://" in prose.visible  # far faster than the pattern
        for found in _FILE.finditer(prose.visible) if may_hold_one else ():
            yield Finding(
                prose.span(found.start(), found.end()),
                f"« {found[0][:60]} » est un fichier de votre ordinateur ou de votre réseau.",
                _ADVICE,
            )
