"""A page of the engine cut at its tokens, once for each section and depth of the site; entries fill it."""

import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from generator import addresses, layout
from generator.errors import CommandError
from generator.kit import Kit
from generator.pagination import Pagination
from generator.plan import PagePlan
from generator.typography import typeset, typeset_html

TITLE, DESCRIPTION, HEAD, BODY = (f"odljeton{name}" for name in ("titre", "description", "tete", "corps"))
FOLDER = "odljetondossier"
_INDENT = re.compile(r"\n\s+")
"""What the engine leaves around the tags of a frame, which every page would carry."""


class EngineError(CommandError):
    """The engine did not make what is expected of it; the message says what."""


@dataclass(frozen=True)
class Frame:
    """A page of the engine cut at its tokens: literal parts and, between them, names of holes."""

    parts: tuple[str, ...]
    holes: tuple[str, ...]

    def fill(self, page: PagePlan, head: str, body: str) -> str:
        """Give the page with its holes filled; title and description are escaped, the rest is HTML."""
        values = {
            TITLE: str(escape(typeset(page.title))),
            DESCRIPTION: str(escape(typeset(page.description))),
            HEAD: head,
            BODY: body,
            FOLDER: page.address,
        }
        filled = [values[hole] for hole in self.holes]
        return "".join(part for pair in zip(self.parts, [*filled, ""], strict=True) for part in pair)


FrameKey = tuple[str, int]
"""Section of the site and depth: what a frame is made for."""


def frame_keys(kit: Kit) -> frozenset[FrameKey]:
    """Give every section and depth that a page of a kit may have, whatever its entries."""
    entries = {f"{canevas.address}id/" for canevas in kit.definitions.canevases}
    lists = {*addresses.addresses(kit)}
    cut = {Pagination(2, 2, address).address for address in lists}
    printed = {f"{entry}{addresses.PRINTED}" for entry in entries}
    return frozenset((page.partition("/")[0], page.count("/")) for page in {*entries, *lists, *cut, *printed})


def frame_folder(key: FrameKey) -> str:
    """Give the folder of a frame: the page itself at depth 1, else a folder of the same depth."""
    section, depth = key
    return "/".join([section, *[FOLDER] * (depth - 1)])


def read_frame(root: Path, key: FrameKey) -> Frame:
    """Read the page that the engine made for a frame, and cut it.

    Raises:
        EngineError: it was not made, or lacks a token.
    """
    folder = frame_folder(key)
    file = root / layout.ENGINE_OUTPUT / folder / "index.html"
    if not file.is_file():
        message = f"le moteur n'a pas rendu le cadre {folder}/"
        raise EngineError(message)
    return cut(typeset_html(file.read_text("utf-8")), f"{folder}/")


def cut(text: str, folder: str) -> Frame:
    """Cut the engine's page at its tokens.

    Args:
        text: the page.
        folder: the folder of the frame, with a final `/`, as it stands in the canonical link.

    Raises:
        EngineError: a token is missing or left, so that the pages would lack a part or show it.
    """
    tokens = {
        f"<p>{BODY}</p>": BODY,
        BODY: BODY,
        TITLE: TITLE,
        DESCRIPTION: DESCRIPTION,
        HEAD: HEAD,
    }
    if FOLDER in folder:
        tokens |= {folder: FOLDER}
    pieces = re.split(f"({'|'.join(map(re.escape, tokens))})", _INDENT.sub("\n", text))
    holes = tuple(tokens[piece] for piece in pieces[1::2])
    if missing := {TITLE, DESCRIPTION, BODY, HEAD} - set(holes):
        message = f"le cadre {folder} n'a pas de place pour {', '.join(sorted(missing))}"
        raise EngineError(message)
    parts = tuple(pieces[::2])
    if any(FOLDER in part for part in parts):
        message = f"le cadre {folder} garde une adresse d'attente que le moteur a écrite autrement"
        raise EngineError(message)
    return Frame(parts, holes)
