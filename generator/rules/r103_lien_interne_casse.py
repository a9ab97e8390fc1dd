"""Lien interne cassé

## Ce qui est vérifié

Un lien vers une autre page donne le chemin d'un fichier du dépôt, et l'ancre d'une section qui
existe.

## Pourquoi

Un chemin de fichier fonctionne sur la forge comme sur le site ; un chemin faux ne fonctionne nulle
part.

## Exemple refusé

```markdown
[le syndicat](/offres/alpi)
```

## Exemple accepté

```markdown
[le syndicat](alpi.md)
```
"""

from collections.abc import Iterator

from generator.diagnostic import Finding, Severity
from generator.kit import Kit
from generator.links import Links, is_internal, path_of, written_links
from generator.nearest import nearest
from generator.rules import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT


def check(kit: Kit) -> Iterator[Finding]:
    links = Links(kit)
    if not kit.definitions.are_complete:
        return
    moving = {fault.span.path for fault in kit.file_faults if fault.cause == "wrong_folder"}
    for source, link in written_links(kit):
        if source in moving:
            continue  # its links are right once it is in its own folder
        if not is_internal(link.target) or path_of(source, link.target) in kit.unread:
            continue
        if links.address(source, link.target) is None:
            yield Finding(
                link.span,
                f"Le lien « {link.target} » ne mène à aucune page.",
                _advice(link.target, links.known(source)),
            )


def _advice(target: str, known: tuple[str, ...]) -> str:
    close = nearest(target, known)
    rule = "Donnez le chemin du fichier, comme « alpi.md » ou « ../kit/ressources/scdl.md »"
    return f"Écrivez peut-être « {close} »." if close else f"{rule}, ou une adresse complète en https."
