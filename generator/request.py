"""What `odl new` is asked on its command line: a kind, an id, values; checked before anything is written."""

import os
import re
from collections.abc import Iterable

from generator.answers import judge, understand
from generator.canevas import Canevas
from generator.check import has_errors
from generator.diagnostic import Diagnostic, Severity
from generator.errors import CommandError
from generator.excerpt import visible
from generator.files import proposed_name
from generator.kit import Kit
from generator.literals import Json
from generator.nearest import nearest
from generator.places import path_of, put
from generator.schema import Path

_OPTION = "--champ"


class RequestError(CommandError):
    """What is asked cannot be done; the message says why, for a person."""


def kinds_of(kit: Kit) -> tuple[Canevas, ...]:
    """Give the kinds of a kit.

    Raises:
        RequestError: none could be read.
    """
    if not kit.definitions.canevases:
        raise RequestError("ce kit n'a aucun genre de fiche lisible : « odl check » dit pourquoi.")
    return kit.definitions.canevases


def missing_words(kit: Kit) -> str:
    """Say that the kind and the id are wanted."""
    kinds = [canevas.kind for canevas in kinds_of(kit)]
    example = f"comme « odl new {kinds[0]} mon-territoire »"
    return f"donnez le genre et l'identifiant, {example}. Genres : {', '.join(kinds)}."


def canevas_of(kit: Kit, kind: str) -> Canevas:
    """Give the canevas of a kind.

    Raises:
        RequestError: it is not one of the kit's.
    """
    found = next((canevas for canevas in kinds_of(kit) if canevas.kind == kind), None)
    if found is None:
        kinds = [canevas.kind for canevas in kinds_of(kit)]
        raise RequestError(f"« {kind} » n'est pas un genre de fiche. {_advice(kind, kinds, 'Genres')}")
    return found


def refuse_place(kit: Kit, canevas: Canevas) -> None:
    """Refuse a folder of entries that is a link, or that one leads out of its place: nothing would read what
    is written there, maybe out of the kit.

    Raises:
        RequestError: so it is.
    """
    if os.path.realpath(kit.root / canevas.folder) != f"{os.path.realpath(kit.root)}/{canevas.folder}":
        message = (
            f"« {canevas.folder} » est un lien vers un autre endroit : mettez un vrai dossier à sa place."
        )
        raise RequestError(message)


def entry_of(kit: Kit, canevas: Canevas, identifier: str) -> dict[str, Json]:
    """Begin a new entry.

    Returns:
        Its value, which only holds its id.

    Raises:
        RequestError: the id is not well formed, or is taken.
    """
    value: dict[str, Json] = {"id": identifier}
    close = proposed_id(canevas, identifier)
    if close != identifier and len(identifier) <= _longest(canevas, identifier):
        raise RequestError(f"« {identifier} » ne convient pas : écrivez « {close} ».")
    _refuse_faults(judge(kit, canevas, value, "id"))
    path = f"{canevas.folder}/{identifier}.md"
    if (kit.root / path).exists() or (canevas.kind, identifier) in kit.by_key:
        raise RequestError(f"« {path} » existe déjà.")
    return value


def proposed_id(canevas: Canevas, title: str) -> str:
    """Give an id made of the words of a title, no longer than the canevas allows."""
    words = proposed_name(re.sub(r"[./\\]", " ", title))
    longest = _longest(canevas, words)
    return words if len(words) <= longest else words[: longest + 1].rpartition("-")[0] or words[:longest]


def with_fields(kit: Kit, canevas: Canevas, value: dict[str, Json], pairs: Iterable[str]) -> dict[str, Json]:
    """Add to an entry the values given as « champ=valeur ».

    Raises:
        RequestError: one is badly written, names no field or two times the same, or the rules refuse it.
    """
    given: set[str] = set()
    for pair in pairs:
        name, _, text = (part.strip() for part in pair.partition("="))
        if not (name and text):
            raise RequestError(f"« {_OPTION} {pair} » s'écrit « {_OPTION} champ=valeur ».")
        if name in given:
            raise RequestError(f"« {_OPTION} {name} » est donné deux fois.")
        given.add(name)
        path = _place(canevas, name)
        part = canevas.at(path)
        vocabulary = kit.definitions.vocabularies.get(part.vocabulary)
        value = put(value, path, understand(text, part, vocabulary))
        _refuse_faults(judge(kit, canevas, value, str(path[0])))
    return value


def _place(canevas: Canevas, name: str) -> Path:
    """Give the place of a field that may be given on the command line."""
    path = path_of(canevas, name)
    if path is None or name == "id":
        names = [part.name for part in canevas.properties if part.name != "id"]
        advice = _advice(name, names, "Champs")
        raise RequestError(f"« {name} » n'est pas un champ que « {_OPTION} » peut donner. {advice}")
    part = canevas.at(path)
    if part.is_group or part.is_list_of_groups:
        inside = next(iter(canevas.schema.at([*path, 0] if part.is_list else path)["properties"]))
        raise RequestError(
            f"« {name} » est un groupe de champs : écrivez par exemple « {_OPTION} {name}.{inside}=… »."
        )
    return path


def sentences(found: Iterable[Diagnostic]) -> str:
    """Write diagnostics as one text: what is wrong, and what to write instead."""
    return visible(" ".join(f"{one.message} {one.hint}".strip() for one in found))


def _refuse_faults(found: tuple[Diagnostic, ...]) -> None:
    if has_errors(found):
        raise RequestError(sentences(one for one in found if one.severity is Severity.ERROR))


def _longest(canevas: Canevas, text: str) -> int:
    return int(canevas.by_name["id"].schema.get("maxLength", len(text)))


def _advice(word: str, known: list[str], title: str) -> str:
    close = nearest(word, known)
    return f"Écrivez « {close} »." if close else f"{title} : {', '.join(known)}."
