from pathlib import Path

import pytest

from generator.diagnostic import Severity
from generator.kit import gather
from generator.reporters.github import report
from tests.conftest import MINIMAL
from tests.reporters.cases import CASES, expected, many, written


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "github", small_kit) == expected(case, "github")


def test_ten_of_each_kind_are_shown_and_the_last_line_counts_the_rest() -> None:
    found = [*many(Severity.NOTE, 11), *many(Severity.WARNING, 2), *many(Severity.ERROR, 12)]
    *shown, last = report(found, gather(MINIMAL)).split("\n")
    assert [line.split(" ")[0] for line in shown] == ["::error"] * 10 + ["::warning"] * 2 + ["::notice"] * 10
    assert last == (
        "1 fiche lue : 12 erreurs, 2 avertissements, 11 notes. "
        "Non montré, car la forge s'arrête à dix de chaque sorte : 2 erreurs, 1 note."
    )
