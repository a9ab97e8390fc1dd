"""Canevas -> a form of the forge, for who proposes an entry without touching a file.

The form is GitHub's: see docs.github.com, « Syntax for issue forms » and « Syntax for GitHub's form schema ».
`make forms` writes it; a test tells when it is out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.canevas import Canevas
from generator.kit import Kit, gather
from generator.literals import Json, as_text
from generator.properties import Property
from generator.roles import Role

PROMISES = (
    "Je cite mes sources et je n'affirme que ce que je peux montrer.",
    "Je donne l'adresse d'un service, jamais celle d'une personne.",
    "Ma structure est d'accord pour publier ce texte.",
    "J'accepte qu'il soit publié sous la licence de la fiche (Licence Ouverte 2.0, sauf mention contraire).",
)
"""What an author commits to; the models of requests of the forges say the same."""

_WELCOME = (
    "Remplissez ce que vous savez : une personne de l'équipe en fera une fiche. Elle vous posera ses "
    "questions sous votre texte, et vous la montrera avant de la publier. Vous n'avez aucun fichier à écrire."
)
_WARNING = (
    "**Tout ce que vous écrivez ici est public**, le nom de votre compte aussi : n'y mettez ni l'adresse ni "
    "le téléphone d'une personne."
)

_OF_THE_TEAM = {Role.STATUS, Role.REPLACED_BY, Role.FORMER_IDS}

_SHORT = 120
"""Longest text, in characters, that is asked for on one line."""


def form(canevas: Canevas, kit: Kit) -> str:
    """Write the form of a kind.

    Args:
        canevas: of the kind.
        kit: whose vocabularies give the choices.

    Returns:
        The YAML file: what an entry must or should hold, its facets and its sections, each with the help of
        the canevas; the other fields are named under one free text.
    """
    asked = [part for part in canevas.properties if _is_asked(part, canevas)]
    content: Json = {
        "name": f"Proposer une fiche : {canevas.title}",
        "description": f"Sans toucher à un fichier. {canevas.description}",
        "title": f"{canevas.title} : ",
        "body": [
            *({"type": "markdown", "attributes": {"value": text}} for text in (_WELCOME, _WARNING)),
            *(_element(part, kit) for part in asked),
            *_others([part for part in canevas.properties if part not in asked]),
            _promises(),
        ],
    }
    source = f"kit/canevas/{canevas.kind}.yml et de kit/vocabulaires/"
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return f"# Tiré de {source} par « make forms » : ne le modifiez pas à la main.\n{written}"


def _is_asked(part: Property, canevas: Canevas) -> bool:
    wanted = part.required or part.name in (*canevas.conditional, *canevas.recommended)
    return (wanted or part.is_section or bool(part.facet)) and not _is_given_by_the_team(part)


def _is_given_by_the_team(part: Property) -> bool:
    """Tell what authors need not think of: the id, the state, the dates, what comes before and after."""
    return part.name == "id" or part.schema.get("format") == "date" or part.role in _OF_THE_TEAM


def _element(part: Property, kit: Kit) -> Json:
    vocabulary = kit.definitions.vocabularies.get(part.vocabulary)
    choices = [term.label for term in vocabulary.terms] if vocabulary else []
    attributes: Json = {"label": part.label, "description": _help(part)}
    if vocabulary and choices:
        attributes |= {"multiple": part.is_list, "options": choices}
        if part.schema.get("default") in vocabulary.ids:
            attributes["default"] = vocabulary.ids.index(part.schema["default"])
    elif examples := part.schema.get("examples"):
        attributes["placeholder"] = _readable(examples[0], part.schema)
    kept = {name: value for name, value in attributes.items() if value != ""}
    kind = "dropdown" if choices else "input" if _is_short(part) else "textarea"
    return {"type": kind, "id": part.name, "attributes": kept, "validations": {"required": part.required}}


def _is_short(part: Property) -> bool:
    schema = part.schema
    is_line = schema.get("type") in {"string", "integer", "number"} and not part.is_section
    return is_line and schema.get("maxLength", 0) <= _SHORT


def _help(part: Property) -> str:
    inside = part.schema.get("items", part.schema).get("properties", {})
    labels = ", ".join(str(field.get("title", name)) for name, field in inside.items())
    return f"{part.help} Dites si possible : {labels}.".strip() if labels else part.help


def _readable(value: Json, schema: Json) -> str:
    """Write an example as a person would: labels rather than keys, one item a line."""
    if isinstance(value, list):
        return "\n".join(_readable(item, schema.get("items", {})) for item in value)
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        return " ; ".join(
            f"{fields.get(name, {}).get('title', name)} : {as_text(item)}" for name, item in value.items()
        )
    return as_text(value)


def _others(parts: list[Property]) -> Iterator[Json]:
    labels = ", ".join(part.label for part in parts if not _is_given_by_the_team(part))
    if labels:
        advice = f"Ce qui complète la fiche, si vous le souhaitez. Par exemple : {labels}."
        yield {
            "type": "textarea",
            "id": "autres",
            "attributes": {"label": "Autres précisions", "description": advice},
            "validations": {"required": False},
        }


def _promises() -> Json:
    options = [{"label": promise, "required": True} for promise in PROMISES]
    attributes = {"label": "Je vérifie", "options": options}
    return {"type": "checkboxes", "id": "engagements", "attributes": attributes}


def main(kind: str) -> None:
    """Write on the standard output the form of a kind, for the kit of the current folder."""
    kit = gather(Path.cwd())
    canevas = kit.definitions.canevas(kind)
    if canevas is None:
        sys.exit(f"« {kind} » n'est pas un genre de fiche, ou son canevas est cassé.")
    sys.stdout.write(form(canevas, kit))


if __name__ == "__main__":
    main(sys.argv[1])
