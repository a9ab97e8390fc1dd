from typing import Any

import pytest

from generator import ranges as ranging
from generator.kit import gather
from generator.literals import Json
from generator.properties import Property
from generator.ranges import Interval, ranges, seconds
from tests.conftest import REPOSITORY

PRICES = [
    {"id": "gratuit", "libelle": "Gratuit", "max": "0"},
    {"id": "cher", "libelle": "Cher", "min": "100"},
]
LENGTHS = [
    {"id": "courte", "libelle": "Courte", "max": "PT2H"},
    {"id": "longue", "libelle": "Longue", "min": "P1D"},
]


def part(listed: list[dict[str, str]], **schema: Any) -> Property:
    return Property("champ", {"x-facette": "plage", "x-plages": listed, **schema})


def answered(field: Property, value: Json) -> tuple[str, ...]:
    return ranging.answered(field, ranges(field), value)


def test_ranges_keep_their_order_and_include_their_bounds() -> None:
    assert [(one.id, one.interval) for one in ranges(part(PRICES))] == [
        ("gratuit", Interval(high=0)),
        ("cher", Interval(low=100)),
    ]


def test_a_field_that_is_not_filtered_by_ranges_has_none() -> None:
    plain = Property("champ", {"x-plages": PRICES})
    assert (ranges(plain), answered(plain, 0)) == ((), ())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"min": 0, "max": 300}, ("gratuit", "cher")),
        ({"min": 1, "max": 99}, ()),
        ({"min": 99, "max": 100}, ("cher",)),
        ({"min": 5}, ("cher",)),
        ({"max": 5}, ("gratuit",)),
        ({"postes": []}, ()),
        (0, ("gratuit",)),
        (50, ()),
        (None, ()),
    ],
)
def test_a_value_answers_each_range_that_its_interval_overlaps(value: Any, expected: tuple[str, ...]) -> None:
    assert answered(part(PRICES), value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("PT90M", ("courte",)),
        ("PT3H", ()),
        ("PT24H", ("longue",)),
        ("P3M", ("longue",)),
        ("trois heures", ()),
    ],
)
def test_durations_are_compared_by_their_length(value: str, expected: tuple[str, ...]) -> None:
    assert answered(part(LENGTHS, format="duration"), value) == expected


def test_of_a_group_the_field_that_the_canevas_names_is_compared() -> None:
    group = part(LENGTHS, **{"x-plage-de": "jour"})
    assert answered(group, {"avant": "P3M", "jour": "PT1H"}) == ("courte",)
    assert answered(group, {"avant": "P3M"}) == ()


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [("PT90M", "PT2H"), ("P6D", "P1W"), ("P4W", "P1M"), ("P11M", "P1Y"), ("PT59S", "PT1M")],
)
def test_lengths_follow_the_calendar(shorter: str, longer: str) -> None:
    assert (seconds(shorter) or 0) < (seconds(longer) or 0)


def test_what_is_no_duration_has_no_length_and_a_huge_one_is_endless() -> None:
    assert seconds("deux jours") is None
    assert seconds(f"P{'9' * 5000}D") == float("inf")


def test_every_quantity_of_the_kit_answers_a_range_of_its_filter() -> None:
    for entry in gather(REPOSITORY).entries:
        for field in entry.canevas.properties:
            if ranges(field) and field.name in entry.value:
                assert entry.choices(field.name), (entry.path, field.name)
