"""Canevas -> a blank entry, commented, ready to be filled in."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.addresses import head_schema_path
from generator.canevas import Canevas, Property
from generator.files import proposed_name
from generator.kit import Kit
from generator.literals import as_text, as_yaml

TO_FILL = "à compléter"
"""Stands where only the author knows what to write."""


class BlankError(Exception):
    """The entry that is asked for cannot be prepared; the message says why, for a person."""


def prepare(kit: Kit, kind: str, identifier: str, answers: Mapping[str, str], today: date) -> tuple[str, str]:
    """Prepare a new entry.

    Args:
        kit: in which it will stand.
        kind: its kind.
        identifier: its id.
        answers: values already known, by field.
        today: value of the required and recommended dates.

    Returns:
        Its path, relative to the root, and its text.

    Raises:
        BlankError: the kind, the id or a field is not one, or the entry exists.
    """
    canevas = kit.definitions.canevas(kind)
    if canevas is None:
        kinds = ", ".join(found.kind for found in kit.definitions.canevases)
        message = f"« {kind} » n'est pas un genre de fiche. Genres : {kinds}."
        raise BlankError(message)
    longest = canevas.by_name["id"].schema.get("maxLength", len(identifier))
    if len(identifier) > longest:
        message = f"« {identifier} » est trop long : {longest} caractères au plus."
        raise BlankError(message)
    if proposed_name(identifier) != identifier:
        message = f"« {identifier} » ne convient pas : écrivez « {proposed_name(identifier)} »."
        raise BlankError(message)
    for name in answers:
        if name == "id" or name not in canevas.by_name:
            message = f"« {name} » n'est pas un champ que « --champ » peut donner."
            raise BlankError(message)
    path = f"{canevas.folder}/{identifier}.md"
    if (kit.root / path).exists() or (kind, identifier) in kit.by_key:
        message = f"« {path} » existe déjà."
        raise BlankError(message)
    return path, blank(canevas, kit, identifier, today, answers)


def blank(canevas: Canevas, kit: Kit, identifier: str, today: date, answers: Mapping[str, str]) -> str:
    """Write a blank entry.

    Args:
        canevas: of its kind.
        kit: whose vocabularies are quoted in comments.
        identifier: its id.
        today: value of the required and recommended dates.
        answers: values already known, by field.

    Returns:
        The Markdown file: the editor's line that names the schema, the required fields with an example,
        the optional ones as comments, the sections with what each should say.
    """
    days = {part.name: today.isoformat() for part in canevas.properties if _is_dated_today(part, canevas)}
    known = {"id": identifier, **days, **answers}
    fields = (part for part in canevas.properties if not part.is_section)
    head = [line for part in fields for line in _field(part, kit, canevas, known)]
    body = [line for part in canevas.sections for line in _section(part, known)]
    schema = f"# yaml-language-server: $schema={kit.config.site_url}{head_schema_path(canevas.kind)}"
    return "\n".join(["---", schema, *head, "---", *body, ""])


def _field(part: Property, kit: Kit, canevas: Canevas, known: Mapping[str, str]) -> Iterator[str]:
    wanted = part.required or part.name in known or part.name in _conditional(canevas)
    wanted = wanted or part.name in canevas.recommended
    yield f"# {part.label}. {part.help}".rstrip()
    if vocabulary := kit.definitions.vocabularies.get(part.vocabulary):
        yield f"#   valeurs : {', '.join(vocabulary.ids)}"
    line = f"{part.name}: {_value(part, known)}"
    yield line if wanted else f"# {line}"


def _section(part: Property, known: Mapping[str, str]) -> tuple[str, ...]:
    advice = f"{TO_FILL.capitalize()} : {as_text(part.help)}"
    return "", f"## {part.label}", "", known.get(part.name, advice)


def _is_dated_today(part: Property, canevas: Canevas) -> bool:
    """Tell whether a date is asked for: its example would be a false one."""
    asked = part.required or part.name in canevas.recommended
    return asked and part.schema.get("format") == "date"


def _conditional(canevas: Canevas) -> list[str]:
    """Give the fields that the condition of the canevas may require."""
    return list(canevas.schema.raw.get("then", {}).get("required", ()))


def _value(part: Property, known: Mapping[str, str]) -> str:
    """Write a value: the one known, the default, else the canevas' own example, valid as it stands."""
    if part.name in known:
        text = known[part.name]
        return as_yaml([item.strip() for item in text.split(",")] if part.is_list else text)
    if "default" in part.schema:
        return as_yaml(part.schema["default"])
    return as_yaml(part.schema.get("examples", [TO_FILL])[0])
