"""The way down to a page: home, then each page whose address begins its own."""

from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple

from generator.kit import Kit
from generator.plan import PagePlan

HOME = "Accueil"


class Step(NamedTuple):
    """A page on the way: its title, its address on the site."""

    title: str
    address: str


def titles(kit: Kit, plans: Iterable[PagePlan]) -> Mapping[str, str]:
    """Give the titles of the pages of the site by their addresses."""
    editorial = {page.address: page.title for page in kit.pages}
    return {**editorial, **{plan.address: plan.title for plan in plans}, "": HOME}


def trail(address: str, known: Mapping[str, str]) -> tuple[Step, ...]:
    """Give the way down to a page, from home to itself.

    Args:
        address: of the page, `offres/alpi/`.
        known: titles by address; a folder that is no page is no step.
    """
    addresses = accumulate((f"{folder}/" for folder in address.split("/")[:-1]), initial="")
    return tuple([Step(known[one], one) for one in addresses if one in known])
