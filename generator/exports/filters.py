"""donnees/filtres.json: what the script of the catalogue filters, in columns, for its eyes only.

Entries are in the order of their titles. A column lists the distinct sets of terms that entries have in a
facet, as ranks among the facet's terms, then the rank of each entry's set: 10,000 entries stay near 145 kB
compressed (DESIGN 8), and a choice is judged once a set. Beyond `INLINE` entries, summaries are left out:
they are in donnees/resumes/<n>.json, `CHUNK` entries each, fetched for the cards that are shown.
"""

import json
from collections.abc import Iterator, Sequence

from generator.addresses import FILTERS, KIND, SUMMARIES, facets
from generator.entry import Entry
from generator.kit import Kit, by_title
from generator.literals import Json
from generator.plan import PagePlan
from generator.rendered import Rendered
from generator.roles import Role
from generator.status import status_of
from generator.typography import typeset

VERSION = 1
"""Changes when the script for the former file could no longer read the new one."""
INLINE = 300
"""Entries up to which summaries come with the rest: about 25 kB compressed."""
CHUNK = 50
"""Summaries of a file: about 5 kB compressed, for 24 cards shown at a time."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the columns, and the files of summaries when there are any."""
    entries = by_title(kit.by_key.values())
    summaries = [typeset(entry.summary) for entry in entries]
    whole = len(entries) <= INLINE
    yield _file(FILTERS, _columns(kit, entries) | ({"summaries": summaries} if whole else {"chunk": CHUNK}))
    for start in range(0, 0 if whole else len(entries), CHUNK):
        yield _file(f"{SUMMARIES}{start // CHUNK}.json", summaries[start : start + CHUNK])


def _columns(kit: Kit, entries: Sequence[Entry]) -> dict[str, Json]:
    canevases = {canevas.kind: canevas.address for canevas in kit.definitions.canevases}
    facet_columns = {
        facet.name: _column([entry.choices(facet.name) for entry in entries]) for facet in facets(kit)
    }
    dates = [_dates(entry) for entry in entries]
    ranks = {moment: rank for rank, moment in enumerate(sorted(set(dates)))}
    return {
        "version": VERSION,
        "kinds": canevases,
        "ids": [entry.id for entry in entries],
        "titles": [typeset(entry.title) for entry in entries],
        "notices": _column([_notice(entry, kit) for entry in entries]),
        "ages": [ranks[moment] for moment in dates],
        "facets": {KIND: _column([(entry.kind,) for entry in entries]), **facet_columns},
    }


def _column(values: Sequence[tuple[str, ...]]) -> dict[str, Json]:
    """Write the sets of terms of entries once each."""
    terms = {term: rank for rank, term in enumerate(sorted({term for value in values for term in value}))}
    sets = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return {
        "terms": list(terms),
        "sets": [[terms[term] for term in value] for value in sets],
        "rows": [sets[value] for value in values],
    }


def _notice(entry: Entry, kit: Kit) -> tuple[str, ...]:
    status = status_of(entry, kit.definitions)
    return (status.label,) if status and not status.ordinary else ()


def _dates(entry: Entry) -> tuple[str, str]:
    """Give the dates that rank news: of publication, then of update."""
    published, updated = (entry.canevas.name_of(role) for role in (Role.PUBLISHED, Role.UPDATED))
    return str(entry.value.get(published, "")), str(entry.value.get(updated, ""))


def _file(path: str, value: Json) -> Rendered:
    return Rendered(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
