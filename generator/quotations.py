"""What a page of `content/` quotes between double brackets: `[[editeur.nom]]`, a value of `extra` in
mkdocs.yml; `[[canevas.offre.champs]]`, alone between two blank lines, a table made from a canevas, and
`[[kit.nouveautes]]` a piece made from the whole kit.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import field_table
from generator.canevas import Canevas
from generator.config import Config
from generator.definitions import Definitions
from generator.field_table import Group

QUOTATION = re.compile(r"\[\[([a-z][a-z0-9_.-]*)\]\]")
TABLES = "canevas"
"""First part of the name of a table, which no value of mkdocs.yml may have."""

PARTS: dict[str, Callable[[Canevas, Definitions], tuple[Group, ...]]] = {
    "champs": field_table.fields,
    "sections": field_table.sections,
}
"""What can be quoted of a canevas; the template of each is `overrides/kit/<part>.html`."""

KIT = "kit"
PIECES = ("facettes", "genres", "nouveautes")
"""What can be quoted of the whole kit; the template of each is `overrides/kit/kit-<piece>.html`."""

_RENDERED = re.compile(rf"<p>{QUOTATION.pattern}</p>")


@dataclass(frozen=True)
class Table:
    """What a page quotes of a canevas."""

    canevas: Canevas
    part: str
    groups: tuple[Group, ...]

    @property
    def template(self) -> str:
        """Its body template."""
        return f"{self.part}.html"


@dataclass(frozen=True)
class Piece:
    """What a page quotes of the whole kit."""

    name: str

    @property
    def template(self) -> str:
        """Its body template."""
        return f"{KIT}-{self.name}.html"


def with_values(text: str, config: Config) -> str:
    """Put in a text the values of mkdocs.yml that it quotes; what is not one is left as it is written."""
    return QUOTATION.sub(lambda match: config.value(match[1]) or match[0], text)


def is_table(name: str) -> bool:
    """Tell whether a quoted name is that of a table, known or not."""
    return name.partition(".")[0] == TABLES


def is_piece(name: str) -> bool:
    """Tell whether a quoted name is that of a piece, known or not."""
    return name.partition(".")[0] == KIT


def piece(name: str) -> Piece | None:
    """Give the piece of that name; None when it is not one."""
    rest = name.partition(".")[2]
    return Piece(rest) if is_piece(name) and rest in PIECES else None


def split(name: str) -> tuple[str, str]:
    """Give the kind and the part that the name of a table is made of, known or not."""
    _, _, rest = name.partition(".")
    kind, _, part = rest.rpartition(".")
    return (kind, part) if kind else (rest, "")


def is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text stands between two blank lines, at the start of its own."""
    if start and text[start - 1] != "\n":
        return False
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    below = text[end : _line_end(text, _line_end(text, end) + 1)]
    return not above.strip() and not below.strip()


def _line_end(text: str, start: int) -> int:
    """Give where the line of a place ends; only that line is looked at, for a page may quote thousands."""
    found = text.find("\n", start)
    return found if found >= 0 else len(text)


def table(name: str, definitions: Definitions) -> Table | None:
    """Give the table of that name; None when the canevas or the part is not one."""
    kind, part = split(name)
    canevas = definitions.canevas(kind)
    if canevas is None or part not in PARTS:
        return None
    return Table(canevas, part, PARTS[part](canevas, definitions))


def tables(text: str, definitions: Definitions) -> Iterator[Table]:
    """Give the tables that a text quotes."""
    names = dict.fromkeys(name for name in QUOTATION.findall(text) if is_table(name))
    yield from (found for name in names if (found := table(name, definitions)))


def fill(page: str, definitions: Definitions, write: Callable[[Table | Piece], str]) -> str:
    """Put its tables and pieces in a page that the engine made, in which each quotation is a paragraph.

    Args:
        page: its HTML.
        definitions: of the kit.
        write: gives the HTML of a table or a piece.
    """

    def written(match: re.Match[str]) -> str:
        found = table(match[1], definitions) if is_table(match[1]) else piece(match[1])
        return write(found) if found else match[0]

    return _RENDERED.sub(written, page)
