"""canevas/<kind>.schema.json: the canevas as editors and validators read it, complete and standard.

Two files a kind: the whole entry, as YAML holds it, and the head alone of a Markdown entry, whose sections
are headings that an editor does not see. Both say by standard keywords alone what the canevas says by ours,
so that every validator gives the verdict of `odl check`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.addresses import head_schema_path, schema_path
from generator.formats import FORMATS, STANDARD
from generator.kit import Kit
from generator.literals import Json
from generator.plan import PagePlan
from generator.properties import MARKDOWN
from generator.rendered import Rendered
from generator.vocabulary import Vocabulary

_ANNOTATION = "x-"
_MAPS = ("properties", "$defs")
_PARTS = ("items", "if", "then")
_LISTED = {"enum", "const", "oneOf"}


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the schemas of each kind: of its entries, and of the heads of those in Markdown."""
    for canevas in kit.definitions.canevases:
        whole = _standard(canevas.schema.raw, kit.definitions.vocabularies)
        yield _file(kit, schema_path(canevas.kind), whole)
        yield _file(kit, head_schema_path(canevas.kind), _head(whole))


def _file(kit: Kit, path: str, schema: dict[str, Json]) -> Rendered:
    named = {"$id": f"{kit.config.site_url}{path}", **schema}
    return Rendered(path, json.dumps(named, ensure_ascii=False, indent=2) + "\n")


def _standard(part: dict[str, Json], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Json]:
    """Give a schema without our annotations and formats; examples and values are left as they are."""
    done = {name: value for name, value in part.items() if not name.startswith(_ANNOTATION)}
    for name in _MAPS:
        if name in done:
            done[name] = {key: _standard(value, vocabularies) for key, value in done[name].items()}
    for name in _PARTS:
        if name in done:
            done[name] = _standard(done[name], vocabularies)
    if vocabulary := vocabularies.get(str(part.get("x-vocabulaire"))):
        done |= _terms(vocabulary)
        done.pop("enum", None)
    return _checked_by_all(done)


def _terms(vocabulary: Vocabulary) -> dict[str, Json]:
    """List the terms with their labels. Editors show a constant's description beside it while one types,
    and its title only when one points at it: the label is in both.
    """
    constants = [
        {"const": term.id, "title": term.label, "description": f"{term.label} : {term.definition}"}
        for term in vocabulary.terms
    ]
    return {"oneOf": constants} if constants else {}


def _checked_by_all(part: dict[str, Json]) -> dict[str, Json]:
    """Say by other keywords what `format` says, and that a text is never empty."""
    name = part.get("format", "")
    done = {key: value for key, value in part.items() if key != "format" or name not in FORMATS}
    said = STANDARD.get(name, {})
    done |= {"allOf": [said]} if said.keys() & done.keys() else said
    if part.get("type") == "string" and not _LISTED & done.keys():
        done.setdefault("minLength", 1)
    return done


def _head(whole: dict[str, Json]) -> dict[str, Json]:
    """Give the schema of a Markdown entry's head: that of the entry, its sections left out."""
    parts = whole["properties"].items()
    sections = {name for name, part in parts if part.get("contentMediaType") == MARKDOWN}
    done = _without(whole, sections)
    if "then" in done:
        done["then"] = _without(done["then"], sections)
    return {**done, "title": f"{whole['title']} (en-tête)"}


def _without(part: dict[str, Json], names: set[str]) -> dict[str, Json]:
    done = dict(part)
    if "required" in part:
        done["required"] = [name for name in part["required"] if name not in names]
    if "dependentRequired" in part:
        needs = part["dependentRequired"].items()
        done["dependentRequired"] = {
            key: [name for name in needed if name not in names] for key, needed in needs if key not in names
        }
    if "properties" in part:
        done["properties"] = {name: value for name, value in part["properties"].items() if name not in names}
    return done
