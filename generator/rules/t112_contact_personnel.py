"""Contact d'une personne

## Ce qui est vérifié

Une adresse de courriel est celle d'un service, et un numéro de téléphone n'est pas celui d'un mobile. Les
mots qui disent un service (mairie, contact…) et les messageries des particuliers sont dans
kit/relectures.yml.

## Pourquoi

Le nom et le mobile d'un agent sont des données personnelles (RGPD), et l'adresse meurt quand il part.

## Exemple refusé

```markdown
Écrivez à camille.martin@exemple.fr
```

## Exemple accepté

```markdown
Écrivez à donnees@exemple.fr
```
"""

from collections.abc import Iterator

from generator.contacts import Contacts, contacts_of
from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.nodes import Scalar
from generator.outline import Link
from generator.rules import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.FILE

_MAILTO = "mailto:"


def check(kit: Kit) -> Iterator[Finding]:
    contacts = contacts_of(kit.definitions.review)
    for entry in kit.entries:
        yield from _in_head(entry.scalars, contacts)
        yield from _in_links(entry.links, contacts)
    for page in kit.pages:
        yield from _in_head(page.document.scalars, contacts)
        yield from _in_links(page.outline.links, contacts)
    for prose in (prose for proses in kit.proses.values() for prose in proses if prose.is_markdown):
        for start, end in contacts.personal(prose.visible):
            yield _finding(prose.span(start, end), prose.text[start:end])


def _in_head(values: tuple[Scalar, ...], contacts: Contacts) -> Iterator[Finding]:
    for scalar in values:
        for start, end in contacts.personal(scalar.text) if contacts.may_be_in(scalar.text) else ():
            yield _finding(scalar.span, scalar.text[start:end])


def _in_links(links: tuple[Link, ...], contacts: Contacts) -> Iterator[Finding]:
    """Look at the addresses that the text of a link does not show: the others are in the prose."""
    for link in links:
        address = link.target.removeprefix(_MAILTO).partition("?")[0]
        if link.target.startswith(_MAILTO) and address not in link.text and contacts.is_personal(address):
            yield _finding(link.span, address)


def _finding(span: Span, contact: str) -> Finding:
    if "@" in contact:
        return Finding(
            span,
            f"« {contact[:60]} » semble l'adresse d'une personne.",
            "Donnez celle d'un service, comme « donnees@… ». C'en est une ? Voyez kit/relectures.yml.",
        )
    return Finding(
        span,
        f"« {contact[:60]} » est un numéro de mobile.",
        "Donnez le numéro d'un service, ou un formulaire.",
    )
