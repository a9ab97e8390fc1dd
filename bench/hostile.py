"""How long the largest hostile files take to be read and checked: `python -m bench.hostile [COUNT]`.

Each is the body or the head of an entry filled, up to the size that a file may have, with one piece of text
(see tests/test_fuzz.py). Prints processor seconds, the slowest first.
"""

import sys
from collections.abc import Iterator
from time import process_time

from generator.check import check
from generator.source import from_bytes
from tests.test_fuzz import HEAD, LARGE, LARGE_HEADS, SMALL, fill, kit_with

_PATH = "atd_offers/essai.md"


def files() -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of each file."""
    for piece in LARGE:
        yield f"corps {piece!r}", HEAD + f"---\n\n## Contexte\n\n{fill(piece)}\n".encode()
    for piece in LARGE_HEADS:
        yield f"entête {piece!r}", f"---\n{fill(piece)}\n---\n".encode()


def seconds(content: bytes) -> float:
    """Give the processor time, in seconds, that one file takes."""
    start = process_time()
    check(kit_with(from_bytes(_PATH, content), SMALL))
    return process_time() - start


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for taken, name in sorted(((seconds(content), name) for name, content in files()), reverse=True)[:count]:
        print(f"{taken:6.2f} s  {name}")  # noqa: T201 — a table for a person


if __name__ == "__main__":
    main()
