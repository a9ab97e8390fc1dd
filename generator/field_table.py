"""Canevas + vocabularies -> what a guide shows of a kind: its fields and sections, those to write first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.canevas import Canevas
from generator.definitions import Definitions
from generator.literals import Json, as_text, block
from generator.properties import Property
from generator.refusals import condition
from generator.vocabulary import Term

REQUIRED = "obligatoires"
FIELDS = ("Champs", "recommandés", "facultatifs")
SECTIONS = ("Sections", "recommandées", "facultatives")
"""Words of the titles of groups: what is asked for, and the adjectives that agree with it."""


@dataclass(frozen=True)
class Row:
    """One field or section. `form` says in French what its value looks like, `example` is YAML.

    `terms` are the values that it may take, `reference` the kind of the entries that it names, `needs` the
    fields that must go with it, `parts` those of a group, or of each item of a list of groups.
    """

    name: str
    label: str
    help: str
    form: str
    required: bool
    example: str = ""
    terms: tuple[Term, ...] = ()
    terms_title: str = ""
    reference: Canevas | None = None
    needs: tuple[str, ...] = ()
    parts: "tuple[Row, ...]" = ()


@dataclass(frozen=True)
class Group:
    """The rows that are asked for in the same way, in the order of the canevas."""

    id: str
    title: str
    rows: tuple[Row, ...]


def fields(canevas: Canevas, definitions: Definitions) -> tuple[Group, ...]:
    """Give the fields of a kind by how they are asked for; an empty group is left out."""
    parts = [part for part in canevas.properties if not part.is_section]
    return tuple(_groups(canevas, definitions, parts, FIELDS))


def sections(canevas: Canevas, definitions: Definitions) -> tuple[Group, ...]:
    """Give the sections of a kind by how they are asked for; an empty group is left out."""
    return tuple(_groups(canevas, definitions, canevas.sections, SECTIONS))


def _groups(
    canevas: Canevas, definitions: Definitions, parts: Sequence[Property], words: tuple[str, str, str]
) -> Iterator[Group]:
    noun, recommended, optional = words
    adjectives = {
        "toujours": REQUIRED,
        "si": _condition(canevas),
        "mieux": recommended,
        "libre": optional,
    }
    for how, adjective in adjectives.items():
        found = [part for part in parts if _asked(part, canevas) == how]
        if found:
            rows = tuple(_row(part, canevas.schema.raw, canevas, definitions) for part in found)
            yield Group(how, f"{noun} {adjective}", rows)


def _asked(part: Property, canevas: Canevas) -> str:
    """Tell how a field is asked for: always, on a condition, as an advice, or freely."""
    if part.required:
        return "toujours"
    if part.name in canevas.conditional:
        return "si"
    return "mieux" if part.name in canevas.recommended else "libre"


def _condition(canevas: Canevas) -> str:
    """Say when the `then` of a canevas applies: « obligatoires si « acces » vaut « en-ligne » »."""
    words = condition(canevas.schema.raw).replace("« ", "«\N{NO-BREAK SPACE}")
    if not words:
        return f"{REQUIRED} dans certains cas"
    return f"{REQUIRED} si {words}".replace(" »", "\N{NO-BREAK SPACE}»")


def _row(part: Property, group: dict[str, Json], canevas: Canevas, definitions: Definitions) -> Row:
    """Give the row of a field; `group` is the schema that holds it."""
    vocabulary = definitions.vocabularies.get(part.vocabulary)
    examples = part.schema.get("examples", ())
    inner_group = part.schema.get("items", {}) if part.is_list else part.schema
    return Row(
        name=part.name,
        label=part.label,
        help=part.help,
        form=_sentence(part),
        required=part.required,
        example="\n".join(block(part.name, examples[0])) if examples else "",
        terms=vocabulary.terms if vocabulary else (),
        terms_title=vocabulary.title if vocabulary else "",
        reference=definitions.canevas(part.reference) if part.reference else None,
        needs=tuple(group.get("dependentRequired", {}).get(part.name, ())),
        parts=tuple(_row(inner, inner_group, canevas, definitions) for inner in canevas.parts_of(part)),
    )


def _sentence(part: Property) -> str:
    """Say what a value looks like, and within which bounds; the fields of a group follow."""
    if not part.is_list:
        return f"{_one(part, part.schema)}{' :' if 'properties' in part.schema else '.'}"
    item = part.schema.get("items", {})
    if part.vocabulary or part.reference:
        several = "Une ou plusieurs valeurs à choisir" if part.vocabulary else "Un ou plusieurs identifiants"
        return f"{several}{_bounds(part.schema, 'minItems', 'maxItems', ' valeurs')}."
    length = _bounds(part.schema, "minItems", "maxItems", " éléments")
    if "properties" in item:
        return f"Liste{length}. Chaque élément contient :"
    words = _one(part, item)
    return f"Liste{length}. Chaque élément : {words[0].lower()}{words[1:]}."


def _one(part: Property, schema: dict[str, Json]) -> str:
    if part.vocabulary:
        return "Une valeur à choisir"
    if part.reference:
        return "Identifiant"
    if "enum" in schema:
        return f"Au choix : {as_text(schema['enum'])}"
    if "const" in schema:
        return f"Toujours « {as_text(schema['const'])} »"
    words = FORMATS[schema["format"]] if "format" in schema else TYPES[schema.get("type", "string")]
    length = _bounds(schema, "minLength", "maxLength", " caractères")
    return words + length + _bounds(schema, "minimum", "maximum")


def _bounds(schema: dict[str, Json], lower: str, upper: str, unit: str = "") -> str:
    """Say the bounds; that a text or a list has at least one element goes without saying."""
    least, most = schema.get(lower), schema.get(upper)
    if least == 1 and unit:
        least = None
    if least is not None and most is not None:
        return f", de {as_text(least)} à {as_text(most)}{unit}"
    if most is not None:
        return f", {as_text(most)}{unit} au plus"
    return "" if least is None else f", {as_text(least)}{unit} au moins"


TYPES = {
    "string": "Texte",
    "integer": "Nombre entier",
    "number": "Nombre",
    "object": "Groupe de champs",
    "array": "Liste",
}
"""Words for each type that a canevas may use."""

FORMATS = {
    "date": "Date : année-mois-jour",
    "date-partielle": "Date : année, année-mois ou année-mois-jour",
    "duration": "Durée",
    "email": "Adresse de courriel",
    "siren": "Numéro SIREN : neuf chiffres",
    "uri": "Adresse web complète",
}
"""Words for each format that a canevas may use."""
