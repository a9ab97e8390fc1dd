"""A vocabulary: the only list of values that a field may take."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.literals import Json
from generator.nodes import Mapping, Sequence
from generator.source import Document


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `id` is what contributors write, `label` what readers see."""

    id: str
    label: str
    definition: str = ""
    aliases: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The terms of `kit/vocabulaires/<name>.yml`, in their order. `singular` has its article."""

    name: str
    title: str
    singular: str
    terms: tuple[Term, ...]
    document: Document

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Give the terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Give the ids, in order."""
        return tuple(self.by_id)


def from_value(name: str, value: dict[str, Json], document: Document) -> Vocabulary:
    """Make a vocabulary of a value that may have faults: what is readable is kept, so that a fault in
    one term does not make every entry wrong.
    """
    terms = [term for term in value.get("termes", []) if isinstance(term, dict) and "id" in term]
    title = str(value.get("titre", name))
    return Vocabulary(
        name, title, str(value.get("singulier", title)), tuple(_term(term) for term in terms), document
    )


def terms_of(document: Document) -> Iterator[Mapping]:
    """Give the terms as they are written in the file of a vocabulary, those that have faults included."""
    node = document.fields and document.fields.get("termes")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            yield item


def _term(value: dict[str, Json]) -> Term:
    return Term(
        id=str(value["id"]),
        label=str(value.get("libelle", value["id"])),
        definition=str(value.get("definition", "")).strip(),
        aliases=tuple(map(str, value.get("alias", []))),
        see_also=tuple(map(str, value.get("voir_aussi", []))),
        url=str(value.get("url", "")),
    )
