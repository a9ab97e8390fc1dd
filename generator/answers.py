"""What is typed for a field -> its value: terms by number, name or alias; judged by the rules of the kit."""

from collections.abc import Mapping
from dataclasses import replace

from generator.canevas import Canevas
from generator.check import check
from generator.diagnostic import Diagnostic, Span
from generator.entry import interpret
from generator.kit import Kit
from generator.literals import Json, as_yaml, typed
from generator.nearest import fold
from generator.nodes import Scalar
from generator.properties import Property
from generator.schema import Schema
from generator.source import from_bytes
from generator.vocabulary import Vocabulary

_UNSAID = ("missing_field", "missing_section")
"""Causes that are no fault of an entry that is being written."""


def understand(text: str, part: Property, vocabulary: Vocabulary | None, *, ranked: bool = False) -> Json:
    """Read what was typed for a field.

    Args:
        text: what was typed; the values of a list are separated by commas.
        part: the field.
        vocabulary: that of the field, if it has one.
        ranked: whether a term may be given by its rank in the list that was shown.

    Returns:
        The value; what is not a term stays the text, for the rules to judge.
    """
    words = _words(part, vocabulary, ranked=ranked)
    if not part.is_list:
        return _one(text, part, words)
    items = [text] if fold(text) in words else [item.strip() for item in text.split(",")]
    return list(dict.fromkeys(_one(item, part, words) for item in items if item))


def judge(kit: Kit, canevas: Canevas, value: Mapping[str, Json], name: str) -> tuple[Diagnostic, ...]:
    """Tell what the rules say of one field of an entry that is being written.

    Args:
        kit: in which the entry will stand.
        canevas: of its kind.
        value: what is known of the entry.
        name: the field, one of `value`.
    """
    names = [part.name for part in canevas.properties if part.name in value]
    lines = ["---", *(f"{key}: {as_yaml(value[key])}" for key in names), "---", ""]
    content = "\n".join(lines).encode("utf-8", "surrogateescape")
    document = from_bytes(f"{canevas.folder}/{value.get('id', 'essai')}.md", content)
    entry = interpret(document, _undemanding(canevas))
    others = kit.entries if canevas.by_name[name].reference else ()  # the only case where they matter
    alone = replace(kit, entries=others, documents=(document,), pages=())
    if entry:
        kept = tuple(fault for fault in entry.faults if fault.cause not in _UNSAID)
        alone = replace(alone, entries=(*others, replace(entry, faults=kept)))
    return tuple(found for found in check(alone) if _is_at(found.span, document.path, names.index(name) + 2))


def _undemanding(canevas: Canevas) -> Canevas:
    """Give the same canevas, which recommends nothing: an entry that is being written is not complete."""
    return replace(canevas, schema=Schema({**canevas.schema.raw, "x-recommande": []}))


def _is_at(span: Span, path: str, line: int) -> bool:
    return (span.path, span.line) == (path, line)


def _words(part: Property, vocabulary: Vocabulary | None, *, ranked: bool) -> dict[str, str]:
    """Give the terms by each word that may be typed for them, folded; an id wins over a label, a label over
    an alias, all over a rank.
    """
    terms = vocabulary.terms if vocabulary else ()
    ranks = {str(rank): term for rank, term in enumerate(part.allowed, 1)} if ranked else {}
    aliases = {fold(alias): term.id for term in terms for alias in term.aliases}
    labels = {fold(term.label): term.id for term in terms}
    ids = {word: term for term in part.allowed for word in (fold(term.replace("-", " ")), fold(term))}
    return ranks | aliases | labels | ids


def _one(text: str, part: Property, words: Mapping[str, str]) -> Json:
    if part.allowed:
        return words.get(fold(text), text)
    return typed(Scalar(text, Span("")), part.item_type)
