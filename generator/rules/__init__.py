"""One rule a file, discovered by importing this folder in sorted order.

A rule's module is named `<code>_<fault>.py` and holds: a French docstring (its documentation, with the four
titles of `TITLES`), `SEVERITY`, `SCOPE` and `check`; `MENDS = True` if its findings may hold
safe mends; `BLOCKING = True` if its fault can never be accepted for a time (kit/exceptions.yml), because a
file would be misread, or the site unsafe or impossible to build. `check` takes the subject of its scope and
yields findings:

- `Scope.FAULT`: `check(fault, definitions)`, called for each fault whose cause is the module's `CAUSE`;
- `Scope.ENTRY`: `check(entry, kit)`, called for each entry;
- `Scope.FILE`: `check(kit)`, which looks at each entry and page on its own;
- `Scope.KIT`: `check(kit)`, called once.

Only the last is sure to see the whole kit: the others may be called with parts of it, in several processes.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import islice

from generator.diagnostic import MOST, Finding, Severity

TITLES = ("Ce qui est vérifié", "Pourquoi", "Exemple refusé", "Exemple accepté")


def enough(found: Iterator[Finding]) -> Iterator[Finding]:
    """Give what is found in one text as long as it is shown, and one more, which says that there is more: a
    hostile text has a hundred thousand.
    """
    return islice(found, MOST + 1)


class Scope(Enum):
    """How wide a rule needs to look."""

    FAULT = auto()
    ENTRY = auto()
    FILE = auto()
    KIT = auto()


@dataclass(frozen=True)
class Rule:
    """One rule, read from its module."""

    code: str
    title: str
    severity: Severity
    scope: Scope
    check: Callable[..., Iterator[Finding]]
    documentation: str
    cause: str = ""
    mends: bool = False
    blocking: bool = False

    @property
    def mending(self) -> str:
        """Say that the rule can mend what it finds; empty when it cannot."""
        return "Se corrige par « odl check --fix » quand c'est sans risque." if self.mends else ""

    @property
    def lasting(self) -> str:
        """Say that its fault cannot be accepted for a time; empty when it can."""
        return "Ne s'accepte pas comme exception, même pour un temps." if self.blocking else ""


def codes() -> tuple[str, ...]:
    """Give the codes of every rule, sorted, from the names of their files: nothing is imported."""
    return tuple(name.partition("_")[0].upper() for name in _names())


@cache
def discover() -> tuple[Rule, ...]:
    """Import every rule, in the order of their codes."""
    return tuple(_rule(name) for name in _names())


def _names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    title, _, documentation = (module.__doc__ or "").strip().partition("\n")
    return Rule(
        code=name.partition("_")[0].upper(),
        title=title.rstrip("."),
        severity=module.SEVERITY,
        scope=module.SCOPE,
        check=module.check,
        documentation=documentation.strip(),
        cause=getattr(module, "CAUSE", ""),
        mends=getattr(module, "MENDS", False),
        blocking=getattr(module, "BLOCKING", False),
    )
