"""Valeur mal formée

## Ce qui est vérifié

La valeur a la forme attendue : date, adresse web, courriel, durée, code, identifiant.

## Pourquoi

Une date ou une adresse mal formée ne peut être ni triée ni suivie.

## Exemple refusé

```yaml
publie_le: 22/11/2026
```

## Exemple accepté

```yaml
publie_le: 2026-11-22
```
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from generator.definitions import Definitions
from generator.diagnostic import Fault, Finding, Severity
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.FAULT
CAUSE = "ill_formed"


def check(fault: Fault, _definitions: Definitions) -> Iterator[Finding]:
    words = fault.values
    example = f"Par exemple : {words['example']}" if words["example"] else ""
    if words["keyword"] == "format":
        form = _FORMS.get(words["format"], f"une valeur de format « {words['format']} »")
        message = f"« {words['label']} » attend {form} : « {words['value']} » n'en est pas une."
        yield Finding(fault.span, message, _encoded(words) or example or words.get("description", ""))
    else:
        message = f"« {words['value']} » n'a pas la forme attendue pour « {words['label']} »."
        yield Finding(fault.span, message, " ".join(filter(None, [words.get("description"), example])))


def _encoded(words: dict[str, str]) -> str:
    """Advise to write a web address as browsers do, when only the characters of its path are wrong."""
    scheme, sign, rest = words["value"].partition("://")
    host, slash, path = rest.partition("/")
    if words["format"] != "uri" or not (sign and slash and re.fullmatch(r"[A-Za-z0-9.:-]+", host)):
        return ""
    written = quote(path, safe=_KEPT)
    return f"Écrivez « {scheme}://{host}/{written} », comme le fait un navigateur." if written != path else ""


_KEPT = "%/?#&=+,;:@!$'()*~"
"""Characters of a path, query or fragment that stay as they are (RFC 3986, 2.2)."""

_FORMS = {
    "date": "une date (année-mois-jour)",
    "date-partielle": "une date (année, année-mois ou année-mois-jour)",
    "duration": "une durée ISO 8601",
    "email": "une adresse de courriel",
    "regex": "une expression régulière",
    "uri": "une adresse web complète",
}
"""What each format is, in words of the same gender: the sentence ends with « une »."""
