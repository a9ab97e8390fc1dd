import json
from pathlib import Path

import jsonschema_rs
import pytest

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from generator.reporters.sarif import report
from generator.rules import discover
from tests.conftest import MINIMAL
from tests.reporters.cases import CASES, expected, many, written

SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0-rtm.5.json"


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_written_word_for_word(small_kit: Path, case: str) -> None:
    assert written(case, "sarif", small_kit) == expected(case, "sarif")


@pytest.fixture(scope="module")
def schema() -> jsonschema_rs.Draft4Validator:
    """The official schema; one pattern of it ends with a bracket that ECMA 262 wants escaped."""
    text = SCHEMA.read_text("utf-8").replace("[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$")
    return jsonschema_rs.Draft4Validator(json.loads(text))


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_valid(small_kit: Path, schema: jsonschema_rs.Draft4Validator, case: str) -> None:
    value = json.loads(written(case, "sarif", small_kit))
    assert [error.message for error in schema.iter_errors(value)] == []


def test_the_schema_refuses_what_is_not_sarif(schema: jsonschema_rs.Draft4Validator) -> None:
    assert not schema.is_valid({"version": "2.1.0", "runs": [{}]})


def test_every_rule_can_be_described(schema: jsonschema_rs.Draft4Validator) -> None:
    found = [Diagnostic(Span("a.md"), rule.code, rule.severity, "[a](b) {0}") for rule in discover()]
    value = json.loads(report(found, gather(MINIMAL)))
    assert schema.is_valid(value)
    assert [rule["id"] for rule in value["runs"][0]["tool"]["driver"]["rules"]] == [one.code for one in found]
    assert value["runs"][0]["results"][0]["message"]["text"] == r"[a\](b) {{0}}"


def test_without_the_address_of_the_site_rules_have_no_page(small_kit: Path) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url: https://kit.exemple.fr/\n", ""), "utf-8")
    assert "helpUri" not in report(many(Severity.ERROR, 1), gather(small_kit))
