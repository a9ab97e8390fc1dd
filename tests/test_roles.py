from pathlib import Path

import yaml

from generator import schemas
from generator.roles import Role


def test_the_roles_are_those_that_a_canevas_may_give() -> None:
    text = (Path(*schemas.__path__) / "canevas.yml").read_text("utf-8")
    found: list[list[str]] = []

    def look(part: object) -> None:
        if isinstance(part, dict):
            found.extend([part["x-role"]["enum"]] if "enum" in part.get("x-role", {}) else [])
            list(map(look, part.values()))

    look(yaml.safe_load(text))
    assert [set(roles) for roles in found] == [set(Role)]
