"""kit/exceptions.yml -> debts: the faults that a kit accepts for a time, each with its reason."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import layout
from generator.definitions import own_schema
from generator.diagnostic import Diagnostic, Fault, Span
from generator.files import stands
from generator.literals import Json
from generator.nodes import Mapping, Sequence
from generator.source import Document, read

_FIELDS = frozenset({"code", "fichier", "jusqu_au", "raison"})


@dataclass(frozen=True, slots=True)
class Debt:
    """One accepted fault: every finding of a rule in a file, until a day included. `span` is its own."""

    code: str
    path: str
    until: date
    span: Span


@dataclass(frozen=True)
class Debts:
    """The accepted faults of a kit; `document` is None when it has no such file."""

    document: Document | None = None
    items: tuple[Debt, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_debts(root: Path) -> Debts:
    """Read the accepted faults of a kit; an item that is not well formed accepts nothing."""
    if not stands(root, layout.EXCEPTIONS):
        return Debts()
    document, schema = read(root, layout.EXCEPTIONS), own_schema("exceptions")
    if document.fields is None:
        return Debts(document, faults=document.faults)
    value = schema.build(document.fields)
    faults = tuple(schema.faults(document.fields, value))
    useful, repeated = _parted(_items(document.fields, value, faults))
    again = (_noted("useless_debt", debt, repeated="oui") for debt in repeated)
    return Debts(document, tuple(useful), (*document.faults, *faults, *again))


def _parted(debts: Iterable[Debt]) -> tuple[list[Debt], list[Debt]]:
    """Part those that say again what an earlier one says."""
    first: dict[tuple[str, str], Debt] = {}
    repeated = [debt for debt in debts if first.setdefault((debt.code, debt.path), debt) is not debt]
    return list(first.values()), repeated


def _items(fields: Mapping, value: dict[str, Json], faults: Iterable[Fault]) -> Iterator[Debt]:
    nodes, items = fields.get("exceptions"), value.get("exceptions")
    if isinstance(nodes, Sequence) and isinstance(items, list):
        for node, item in zip(nodes.items, items, strict=True):
            is_refused = any(_holds(node.span, fault.span) for fault in faults)
            if isinstance(node, Mapping) and item.keys() >= _FIELDS and not is_refused:
                until = date.fromisoformat(item["jusqu_au"])
                yield Debt(item["code"], item["fichier"], until, node.span)


def _holds(outer: Span, inner: Span) -> bool:
    """Tell whether a stretch of the file begins inside another."""
    place = (inner.line, inner.column)
    return (outer.line, outer.column) <= place < (outer.end_line, outer.end_column)


def settle(
    found: Iterable[Diagnostic],
    debts: Iterable[Debt],
    unread: Container[str],
    today: date,
    blocking: Container[str] = (),
) -> tuple[list[Diagnostic], list[Fault]]:
    """Take the accepted faults out of what was found.

    Args:
        found: every diagnostic of a kit.
        debts: its accepted faults.
        unread: files that could not be read: nothing can be said of their debts.
        today: the last day of a debt is still its own.
        blocking: codes of the rules whose faults cannot be accepted.

    Returns:
        The diagnostics that are left, and a fault for each debt that is refused, past its day or accepts
        nothing.
    """
    kept, every = list(found), list(debts)
    refused = [_noted("refused_debt", debt) for debt in every if debt.code in blocking]
    every = [debt for debt in every if debt.code not in blocking]
    held = {(debt.code, debt.path) for debt in every if debt.until >= today}
    seen = {(one.code, one.span.path) for one in kept}
    faults = [fault for debt in every if debt.path not in unread for fault in _judge(debt, seen, today)]
    return [one for one in kept if (one.code, one.span.path) not in held], [*refused, *faults]


def _judge(debt: Debt, seen: Container[tuple[str, str]], today: date) -> Iterator[Fault]:
    if (debt.code, debt.path) not in seen:
        yield _noted("useless_debt", debt)
    elif debt.until < today:
        yield _noted("late_debt", debt)


def _noted(cause: str, debt: Debt, **more: str) -> Fault:
    values = {"code": debt.code, "path": debt.path, "until": debt.until.isoformat(), **more}
    return Fault(cause, debt.span, values)
