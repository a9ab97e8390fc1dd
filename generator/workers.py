"""Work spread over the processors, by forked processes that share all that was read.

multiprocessing's own pool is not used: its processes outlive a parent that is killed, each waiting for work.
"""

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Any, TypeVar

from generator.errors import CommandError
from generator.garbage import frozen

Item = TypeVar("Item")
Result = TypeVar("Result")


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
    """Give what `do` gives for each item, in order; the items are shared out between the processors.

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
    own = _told(do, items[:: max(count, 1)], max(count, 1), tell)
    if count < 2:  # noqa: PLR2004 — one process is this one
        return list(own)
    results: list[Result] = [None] * len(items)  # type: ignore[list-item]  # each is set below
    with frozen(), _helpers(do, [items[rank::count] for rank in range(1, count)]) as receivers:
        results[::count] = own
        for rank, receiver in enumerate(receivers, 1):
            results[rank::count] = _received(receiver)
    return results


def _told(do: Callable[[Item], Result], share: Sequence[Item], count: int, tell: Tell) -> Iterator[Result]:
    """Do the share of this process, the others being taken to go as fast."""
    for done, item in enumerate(share, 1):
        yield do(item)
        tell(done * count, len(share) * count)


def processors() -> int:
    """Give how many processes may work at once: one where forking is not safe (threads, other systems)."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


@contextmanager
def _helpers(do: Callable[[Item], Result], shares: Sequence[Sequence[Item]]) -> Iterator[list[Connection]]:
    """Start a process for each share; none is left when this ends, whatever happened."""
    context = multiprocessing.get_context("fork")
    started: list[tuple[ForkProcess, Connection]] = []
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(do, share, sender, os.getpid()), daemon=True)
            process.start()
            sender.close()
            started.append((process, receiver))
        yield [receiver for _, receiver in started]
    finally:
        for process, receiver in started:
            receiver.close()
            process.terminate()
            process.join()


def _work(do: Callable[[Item], Result], share: Sequence[Item], sender: Connection, parent: int) -> None:
    """Do a share in a process of its own; stop when the parent is gone, nobody waiting for the rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends this process
    done: list[Result] = []
    try:
        for item in share:
            if os.getppid() != parent:
                return
            done.append(do(item))
        sender.send((done, None))
    except BrokenPipeError:
        return
    except Exception as error:  # raised again by the parent, with the trace of this process
        error.add_note(traceback.format_exc())
        sender.send(([], error))


def _received(receiver: Connection) -> list[Any]:
    done: list[Any]
    try:
        done, error = receiver.recv()
    except EOFError:  # it ended without a word: the system killed it
        message = "un processus de la commande a été arrêté par le système, faute de mémoire peut-être."
        raise WorkerError(message) from None
    if error:
        raise error
    return done
