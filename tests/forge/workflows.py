"""The workflows as tests read them: jobs, steps, scripts."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generator.literals import Json
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
WORKFLOWS = tuple(sorted(path.name for path in FOLDER.glob("*.yml")))

Step = dict[str, Json]


def tool(name: str) -> str:
    """Give the path of a program installed with the tests."""
    return str(Path(sys.executable).with_name(name))


def load(name: str) -> dict[str, Json]:
    """Give a workflow; a bare `on` stays a word, where YAML 1.1 reads « true »."""
    text = (FOLDER / name).read_text("utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 — it only makes texts


def jobs(name: str) -> dict[str, Json]:
    """Give the jobs of a workflow, by name."""
    return dict(load(name)["jobs"])


def steps(name: str) -> Iterator[Step]:
    """Give every step of a workflow."""
    for job in jobs(name).values():
        yield from job["steps"]


def script(workflow: str, job: str, step: str) -> str:
    """Give the script of a step, by the step's name."""
    return next(str(found["run"]) for found in jobs(workflow)[job]["steps"] if found["name"] == step)


def run(text: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder as the forge does: `shell: bash` is « bash -eo pipefail »."""
    command = ["/usr/bin/env", "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    known = {**os.environ, **environment}
    return subprocess.run(
        command, cwd=folder, env=known, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
