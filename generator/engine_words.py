"""What an engine said when it stopped, for a person."""

import re

from generator.french import reason

_ERRNO = re.compile(r"\[Errno ([0-9]+)\] ([^:]*)")
_SHOWN = 10


def refusal(output: str, code: int) -> str:
    """Give the words of the engine that say why: its warnings and errors, else its last line; in French too
    when they are those of the system, which Python writes with their number.

    Args:
        output: what it wrote.
        code: its exit code; that of a signal is negative.
    """
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    said = [line for line in lines if line.startswith(("WARNING", "ERROR", "Error"))] or lines[-1:]
    if not said:
        return f"le moteur s'est arrêté sans un mot (code {code})."
    system = _ERRNO.search(said[-1])
    why = f" ({reason(OSError(int(system[1]), system[2]))})" if system else ""
    return "\n  ".join([f"le moteur a refusé le site{why} ; ses propres mots :", *said[:_SHOWN]])
