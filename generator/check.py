"""Kit -> diagnostics: runs each rule on the subjects of its scope."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.debts import settle
from generator.diagnostic import MOST, Diagnostic, Fault, Finding, Severity
from generator.garbage import uncollected
from generator.kit import Kit
from generator.rules import Rule, Scope, discover


@dataclass(frozen=True)
class Told:
    """What was said of files looked at on their own; `surplus` where there was too much to say."""

    diagnostics: tuple[Diagnostic, ...] = ()
    surplus: tuple[Fault, ...] = ()


def alone(kit: Kit) -> Told:
    """Give what the rules say that look at each file on its own, of a kit or of a part of it."""
    surplus: list[Fault] = []
    return Told(tuple(_from_subjects(kit, (Scope.ENTRY, Scope.FILE), surplus)), tuple(surplus))


def check(kit: Kit, told: Told | None = None) -> tuple[Diagnostic, ...]:
    """Give every diagnostic of a kit, sorted by file, line, column and code, then as they were found (missing
    sections in the order of the canevas), each once; those that the kit
    accepts are left out, and those that it accepts for nothing are said. Beyond `MOST` of a rule in a file,
    one note says that there are more.

    Args:
        kit: the whole kit.
        told: what was already said of its files, each on its own; found here when it is not given.

    Raises:
        LookupError: a fault was noted that no rule explains, which is a defect of the program.
    """
    with uncollected():
        return _checked(kit, told or alone(kit))


def _checked(kit: Kit, told: Told) -> tuple[Diagnostic, ...]:
    rules = discover()
    surplus = list(told.surplus)
    found = [*_from_faults(kit.faults, kit, rules, surplus), *told.diagnostics]
    found += _from_subjects(kit, (Scope.KIT,), surplus)
    blocking = {rule.code for rule in rules if rule.blocking}
    kept, faults = settle(found, kit.debts.items, kit.unread, kit.today, blocking)
    every = dict.fromkeys([*kept, *_from_faults([*faults, *surplus], kit, rules, [])])
    return tuple(sorted(every, key=lambda one: (one.span, one.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of them stops a build."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def _from_faults(
    faults: Iterable[Fault], kit: Kit, rules: Iterable[Rule], surplus: list[Fault]
) -> Iterator[Diagnostic]:
    by_cause: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_cause[fault.cause].append(fault)
    for rule in (rule for rule in rules if rule.scope is Scope.FAULT):
        for fault in _bounded(rule, by_cause.pop(rule.cause, ()), surplus):
            yield from _said(rule, rule.check(fault, kit.definitions))
    if by_cause:
        message = f"aucune règle n'explique : {', '.join(sorted(by_cause))}"
        raise LookupError(message)


def _from_subjects(kit: Kit, scopes: Collection[Scope], surplus: list[Fault]) -> Iterator[Diagnostic]:
    for rule in (rule for rule in discover() if rule.scope in scopes):
        if rule.scope is Scope.ENTRY:
            for entry in kit.entries:
                yield from _said(rule, _bounded(rule, rule.check(entry, kit), surplus))
        else:
            yield from _said(rule, _bounded(rule, rule.check(kit), surplus))


Placed = TypeVar("Placed", Fault, Finding)


def _bounded(rule: Rule, found: Iterable[Placed], surplus: list[Fault]) -> Iterator[Placed]:
    """Keep the first of each file; note in `surplus` where the others begin."""
    counts: dict[str, int] = defaultdict(int)
    for one in found:
        counts[one.span.path] += 1
        if counts[one.span.path] <= MOST:
            yield one
        elif counts[one.span.path] == MOST + 1:
            surplus.append(Fault("too_many", one.span, {"code": rule.code, "shown": str(MOST)}))


def _said(rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    for found in findings:
        yield Diagnostic(found.span, rule.code, rule.severity, found.message, found.hint, found.edits)
