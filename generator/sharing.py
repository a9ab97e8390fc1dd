"""Which picture networks show beside a link to a page: that of its kind, else that of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kit import Kit

WIDTH, HEIGHT = 1200, 630
"""Pixels: what Open Graph's readers ask for (ratio 1.91)."""
FOLDER = "assets/partage/"
SITE = f"{FOLDER}site.png"


@dataclass(frozen=True)
class Picture:
    """A picture and the words that it shows; `section` is the first part of the addresses that it is for."""

    path: str
    text: str
    section: str = ""


def pictures(kit: Kit) -> Iterator[Picture]:
    """Give the picture of the site, then that of each kind."""
    yield Picture(SITE, kit.config.site_name)
    for canevas in kit.definitions.canevases:
        section = canevas.address.rstrip("/")
        yield Picture(f"{FOLDER}{section}.png", canevas.plural, section)
