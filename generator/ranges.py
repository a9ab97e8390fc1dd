"""Ranges that filter a field of quantities: those that a canevas lists, and which of them a value answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from generator.canevas import Canevas
from generator.french import DURATION
from generator.literals import Json
from generator.properties import Property

RANGES = "x-plages"
INNER = "x-plage-de"
_ENDS = ("min", "max")
_SECONDS = (31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1)
"""Of a year of 365 days, a month of 30 days, a week, a day, an hour, a minute, a second: ISO 8601 leaves the
first two open, and ranges are too wide for their real lengths to matter.
"""
_NUMBER = re.compile(r"[0-9]+([.][0-9]+)?")


@dataclass(frozen=True)
class Interval:
    """All that lies between two quantities, both included; a duration counts in seconds."""

    low: float = -inf
    high: float = inf

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether the two have something in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Range:
    """One range that readers may choose."""

    id: str
    label: str
    interval: Interval


def ranges(part: Property) -> tuple[Range, ...]:
    """Give the ranges of a field, in the order of its canevas; none when it is not filtered by ranges."""
    listed = part.schema.get(RANGES, []) if part.facet == "plage" else []
    return tuple(Range(one["id"], one["libelle"], _between(one)) for one in listed)


@lru_cache(maxsize=64)
def chosen_parts(canevas: Canevas) -> tuple[tuple[Property, tuple[Range, ...]], ...]:
    """Give the fields of a kind whose values are among those that its canevas lists, terms or ranges, each
    with its ranges.
    """
    found = ((part, ranges(part)) for part in canevas.properties)
    return tuple((part, listed) for part, listed in found if part.vocabulary or listed)


def answered(part: Property, listed: Sequence[Range], value: Json) -> tuple[str, ...]:
    """Give the ids of the ranges of a field that its value answers: its own interval overlaps them."""
    held = _interval(part, value) if listed else None
    return tuple(one.id for one in listed if held and one.interval.overlaps(held))


def seconds(text: str) -> float | None:
    """Give the length of an ISO 8601 duration in seconds; None when the text is not one."""
    found = DURATION.fullmatch(text)
    if not found:
        return None
    return sum(float(count or 0) * unit for count, unit in zip(found.groups(), _SECONDS, strict=True))


def faults(canevas: Canevas, part: Property) -> Iterator[tuple[str, str, str]]:
    """Find what makes the ranges of a field useless.

    Returns:
        For each fault, the annotation that holds it, what is wrong, and what to write.
    """
    listed = part.schema.get(RANGES, [])
    if part.facet != "plage":
        if listed:
            yield RANGES, "Ces plages ne servent à aucun filtre.", "Écrivez « x-facette: plage »."
    elif not (measured := _measured(canevas, part)):
        message = f"« {part.name} » n'est ni un nombre, ni une durée, ni un groupe « min » et « max »."
        yield (
            INNER if INNER in part.schema else "x-facette",
            message,
            f"Nommez dans « {INNER} » un champ du groupe.",
        )
    elif not listed:
        yield (
            "x-facette",
            f"« {part.name} » n'a pas de plages : son filtre serait vide.",
            f"Listez-les dans « {RANGES} ».",
        )
    else:
        yield from ((RANGES, *fault) for fault in _bad_ranges(listed, measured))


def _bad_ranges(listed: list[dict[str, Json]], measured: str) -> Iterator[tuple[str, str]]:
    ids = [one["id"] for one in listed]
    wanted = "durées" if measured == "duration" else "nombres"
    for rank, one in enumerate(listed):
        ends = [one[end] for end in _ENDS if end in one]
        if one["id"] in ids[:rank]:
            yield f"La plage « {one['id']} » est là deux fois.", "Donnez-lui un autre « id »."
        elif not ends:
            yield f"La plage « {one['id']} » n'a pas de borne.", "Écrivez « min », « max » ou les deux."
        elif any((seconds(end) is None) is (measured == "duration") for end in ends):
            yield (
                f"Les bornes de la plage « {one['id']} » ne sont pas des {wanted}.",
                f"Écrivez des {wanted}.",
            )
        elif _between(one).low > _between(one).high:
            yield f"La plage « {one['id']} » finit avant de commencer.", "Inversez « min » et « max »."


def _measured(canevas: Canevas, part: Property) -> str:
    """Say what ranges compare: `number`, `duration`, or nothing when the field has neither."""
    inner = {field.name: field for field in canevas.parts_of(part)}
    if INNER not in part.schema and inner:
        ends = [inner[end].schema.get("type") for end in _ENDS if end in inner]
        return "number" if len(ends) == len(_ENDS) and set(ends) <= {"integer", "number"} else ""
    schema = (
        inner[part.schema[INNER]].schema if part.schema.get(INNER) in inner else {} if inner else part.schema
    )
    if schema.get("format") == "duration":
        return "duration"
    return "number" if schema.get("type") in {"integer", "number"} else ""


def _interval(part: Property, value: Json) -> Interval | None:
    """Give what a value covers: from « min » to « max » for a group, itself for a quantity."""
    if isinstance(value, dict) and INNER in part.schema:
        value = value.get(part.schema[INNER])
    if isinstance(value, dict):
        return _between(value) if any(end in value for end in _ENDS) else None
    length = _quantity(value)
    return None if length is None else Interval(length, length)


def _between(ends: dict[str, Json]) -> Interval:
    low, high = (_quantity(ends.get(end)) for end in _ENDS)
    return Interval(-inf if low is None else low, inf if high is None else high)


def _quantity(value: Json) -> float | None:
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value) else seconds(value)
    return float(value) if isinstance(value, int | float) else None
