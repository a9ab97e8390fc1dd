"""Canevas and what is known of an entry -> what remains to be asked, and in which words."""

from collections.abc import Iterator
from datetime import date

from generator.blank import with_defaults
from generator.canevas import Canevas
from generator.kit import Kit
from generator.literals import Json, as_text
from generator.places import places_of, value_at
from generator.schema import Path
from generator.vocabulary import Vocabulary


def remaining(canevas: Canevas, value: dict[str, Json], today: date) -> Iterator[Path]:
    """Give the places that must be filled and whose value cannot be known: those that the canevas always
    requires, then those of its condition. Sections are written in the file, not answered.
    """
    known = with_defaults(canevas, value, today)
    settled = known.keys() - value.keys() - set(canevas.decisive)
    obliged = canevas.obliged(known)
    parts = sorted(canevas.properties, key=lambda part: not part.required)
    for part in parts:
        if part.name in obliged - settled and not part.is_section:
            yield from (path for path in places_of(canevas, (part.name,)) if value_at(value, path) is None)


def wording(kit: Kit, canevas: Canevas, path: Path) -> Iterator[str]:
    """Write a question, line by line: the label, what it means, the terms by number or an example."""
    part = canevas.at(path)
    groups = [canevas.at(path[: rank + 1]) for rank, step in enumerate(path) if isinstance(step, str)]
    yield " : ".join(group.label for group in groups)
    yield from (group.help for group in groups if group.help)
    vocabulary = kit.definitions.vocabularies.get(part.vocabulary)
    if part.allowed:
        labels = _labels(vocabulary)
        yield from (f"{rank:>3}. {labels.get(term, term)}" for rank, term in enumerate(part.allowed, 1))
        several = " ; plusieurs, séparés par des virgules" if part.is_list else ""
        meaning = " « ? » montre les définitions." if vocabulary else ""
        yield f"Répondez par un numéro ou un nom{several}.{meaning}"
    elif "examples" in part.schema:
        yield f"Exemple : {as_text(part.schema['examples'][0])}"


def proposal(kit: Kit, canevas: Canevas, path: Path) -> str:
    """Give the default of a place as readers see it, or an empty text."""
    part = canevas.at(path)
    vocabulary = kit.definitions.vocabularies.get(part.vocabulary)
    return in_words(part.schema["default"], vocabulary) if "default" in part.schema else ""


def in_words(value: Json, vocabulary: Vocabulary | None) -> str:
    """Write a value as readers see it: the labels of its terms."""
    labels = _labels(vocabulary)
    return ", ".join(
        labels.get(str(one), as_text(one)) for one in (value if isinstance(value, list) else [value])
    )


def definitions(kit: Kit, canevas: Canevas, path: Path) -> Iterator[str]:
    """Write the terms of a place with what they mean."""
    vocabulary = kit.definitions.vocabularies.get(canevas.at(path).vocabulary)
    for rank, term in enumerate(vocabulary.terms if vocabulary else (), 1):
        yield f"{rank:>3}. {term.label} : {term.definition}"


def _labels(vocabulary: Vocabulary | None) -> dict[str, str]:
    return {term.id: term.label for term in vocabulary.terms} if vocabulary else {}
