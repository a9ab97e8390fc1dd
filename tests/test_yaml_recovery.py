import pytest

from generator.yaml_builder import probe
from generator.yaml_draft import Draft, Repair
from generator.yaml_recovery import Budget, holds, recover


def recovered(text: str, budget: Budget | None = None) -> Repair | None:
    draft = Draft.of(text)
    trouble = probe(draft.lines)
    assert trouble is not None
    return recover(draft, trouble, budget or Budget())


def test_the_repair_after_which_all_is_readable_is_chosen() -> None:
    found = recovered("a: b\nc: d : e\nf: g")
    assert found is not None
    assert (found.cause, found.at, found.changes) == ("colon_in_value", 1, {1: 'c: "d : e"'})


def test_a_quote_is_closed_where_it_opens_rather_than_where_the_reading_stops() -> None:
    found = recovered('a: "b\nc: "d e"\nf: g')
    assert found is not None
    assert (found.cause, found.at) == ("open_quote", 0)


def test_the_one_that_goes_furthest_is_chosen_when_another_trouble_follows() -> None:
    found = recovered("a: b : c\nd: @e")
    assert found is not None
    assert (found.cause, found.at) == ("colon_in_value", 0)


def test_a_repair_far_in_the_file_has_its_own_rank() -> None:
    found = recovered("".join(f"k{n}: a\n" for n in range(1000)) + "c: d : e")
    assert found is not None
    assert found.at == 1000


def test_a_value_that_nothing_mends_is_given_up_alone() -> None:
    found = recovered("a: b\nc: [d: {e: f]: g}\nh: i")
    assert found is not None
    assert (found.cause, dict(found.changes), set(found.aside)) == ("yaml", {1: 'c: ""'}, {1})


@pytest.mark.parametrize("text", ["a: b : " + "c" * 30_000, "a: [" + "b c: d, " * 5_000])
def test_a_field_too_large_is_left_alone(text: str) -> None:
    assert recovered(text) is None


def test_nothing_is_tried_beyond_the_budget() -> None:
    assert recovered("a: b : c", Budget(5)) is None


def test_a_budget_is_spent() -> None:
    budget = Budget(10)
    assert [budget.take(6), budget.take(6), budget.left] == [True, False, -2]


def test_a_repair_of_a_readable_text_must_leave_it_so() -> None:
    draft = Draft.of("a: b")
    assert holds(draft, Repair("x", 0, 0, 1, {0: "a: [b]"}), Budget())
    assert not holds(draft, Repair("x", 0, 0, 1, {0: "a: [b"}), Budget())
