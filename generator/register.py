"""kit/adresses.txt: the address of every entry ever published, one a line; lines are only ever added."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import layout
from generator.diagnostic import Fault, Span
from generator.errors import CommandError
from generator.files import stands
from generator.french import reason
from generator.source import Document, read

HEADER = """\
# Adresses des fiches publiées, une par ligne. « odl build » ajoute les nouvelles ; aucune ne se retire.
# Une fiche change d'identifiant ? L'ancien va dans ses « anciens_ids », et son adresse répond toujours.
"""

_ADDRESS = re.compile(r"[^/\s]+/[^/\s]+/")
_COMMENT = "#"


class RegisterError(CommandError):
    """The addresses of a published site could not be kept; the message says why, for a person."""


@dataclass(frozen=True, slots=True)
class Line:
    """One published address, `offres/alpi/`, and where it is written."""

    address: str
    span: Span


@dataclass(frozen=True)
class Register:
    """The published addresses of a kit; `document` is None when it has no such file yet."""

    document: Document | None = None
    lines: tuple[Line, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.text if self.document else ""


def read_register(root: Path) -> Register:
    """Read the published addresses of a kit; a line that is not an address is a fault, and is left out."""
    if not stands(root, layout.ADDRESSES):
        return Register()
    document = read(root, layout.ADDRESSES)
    every = tuple(_lines(document))
    faults = (
        Fault("not_an_address", line.span, {"text": line.address}) for line in every if not _is_one(line)
    )
    return Register(document, tuple(filter(_is_one, every)), (*document.faults, *faults))


def missing(text: str, addresses: Iterable[str]) -> str:
    """Give what is to be added to a register: the addresses that it lacks, sorted, one a line.

    Args:
        text: what the file holds; empty when there is none yet.
        addresses: those that the site serves.

    Returns:
        Whole lines; nothing when every address is known.
    """
    new = sorted(set(addresses) - {line.strip() for line in text.split("\n")})
    if not new:
        return ""
    start = HEADER if not text else "" if text.endswith("\n") else "\n"
    return start + "".join(f"{address}\n" for address in new)


def record(root: Path, text: str) -> None:
    """Add lines to the register of a kit; what stands there is never written again.

    Raises:
        RegisterError: the file cannot be written.
    """
    if not text:
        return
    try:
        with (root / layout.ADDRESSES).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        message = (
            f"le site est en place, mais « {layout.ADDRESSES} » n'a pas pu être complété : {reason(error)}."
        )
        raise RegisterError(message) from error


def _lines(document: Document) -> Iterator[Line]:
    for number, line in enumerate(document.text.split("\n"), start=1):
        address = line.strip()
        if address and not address.startswith(_COMMENT):
            column = line.index(address) + 1
            yield Line(address, Span(document.path, number, column, number, column + len(address)))


def _is_one(line: Line) -> bool:
    return bool(_ADDRESS.fullmatch(line.address))
