"""`odl new`: prepares an entry to fill in, asking what it needs."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.blank import Blank, blank, farewell
from generator.console import INTERRUPTED, OK, say
from generator.dialogue import Dialogue, Terminal, ask_kind, open_terminal
from generator.kit import Kit, gather
from generator.request import RequestError, canevas_of, entry_of, missing_words, refuse_place, with_fields


def run(options: argparse.Namespace, root: Path) -> int:
    """Write a new entry; give the exit code."""
    terminal = None if options.sans_question or not _is_conversation() else open_terminal(say)
    try:
        kit, new = _written(root, options.kind, options.id, options.champ, terminal)
    except (EOFError, KeyboardInterrupt):
        say("\nArrêt demandé : rien n'est écrit.")
        return INTERRUPTED
    say(farewell(new, kit.config, _from_here(new.path, root)))
    return OK


def _written(
    root: Path, kind: str | None, identifier: str | None, pairs: Sequence[str], terminal: Terminal | None
) -> tuple[Kit, Blank]:
    """Write a new entry from its kind and its id, if they are known, and the values that are, as
    « champ=valeur »; the rest is asked at the terminal, if there is one.

    Returns:
        The kit as it was, and the entry.

    Raises:
        RequestError: what is asked cannot be done; nothing was written.
        EOFError, KeyboardInterrupt: the person left; nothing was written.
    """
    kit = gather(root)
    if not terminal and not (kind and identifier):
        raise RequestError(missing_words(kit))
    canevas = ask_kind(kit, terminal) if terminal and not kind else canevas_of(kit, kind or "")
    refuse_place(kit, canevas)
    value = entry_of(kit, canevas, identifier) if identifier else {}
    value = with_fields(kit, canevas, value, pairs)
    if terminal:
        value = Dialogue(kit, canevas, value, terminal).run()
    made = blank(canevas, kit, value)
    (root / made.path).parent.mkdir(parents=True, exist_ok=True)
    with (root / made.path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(made.text)
    return kit, made


def _is_conversation() -> bool:
    """Tell whether a person is at the terminal, to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _from_here(path: str, root: Path) -> str:
    """Write a path of the kit as one types it in the current folder."""
    here = Path.cwd()
    return os.path.relpath(root / path, here) if here.is_relative_to(root) else path
