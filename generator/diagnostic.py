"""What is said of a fault, and where."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

MOST = 500
"""Findings of a rule in one file: a hostile file has a hundred thousand, and nobody reads the second page."""


class Severity(StrEnum):
    """How grave a diagnostic is; the value is the word that contributors read."""

    ERROR = "erreur"
    WARNING = "avertissement"
    NOTE = "note"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count characters from 1; the end is exclusive.

    A named tuple, as every node has one: it is made three times as fast as a frozen dataclass.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """A fact noted while reading or interpreting; the rule of the same cause turns it into words."""

    cause: str
    span: Span
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe mend: what stands in the span is replaced by the text; the same author would agree."""

    span: Span
    text: str

    @classmethod
    def rewriting(cls, path: str) -> "Edit":
        """Give the mend of a file that only needs to be written again: no byte order mark, LF line ends."""
        return cls(Span(path), "")

    @property
    def is_rewriting(self) -> bool:
        """Whether no place of the text changes."""
        return self == Edit.rewriting(self.span.path)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, one French sentence, what to write instead, and how to mend it safely."""

    span: Span
    message: str
    hint: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding with the code and severity of its rule. Sorts by file, line, column, code."""

    span: Span
    code: str
    severity: Severity = field(compare=False)
    message: str
    hint: str = field(default="", compare=False)
    edits: tuple[Edit, ...] = field(default=(), compare=False)
