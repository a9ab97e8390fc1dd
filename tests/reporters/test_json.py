import json
from pathlib import Path

import pytest

from generator.reporters.json import VERSION, report
from tests.reporters.cases import CASES, expected, written


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "json", small_kit) == expected(case, "json")


def test_a_report_is_read_back_as_it_was_given(small_kit: Path) -> None:
    found, kit = CASES["hostile"](small_kit)
    value = json.loads(report(found, kit))
    assert (value["version"], value["entries"]) == (VERSION, 2)
    assert [one["message"] for one in value["diagnostics"]] == [one.message for one in found]
