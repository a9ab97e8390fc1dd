import json
from pathlib import Path

import pytest

from generator.reporters.gitlab import report
from tests.reporters.cases import CASES, expected, written


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "gitlab", small_kit) == expected(case, "gitlab")


def test_every_issue_has_a_fingerprint_of_its_own(small_kit: Path) -> None:
    found, kit = CASES["hostile"](small_kit)
    issues = json.loads(report(found, kit))
    assert len({issue["fingerprint"] for issue in issues}) == len(found)
