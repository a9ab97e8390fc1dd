"""The plan of a kit, kept from one build to the next by a program that goes on: an edit that no other page
shows leaves that of the other pages as it was.
"""

from dataclasses import replace

from generator import cache
from generator.kit import Kit
from generator.plan import PagePlan, plan, showing
from generator.views import Views


class Planned:
    """What was planned last; nothing at first."""

    def __init__(self) -> None:
        self._former: tuple[Kit, Views, list[PagePlan]] | None = None

    def of(self, kit: Kit) -> tuple[Views, list[PagePlan]]:
        """Give the views of a kit, and the pages to make of it: the former ones if it only differs by what
        entries say in their own pages.
        """
        if self._former and _shown(self._former[0]) == _shown(kit):
            _, views, former = self._former
            pages = [_again(page, kit, views) for page in former]
        else:
            views = Views(kit)
            pages = list(plan(kit, views))
        self._former = kit, views, pages
        return views, pages


def _again(page: PagePlan, kit: Kit, views: Views) -> PagePlan:
    """Give a page again, with what its entry says now."""
    entry = page.entry and kit.by_key[page.entry.key]
    if entry is None or entry is page.entry:
        return page
    return replace(page, entry=entry, context=showing(entry, views))


def _shown(kit: Kit) -> bytes:
    """Give what identifies all that pages show of a kit, but what entries only say in their own."""
    own = {entry.path for entry in kit.entries}
    documents = cache.documents_digest(one for one in kit.sources if one.path not in own)
    places = [(one.path, one.key, [section.name for section in one.sections]) for one in kit.entries]
    others = repr((kit.today, kit.config.searchable, kit.assets, places)).encode("utf-8", "surrogatepass")
    return cache.digest(documents, others, *(entry.face for entry in kit.entries))
