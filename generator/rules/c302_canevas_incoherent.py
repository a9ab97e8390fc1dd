"""Canevas incohérent

## Ce qui est vérifié

Un canevas nomme des vocabulaires, des genres, des champs et des gabarits qui existent, et deux
canevas n'ont ni le même dossier ni la même adresse. Un champ joue le rôle de titre, un autre celui
de résumé. Un champ qui filtre par plages est un nombre, une durée ou un groupe « min » et « max » ; ses
plages ont des bornes de même nature, dans l'ordre. Deux genres qui filtrent par un même champ ont les
mêmes choix.

## Pourquoi

Un nom qui ne désigne rien donnerait un filtre vide, une page sans titre ou un lien mort.

## Exemple refusé

```yaml
x-vocabulaire: enjeu
```

## Exemple accepté

```yaml
x-vocabulaire: enjeux
```
"""

from collections.abc import Iterator

from generator import layout, ranges
from generator.addresses import RESERVED, STATE, facets
from generator.canevas import Canevas
from generator.diagnostic import Finding, Severity, Span
from generator.kit import Kit
from generator.nearest import nearest
from generator.nodes import Node, Scalar, Sequence, keys_and_values
from generator.places import path_of
from generator.properties import Property
from generator.roles import Role
from generator.rules import Scope
from generator.schema import node_at
from generator.source import Document

SEVERITY = Severity.ERROR
SCOPE = Scope.KIT
BLOCKING = True

_ROLES = (Role.TITLE, Role.SUMMARY)


def check(kit: Kit) -> Iterator[Finding]:
    for document in kit.definitions.documents:
        if document.path.startswith(f"{layout.CANEVAS}/"):
            yield from _names(document, kit)
    for canevas in kit.definitions.canevases:
        yield from _templates(canevas, kit)
        yield from _roles(canevas)
        yield from _fields(canevas)
        yield from _columns(canevas)
        yield from _needs(canevas)
        yield from _facets(canevas, kit)
        yield from _unique(canevas, kit)


def _names(document: Document, kit: Kit) -> Iterator[Finding]:
    known = {"x-vocabulaire": kit.definitions.vocabulary_names, "x-renvoi": kit.definitions.kind_names}
    for key, value in keys_and_values(document.head):
        names = known.get(key.text)
        if names is not None and isinstance(value, Scalar) and value.text not in names:
            yield _unknown(value, list(names))


def _templates(canevas: Canevas, kit: Kit) -> Iterator[Finding]:
    templates = sorted(path.name for path in (kit.root / layout.BODY_TEMPLATES).glob("[!_]*.html"))
    for name in ("x-gabarit", "x-imprimable"):
        template = canevas.document.fields and canevas.document.fields.get(name)
        if isinstance(template, Scalar) and template.text not in templates:
            yield _unknown(template, templates)


def _roles(canevas: Canevas) -> Iterator[Finding]:
    for role in _ROLES:
        nodes = [node for key, node in _pairs(canevas) if key.text == "x-role" and _text(node) == role]
        if len(canevas.with_role(role)) != 1:
            yield Finding(
                nodes[1].span if len(nodes) > 1 else canevas.document.start,
                f"Ce canevas doit avoir un champ de rôle « {role} », et un seul.",
                f"Écrivez « x-role: {role} » dans ce champ, et dans lui seul.",
            )
    if "id" not in canevas.by_name:
        yield Finding(
            canevas.document.start,
            "Ce canevas n'a pas de champ « id ».",
            'Ajoutez « id: { $ref: "#/$defs/id" } » aux champs.',
        )


def _fields(canevas: Canevas) -> Iterator[Finding]:
    for name in ("required", "x-recommande", "x-regroupe"):
        node = canevas.document.fields and canevas.document.fields.get(name)
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Scalar) and item.text not in canevas.by_name:
                yield _unknown(item, list(canevas.by_name))
            elif isinstance(item, Scalar) and name == "x-regroupe" and not _listed(canevas, item.text):
                yield Finding(item.span, f"« {item.text} » n'a pas de vocabulaire.", "Ôtez-le de la liste.")


def _columns(canevas: Canevas) -> Iterator[Finding]:
    node = canevas.document.fields and canevas.document.fields.get("x-tableau")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and path_of(canevas, item.text) is None:
            yield _unknown(item, list(canevas.by_name))


def _needs(canevas: Canevas) -> Iterator[Finding]:
    needs = canevas.document.fields and canevas.document.fields.get("dependentRequired")
    for key, value in keys_and_values(needs or None):
        for name in (key, *(value.items if isinstance(value, Sequence) else ())):
            if isinstance(name, Scalar) and name.text not in canevas.by_name:
                yield _unknown(name, list(canevas.by_name))


def _facets(canevas: Canevas, kit: Kit) -> Iterator[Finding]:
    shared = {facet.name: facet for facet in facets(kit)}
    for part in canevas.properties:
        place = ("properties", part.name)
        for name, message, advice in ranges.faults(canevas, part):
            yield Finding(_span(canevas, *place, name), message, advice)
        if part.facet in {"filtre", "page"} and not part.vocabulary:
            yield Finding(
                _span(canevas, *place, "x-facette"),
                f"« {part.name} » n'a pas de vocabulaire : son filtre serait vide.",
                "Ôtez « x-facette », ou donnez un « x-vocabulaire » au champ.",
            )
        elif part.facet and part.name in STATE:
            yield Finding(
                _span(canevas, *place, "x-facette"),
                f"Le nom « {part.name} » est pris dans les adresses du catalogue.",
                "Donnez un autre nom au champ, ou ôtez « x-facette ».",
            )
        elif part.facet and not _same_choices(part, shared[part.name]):
            yield Finding(
                _span(canevas, *place, "x-facette"),
                f"Un autre genre filtre par « {part.name} » avec d'autres choix.",
                "Donnez-leur les mêmes, ou un autre nom au champ.",
            )


def _same_choices(part: Property, other: Property) -> bool:
    one, two = ((it.facet, it.vocabulary, ranges.ranges(it)) for it in (part, other))
    return one == two


def _listed(canevas: Canevas, name: str) -> bool:
    return bool(canevas.by_name[name].vocabulary)


def _unique(canevas: Canevas, kit: Kit) -> Iterator[Finding]:
    earlier = [other for other in kit.definitions.canevases if other.kind < canevas.kind]
    for other in earlier:
        if canevas.folder == other.folder:
            yield _taken(canevas, "x-dossier", f"Ce dossier est déjà celui du genre « {other.kind} ».")
        if canevas.address == other.address:
            yield _taken(canevas, "x-adresse", f"Cette adresse est déjà celle du genre « {other.kind} ».")
    if canevas.address in RESERVED:
        yield _taken(canevas, "x-adresse", "Cette adresse est prise par le site lui-même.")


def _taken(canevas: Canevas, name: str, message: str) -> Finding:
    node = next(value for key, value in _pairs(canevas) if key.text == name)
    return Finding(node.span, message, f"Donnez une autre valeur à « {name} ».")


def _pairs(canevas: Canevas) -> Iterator[tuple[Scalar, Node]]:
    return keys_and_values(canevas.document.head)


def _span(canevas: Canevas, *path: str) -> Span:
    """Give the span of a place of the canevas, or of the nearest one above it."""
    head = canevas.document.head
    return node_at(head, path).span if head else canevas.document.start


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _unknown(node: Scalar, names: list[str]) -> Finding:
    close = nearest(node.text, names)
    advice = f"Écrivez « {close} »." if close else f"Noms possibles : {', '.join(names)}."
    return Finding(node.span, f"« {node.text} » ne désigne rien.", advice)
