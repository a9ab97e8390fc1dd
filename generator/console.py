"""What a command says to a person at a terminal, and why it stops."""

import os
import sys
import traceback
from pathlib import Path
from typing import TextIO

from generator import layout
from generator.excerpt import visible
from generator.french import reason

OK, FAULTS, MISUSE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: no error; faults in the content; a command badly written, or a defect of the program; questions
left without an answer (130 as shells do: 128 and the number of SIGINT).
"""


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text and a line end, on the standard output if nothing else is said."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"  # a file's name may hold what no encoding can write
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    print(shown, file=stream, flush=True)


def refuse(text: str) -> int:
    """Say why a command cannot go on; give its exit code."""
    shown = "\n".join(map(visible, text.split("\n")))  # what is typed may hold the codes of a terminal
    print(f"odl : {shown}", file=sys.stderr, flush=True)  # noqa: T201 — as above
    return MISUSE


def unusable(error: OSError, root: Path) -> str:
    """Say what the system refused."""
    return f"« {error.filename or root} » : {reason(error)}."


def confess(root: Path) -> int:
    """Say that the program has a defect, the error being handled, and keep its trace in the kit.

    Returns:
        The exit code.
    """
    log, words = root / layout.CRASH_LOG, traceback.format_exception_only(sys.exception())
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), "utf-8")
        kept = f"Le détail est dans {log}."
    except OSError:
        kept = words[-1].strip()
    return refuse(f"défaut du programme, non de vos fichiers. {kept}")


def wants_colours() -> bool:
    """Tell whether the reader is at a terminal and did not refuse colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
