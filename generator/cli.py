"""odl: runs the command that is asked for, and gives its exit code; what each does is in `commands/`."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from generator import arguments, layout
from generator.console import OK, confess, refuse, unusable
from generator.errors import CommandError


def run() -> NoReturn:
    """Run `odl`, and leave the process at once, as mypy does (`mypy.util.hard_exit`): Python would first free
    one by one all the parts of the kit, which takes it from 0.2 s (1,000 entries) to 0.8 s (10,000).
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed: nobody reads
            stream.flush()
    os._exit(code)


def main(given: Sequence[str] | None = None) -> int:
    """Run `odl`; see `odl --help`.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # an answer badly encoded is for a rule to refuse
    options = arguments.parse(given)
    root = options.root.resolve() if options.root else layout.find_root(Path.cwd())
    if options.needs_kit and (root is None or not (root / layout.MARKER).is_file()):
        return refuse(f"aucun kit ici : il manque « {layout.MARKER} ». Donnez son dossier avec --root.")
    root = root or Path.cwd()
    try:
        return int(import_module(f"generator.commands.{options.command}").run(options, root))
    except CommandError as error:
        return refuse(str(error))
    except (KeyboardInterrupt, BrokenPipeError):  # the reader has seen enough
        return OK
    except OSError as error:
        return refuse(unusable(error, root))
    except Exception:  # the last net: a defect is said plainly, its trace is kept aside
        return confess(root)
