"""Workflows are well written, and have no more rights than their job needs."""

import re
import subprocess
from collections import defaultdict

import pytest

from tests.conftest import REPOSITORY
from tests.forge.workflows import FOLDER, WORKFLOWS, jobs, load, steps, tool

PINNED = re.compile(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")


def checked(*command: str, text: str | None = None) -> str:
    """Run a checker; give what it says when it finds something."""
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", input=text)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_workflows_are_what_the_forge_expects() -> None:
    files = [str(FOLDER / name) for name in WORKFLOWS]
    assert checked(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *files) == ""


def test_gitlab_finds_the_configuration_it_expects() -> None:
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert checked(tool("check-jsonschema"), *schema, str(REPOSITORY / ".gitlab-ci.yml")) == ""


def test_an_attacker_finds_nothing_in_the_workflows() -> None:
    assert checked(tool("zizmor"), "--offline", "--no-progress", "--persona", "pedantic", str(FOLDER)) == ""


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_scripts_of_a_workflow_are_sound(name: str) -> None:
    for step in steps(name):
        if "run" in step:
            assert checked(tool("shellcheck"), "--shell", "bash", "-", text=str(step["run"])) == ""


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_workflow_runs_a_foreign_pull_request_with_the_rights_of_main(name: str) -> None:
    assert set(triggers(name)).isdisjoint({"pull_request_target", "workflow_run", "issue_comment"})


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_starts_with_no_right(name: str) -> None:
    assert load(name)["permissions"] == {}


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if name != "publication.yml"])
def test_what_a_pull_request_starts_only_reads(name: str) -> None:
    assert "pull_request" in triggers(name)
    assert {tuple(job["permissions"].items()) for job in jobs(name).values()} == {(("contents", "read"),)}


def test_each_job_of_the_publication_has_its_own_rights() -> None:
    assert {job: found["permissions"] for job, found in jobs("publication.yml").items()} == {
        "site": {"contents": "read"},
        "publication": {"pages": "write", "id-token": "write"},
        "registre": {"contents": "write"},
    }


def test_the_job_that_writes_runs_no_code_of_the_repository() -> None:
    written = [str(step["run"]) for step in jobs("publication.yml")["registre"]["steps"] if "run" in step]
    assert len(written) == 1
    assert re.findall(r"\b(?:make|python\d?|odl|source|eval|pip)\b|\.venv|\./", written[0]) == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_holds_no_secret_and_no_cache(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert "secrets." not in text
    assert "actions/cache" not in text


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_script_holds_no_expression(name: str) -> None:
    assert [step for step in steps(name) if "${{" in str(step.get("run", ""))] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_checkout_leaves_no_token_behind(name: str) -> None:
    found = [step for step in steps(name) if str(step.get("uses", "")).startswith("actions/checkout@")]
    assert found
    assert [step for step in found if step["with"]["persist-credentials"] != "false"] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_job_runs_for_ever(name: str) -> None:
    assert all(int(job["timeout-minutes"]) <= 45 for job in jobs(name).values())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_step_has_a_name(name: str) -> None:
    assert [step for step in steps(name) if "name" not in step] == []


def test_an_action_is_the_same_commit_everywhere() -> None:
    lines = [line for name in WORKFLOWS for line in (FOLDER / name).read_text("utf-8").splitlines()]
    used = [line for line in lines if "uses: " in line]
    found = defaultdict(set)
    for line in used:
        pinned = PINNED.search(line)
        assert pinned, line
        found[pinned[1]].add(pinned.groups()[1:])
    assert used
    assert [action for action, pins in found.items() if len(pins) > 1] == []


def triggers(name: str) -> list[str]:
    """Give what starts a workflow."""
    found = load(name)["on"]
    return [found] if isinstance(found, str) else list(found)
