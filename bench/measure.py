"""What a command costs: seconds, processor seconds, memory.

Wall time is that of the whole process, from its start to its end, by `time.perf_counter`. Processor time is
what the kernel counts for it and for the children that it waited for. Memory is looked at every 50 ms in
/proc: ours is the sum, at one moment, of the proportional set size of each process of the tree, so that pages
shared by workers count once; Pagefind's is apart, the high-water mark that the kernel keeps of it. `largest`
is the kernel's high-water mark of the largest process, exact for a command that is one process: such a
command, Hugo's, is not looked at, and not slowed by it. Where there is no /proc, what is looked for is 0.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

_EVERY = 0.05
"""Seconds between two looks: a look takes the kernel a few milliseconds for each gigabyte."""
_INDEXER = "pagefind"
_KIB = 1024


class MeasureError(Exception):
    """A command failed; the message says which one, with its last words."""


@dataclass(frozen=True)
class Cost:
    """What one command cost: seconds, then bytes; `output` is what it printed."""

    wall: float
    cpu: float
    memory: int
    index_memory: int
    largest: int
    output: str = ""


@dataclass
class Peaks:
    """The most memory seen so far: of our processes at one moment, and of Pagefind."""

    ours: int = 0
    indexer: int = 0

    def look(self, root: int) -> None:
        """Look once at the processes of a tree."""
        sizes = [_sizes(pid) for pid in _tree(root)]
        self.ours = max(self.ours, sum(ours for ours, _ in sizes))
        self.indexer = max(self.indexer, *(indexer for _, indexer in sizes), 0)


def run(command: Sequence[str], folder: Path, *, looked_at: bool = True) -> Cost:
    """Run a command and tell what it cost.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        looked_at: whether its memory is looked at while it runs.

    Raises:
        MeasureError: it failed.
    """
    with tempfile.TemporaryFile() as output:
        start = perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 — ours
        with _watched(process.pid) if looked_at else nullcontext(Peaks()) as peaks:
            _, status, usage = os.wait4(process.pid, 0)
            wall = perf_counter() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(command)} : code {process.returncode}\n{text[-2000:]}"
        raise MeasureError(message)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, peaks.ours, peaks.indexer, usage.ru_maxrss * _KIB, text)


@contextmanager
def _watched(root: int) -> Iterator[Peaks]:
    """Look at a tree of processes from another thread while what is inside runs."""
    peaks, over = Peaks(), Event()

    def watch() -> None:
        peaks.look(root)
        while not over.wait(_EVERY):
            peaks.look(root)

    thread = Thread(target=watch)
    thread.start()
    try:
        yield peaks
    finally:
        over.set()
        thread.join()


def _tree(root: int) -> Iterator[int]:
    """Give a process and those below it; one that ends meanwhile has none."""
    yield root
    for listed in Path(f"/proc/{root}/task").glob("*/children"):
        for child in _read(listed).split():
            yield from _tree(int(child))


def _sizes(pid: int) -> tuple[int, int]:
    """Give the bytes of a process, as ours or as the indexer's: one of the two is 0."""
    if _read(Path(f"/proc/{pid}/comm")).startswith(_INDEXER):
        return 0, figure(_read(Path(f"/proc/{pid}/status")), "VmHWM")
    return figure(_read(Path(f"/proc/{pid}/smaps_rollup")), "Pss"), 0


def figure(text: str, name: str) -> int:
    """Give the bytes that a file of /proc has on the line `name`, which counts in kB; 0 without that line."""
    found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * _KIB if found else 0


def steps(text: str) -> dict[str, float]:
    """Give the seconds of each step of a build, from the table of `odl build --timings`."""
    rows = re.findall(r"^(\w+) +(\d+,\d\d)$", text, re.MULTILINE)
    return {name: float(figure.replace(",", ".")) for name, figure in rows if name != "total"}


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""
