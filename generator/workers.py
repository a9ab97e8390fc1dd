"""Work spread over the processors, by forked processes that share all that was read.

multiprocessing's own pool is not used: its processes outlive a parent that is killed, each waiting for work.
"""

import fcntl
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import ceil
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Any, TypeVar

from generator.errors import CommandError
from generator.garbage import frozen

Item = TypeVar("Item")
Result = TypeVar("Result")
Found = dict[int, Any]
"""Results by the ranks of their items."""

_RANK = 4
"""Bytes of a rank in a pipe."""
_TURNS = 1000
"""Times at most that items are taken: some pipes hold no more than 4,096 bytes (pipe(7))."""
_PIPE = 1 << 20
"""Bytes that a process may send before anybody takes them: the most that any user is given (pipe(7))."""


Tell = Callable[[int, int], object]
"""Is called with how many items are done, about, and how many there are."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody."""


class WorkerError(CommandError):
    """A process that shared the work was killed; the message says so, for a person."""


def spread(
    do: Callable[[Item], Result],
    items: Sequence[Item],
    least: int,
    tell: Tell = untold,
) -> list[Result]:
    """Give what `do` gives for each item, in order; the items are shared out between the processors, each
    taking some more when it is done with the last ones.

    Args:
        do: called in another process for some items: what it changes in memory is lost, what it gives must be
            such as pickle takes.
        items: what it is called with.
        least: items of a share below which another process costs more than it brings.
        tell: told of the items that are done.

    Raises:
        WorkerError: one of the processes was killed.
        Exception: what `do` raised, for one of the items.
    """
    count = min(processors(), len(items) // least)
    if count < 2:  # noqa: PLR2004 — one process is this one
        return [result for one in _told(do, items, [range(len(items))], tell) for result in one.values()]
    with _turns(len(items)) as turns, _helpers(lambda: _told(do, items, turns()), count - 1) as receivers:
        results = _gathered(_told(do, items, turns(), tell), receivers)
    return [results[rank] for rank in range(len(items))]


@contextmanager
def beside(do: Callable[[], object], worth: float) -> Iterator[None]:
    """Have something done by another process beside what is done inside, and wait for it; done first, here,
    when it is worth less than one process, or when there is one processor.

    Raises:
        WorkerError: the process was killed.
        Exception: what `do` raised.
    """
    if worth < 1 or processors() < 2:  # noqa: PLR2004 — one process is this one
        do()
        yield
        return
    with _helpers(lambda: [{0: do()}], 1) as receivers:
        yield
        _gathered((), receivers)


def _told(
    do: Callable[[Item], Result],
    items: Sequence[Item],
    turns: Iterable[Sequence[int]],
    tell: Tell = untold,
) -> Iterator[dict[int, Result]]:
    """Do the items of some ranks, all those that come before being taken for done."""
    for ranks in turns:
        found = {}
        for rank in ranks:
            found[rank] = do(items[rank])
            tell(rank + 1, len(items))
        yield found


@contextmanager
def _turns(length: int) -> Iterator[Callable[[], Iterator[Sequence[int]]]]:
    """Share out ranks: what is given here gives some in each turn, each once whatever the processes that ask,
    to the first that is ready. They wait in a pipe, of which a read takes what nobody else has.
    """
    size = ceil(length / _TURNS)
    reader, writer = os.pipe()
    os.write(writer, b"".join(start.to_bytes(_RANK) for start in range(0, length, size)))
    os.close(writer)

    def turns() -> Iterator[Sequence[int]]:
        while read := os.read(reader, _RANK):
            start = int.from_bytes(read)
            yield range(start, min(start + size, length))

    try:
        yield turns
    finally:
        os.close(reader)


def processors() -> int:
    """Give how many processes may work at once: one where forking is not safe (threads, other systems)."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


@contextmanager
def _helpers(share: Callable[[], Iterable[Found]], count: int) -> Iterator[list[Connection]]:
    """Start processes that do a share each; none is left when this ends, whatever happened."""
    context = multiprocessing.get_context("fork")
    started: list[tuple[ForkProcess, Connection]] = []
    with frozen():
        try:
            for _ in range(count):
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(share, sender, os.getpid()), daemon=True)
                process.start()
                sender.close()
                started.append((process, receiver))
            yield [receiver for _, receiver in started]
        finally:
            for process, receiver in started:
                receiver.close()
                process.terminate()
                process.join()


def _work(share: Callable[[], Iterable[Found]], sender: Connection, parent: int) -> None:
    """Do a share in a process of its own; stop when the parent is gone, nobody waiting for the rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends this process
    with suppress(OSError):  # this user has too many large ones: what is sent waits more often
        fcntl.fcntl(sender.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    try:
        for found in share():
            if os.getppid() != parent:
                return
            sender.send((found, None))
        sender.send((None, None))
    except BrokenPipeError:
        return
    except Exception as error:  # raised again by the parent, with the trace of this process
        error.add_note(traceback.format_exc())
        sender.send((None, error))


def _gathered(own: Iterable[Found], receivers: Iterable[Connection]) -> Found:
    """Put together what is done here and what other processes send meanwhile, then until their end."""
    results: Found = {}
    left = list(receivers)
    for found in own:
        results.update(found)
        left = [one for one in left if not _ends_now(one, results)]
    while left:
        left = [one for one in left if not _is_last(one, results)]
    return results


def _ends_now(receiver: Connection, results: Found) -> bool:
    """Take what a process has sent, and tell whether that was all."""
    while receiver.poll():
        if _is_last(receiver, results):
            return True
    return False


def _is_last(receiver: Connection, results: Found) -> bool:
    """Take what a process sends next, and tell whether it ends so."""
    try:
        found, error = receiver.recv()
    except EOFError:  # it ended without a word: the system killed it
        message = "un processus de la commande a été arrêté par le système, faute de mémoire peut-être."
        raise WorkerError(message) from None
    if error:
        raise error
    results.update(found or {})
    return found is None
