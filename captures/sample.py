"""The offer that the guides take as an example, its five usual faults, and what the checker says of them."""

from pathlib import Path

from generator.check import check
from generator.diagnostic import Diagnostic
from generator.kit import Kit, gather

OFFER = Path(__file__).with_name("mon-territoire.md")
PATH = f"atd_offers/{OFFER.name}"

PICTURES = Path(__file__).parent.parent / "content/contribuer/images"
SHOWN = OFFER.with_name("phrases.txt")
"""The sentences of the checker that the pictures show, as they were when they were drawn."""
WIDTH = 360
"""Width of a picture, in pixels of the page."""

FAULTS = (
    ("contact:\n", "thematique: [budget]\ncontact:\n"),
    ("enjeux: [transparence,", "enjeux: [transparance,"),
    ("licence: etalab-2.0\n", ""),
    ("publie_le: 2026-11-22", "publie_le: 22/11/2026"),
    ("## Objectifs pour l'ATD", "## Objectif pour l'ATD"),
)
"""What is written in the offer, and what a hurried author writes instead."""


def faulty() -> str:
    """Give the text of the offer with its five faults."""
    text = OFFER.read_text("utf-8")
    for right, wrong in FAULTS:
        text = text.replace(right, wrong, 1)
    return text


def put(root: Path, text: str) -> Kit:
    """Write the offer in a copy of the kit; give that kit, read again."""
    (root / PATH).write_text(text, "utf-8")
    return gather(root)


def told(kit: Kit) -> list[Diagnostic]:
    """Give what the checker says of the offer."""
    return [found for found in check(kit) if found.span.path == PATH]


def words(found: list[Diagnostic]) -> str:
    """Give the sentences of the checker, a fault a line: pictures show them, so a test compares them."""
    return "".join(f"{fault.span.line} {fault.code} {fault.message} {fault.hint}\n" for fault in found)
