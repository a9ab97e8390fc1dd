import pytest

from generator.head import guess, guess_before, is_almost_fence

FIELDS = ["id: a", "nom: b"]
TEXT = ["", "## Contexte", "", "Douze communes."]


@pytest.mark.parametrize("line", ["---", "----", "--", "—", "–—", " ---", "- - -", "***", "===", "--- "])
def test_a_line_may_be_written_for_three_hyphens(line: str) -> None:
    assert is_almost_fence(line)


@pytest.mark.parametrize("line", ["-", "- a", "", "a", "-5", "…"])
def test_other_lines_are_not(line: str) -> None:
    assert not is_almost_fence(line)


def test_a_head_ends_before_the_first_section() -> None:
    found = guess(["---", *FIELDS, *TEXT])
    assert found is not None
    assert (found.start, found.end, found.body, found.almost, found.is_sure) == (1, 4, 4, None, True)


def test_a_head_ends_at_a_mistyped_line() -> None:
    found = guess(["---", *FIELDS, "--", *TEXT])
    assert found is not None
    assert (found.end, found.body, found.almost) == (3, 4, 3)


def test_a_head_ends_before_the_first_sentence() -> None:
    found = guess(["---", *FIELDS, "", "Bonjour à tous.", "## Contexte"])
    assert found is not None
    assert found.end == 4


def test_a_head_may_start_without_its_first_line() -> None:
    found = guess(["", *FIELDS, "---", *TEXT])
    assert found is not None
    assert (found.start, found.end, found.body) == (1, 3, 4)


def test_a_head_that_runs_to_the_end_is_not_sure() -> None:
    found = guess(["---", *FIELDS])
    assert found is not None
    assert not found.is_sure


@pytest.mark.parametrize(
    "lines",
    [[], ["", ""], ["# Notre offre", "", "Du texte."], ["Bonjour : à tous"], ["---", "", "Du texte."]],
)
def test_a_text_without_a_field_has_no_head(lines: list[str]) -> None:
    assert guess(lines) is None


def test_a_line_of_hyphens_in_the_body_does_not_close_the_head() -> None:
    lines = ["---", *FIELDS, *TEXT, "---", "Encore."]
    assert guess_before(lines, lines.index("---", 1)) is not None


@pytest.mark.parametrize("lines", [["---", *FIELDS, "---"], ["---", "## Identité", *FIELDS, "---"]])
def test_a_closed_head_is_left_alone(lines: list[str]) -> None:
    assert guess_before(lines, len(lines) - 1) is None


def test_a_head_is_found_after_a_text() -> None:
    found = guess(["", "# Titre", "", "---", "Note", "---", *FIELDS, "---", *TEXT])
    assert found is not None
    assert (found.start, found.end, found.body, found.before) == (6, 8, 9, 1)


def test_lines_of_hyphens_in_a_text_make_no_head() -> None:
    assert guess(["# Titre", "---", "note: a", "---", *TEXT]) is None
    assert guess(["# Titre", "---", *FIELDS, *TEXT]) is None
