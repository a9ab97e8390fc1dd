import gc

import pytest

from generator.garbage import frozen, uncollected


def test_no_cycle_is_looked_for_inside_and_the_search_is_as_before_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert not any(one is made for one in gc.get_objects(generation=0))


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_frozen_is_given_back_by_the_outermost() -> None:
    with frozen():
        with frozen():
            pass
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()


def test_what_is_frozen_is_given_back_when_something_goes_wrong() -> None:
    with pytest.raises(ZeroDivisionError), frozen():
        1 / 0  # noqa: B018
    assert not gc.get_freeze_count()
