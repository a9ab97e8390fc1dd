"""`python -m tests.nursery`: runs `odl` in forks of a process that is ready, each in a group of its own.

A line in is a command, as a JSON list; two lines out, the number of its group, then its exit code. So that a
build takes a fraction of a second, nearly all of it in our own steps, everything is imported, templates are
compiled, and the engine is a copy of what the true one once made, in `moteur/` beside the kit.
"""

import io
import json
import os
import sys
from functools import cache
from types import CodeType

from jinja2 import Environment

from generator.cli import main
from generator.engine import ENGINES, Engine
from generator.templates import environment
from tests.conftest import REPOSITORY

_COPY = (
    "import pathlib, shutil, sys; build = pathlib.Path(sys.argv[1]).parent;"
    "shutil.copytree(build.parent.parent / 'moteur', build / 'moteur')"
)


def compile_once() -> None:
    """Compile every template now, for all the forks."""
    found = environment(REPOSITORY)
    compiled = cache(found.compile)

    def again(_: Environment, source: str, name: str | None = None, _file: str | None = None) -> CodeType:
        return compiled(source, name)

    Environment.compile = again  # type: ignore[assignment, method-assign]
    for name in found.list_templates():
        found.get_template(name)


def run(arguments: list[str]) -> int:
    """Run a command in a fork, and give its exit code: that of a signal is negative."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        tell(os.getpid())
        sys.stdin, sys.stdout, sys.stderr = (io.StringIO() for _ in range(3))
        os._exit(main(arguments))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    ENGINES["mkdocs"] = Engine(("-c", _COPY, "{config}"))  # type: ignore[index]
    compile_once()
    for line in sys.stdin:
        tell(run(json.loads(line)))
