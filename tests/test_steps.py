import pytest

from generator.progress import Timings, Unwatched
from generator.steps import Options


class Noting(Unwatched):
    """An observer that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def started(self, step: str) -> None:
        self.told.append(f"{step} commence")

    def ended(self, step: str, seconds: float) -> None:
        assert seconds >= 0
        self.told.append(f"{step} finit")


def test_an_observer_is_told_of_each_step_in_order() -> None:
    timings = Timings(Noting())
    with timings.step("lecture"):
        pass
    with timings.step("rendu"):
        pass
    assert isinstance(timings.observer, Noting)
    assert timings.observer.told == ["lecture commence", "lecture finit", "rendu commence", "rendu finit"]
    assert list(timings.steps) == ["lecture", "rendu"]


def test_a_step_that_fails_is_not_said_to_have_ended() -> None:
    timings = Timings(Noting())
    with pytest.raises(ValueError, match="non"), timings.step("rendu"):
        raise ValueError("non")
    assert not timings.steps


def test_two_builds_do_not_share_their_memory() -> None:
    assert Options().memory is not Options().memory
