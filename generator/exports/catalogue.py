"""donnees/catalogue.json: one object an entry, for whoever reuses the kit."""

import json
from collections.abc import Iterator, Sequence

from generator.addresses import DATA, facets
from generator.entry import Entry
from generator.kit import Kit, in_order
from generator.literals import Json
from generator.plan import PagePlan
from generator.rendered import Rendered
from generator.status import status_of

VERSION = 1
"""Changes when a reader of the former file could no longer read the new one."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the catalogue as JSON."""
    names = [facet.name for facet in facets(kit)]
    entries = in_order(kit.by_key.values())
    value = {"version": VERSION, "entries": [_object(entry, names, kit) for entry in entries]}
    yield Rendered(DATA, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def _object(entry: Entry, facet_names: list[str], kit: Kit) -> dict[str, Json]:
    parts = entry.canevas.properties
    dates = {
        part.name: entry.value[part.name]
        for part in parts
        if _is_date(part.schema) and part.name in entry.value
    }
    status = status_of(entry, kit.definitions)
    notice = {"notice": status.label} if status and not status.ordinary else {}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "summary": entry.summary,
        "url": entry.address,
        "status": status.id if status else None,
        **notice,
        **{name: list(entry.choices(name)) for name in facet_names},
        "dates": dates,
    }


def _is_date(schema: dict[str, Json]) -> bool:
    return schema.get("format") == "date"
