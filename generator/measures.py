"""Rows that set a value aimed at beside the value reached -> words, and a share where there is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import french
from generator.french import THIN_NBSP
from generator.literals import Json


@dataclass(frozen=True)
class Measure:
    """One thing that is measured; `share` is what is reached of the target, from 0 to 100, or None."""

    label: str
    text: str
    share: int | None = None
    source: str = ""


def measures(
    rows: Sequence[Mapping[str, Json]], fields: Mapping[str, Mapping[str, Json]]
) -> tuple[Measure, ...]:
    """Give the measure of each row.

    Args:
        rows: values by field name.
        fields: the schema of each field; `x-mesure` says what it is to the measure.

    Returns:
        A measure a row; none when no field says what it is.
    """
    names = {schema["x-mesure"]: name for name, schema in fields.items() if "x-mesure" in schema}
    if "libelle" not in names:
        return ()
    return tuple(_measure({role: row.get(name) for role, name in names.items()}) for row in rows)


def _measure(row: Mapping[str, Json]) -> Measure:
    target, reached = row.get("cible"), row.get("realise")
    source = str(row.get("source") or "")
    return Measure(str(row.get("libelle")), _text(row), _share(reached, target), source)


def _text(row: Mapping[str, Json]) -> str:
    target, reached = row.get("cible"), row.get("realise")
    unit, when = str(row.get("unite") or ""), str(row.get("echeance") or "")
    due = f" {french.deadline(when)}" if when else ""
    if target is None:
        seen = "" if reached is None else f"Constaté{THIN_NBSP}: {french.quantity(reached, unit)}"
        return seen or (
            f"Échéance{THIN_NBSP}: {french.date(when)}" if when else "Sans valeur visée ni constatée"
        )
    if reached is None:
        return f"Objectif{THIN_NBSP}: {french.quantity(target, unit)}{due}"
    # A sign (« % ») goes with every number, a word with the first one.
    aimed = french.quantity(target, "" if any(map(str.isalpha, unit)) else unit)
    return f"{french.quantity(reached, unit)} pour un objectif de {aimed}{due}"


def _share(reached: float | None, target: float | None) -> int | None:
    if reached is None or target is None or target <= 0:
        return None
    return max(0, min(100, round(100 * reached / target)))
