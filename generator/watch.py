"""The files of a kit -> a sign after each change: what `odl serve` builds again for.

The system tells of changes as they come (watchdog); since some file systems tell nothing (a network's, a
virtual machine's), and some systems refuse to watch that many folders, the files are also looked at from time
to time. What counts is always what the files are: a save that changes nothing is no change.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator import layout
from generator.errors import CommandError

PERIOD = 2.0
"""Seconds between two looks at the files, when nothing is told of them."""
QUIET = 0.15
"""Seconds without a change that end a burst of them: an editor writes a file in several times, a command of
git writes many.
"""
_LONGEST = 2.0
"""Seconds after which a burst that has no end is answered."""
_EVENTS: list[type[events.FileSystemEvent]] = [
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]
"""What may change a site; a build opens and closes files, which must not call for another."""

Snapshot = dict[str, tuple[int, int]]
"""Modification time (ns) and size of each watched file."""
_Identity = tuple[int, int]


class KitGoneError(CommandError):
    """The kit is no longer there; the message says so, for a person."""


class Watch(events.FileSystemEventHandler):
    """Waits for changes of a kit. A folder once watched stays so: a canevas that cannot be read for a moment
    must not hide the entries of its kind.
    """

    def __init__(self, root: Path, watched: frozenset[str] = layout.FOLDERS) -> None:
        self._root, self._folders = root, watched
        self._signs: SimpleQueue[None] = SimpleQueue()
        self._observer = Observer()
        self._watches: dict[Path, tuple[_Identity, ObservedWatch]] = {}
        self._lost: set[Path] = set()
        self._seen = snapshot(root, watched)

    def add(self, watched: frozenset[str]) -> None:
        """Watch more folders of the kit, those that a new kind brings; what they hold is a change."""
        self._folders |= watched

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Note that something happened; the files tell what."""
        if isinstance(event, events.DirDeletedEvent | events.DirMovedEvent):
            self._lost.add(Path(os.fsdecode(event.src_path)))  # one made again may bear the same number
        self._signs.put(None)

    def changes(self, is_due: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Give a sign after each change or burst of changes, until it is left.

        Args:
            is_due: whether a sign is to be given though no file has changed.

        Raises:
            KitGoneError: the folder of the kit has been removed.
        """
        self._observer.start()
        try:
            while True:
                self._attend()
                seen = snapshot(self._root, self._folders)
                if seen != self._seen or is_due():
                    self._settle()
                    self._attend()  # before the look: what comes after it will be told
                    self._seen = snapshot(self._root, self._folders)
                    yield
                self._wait(PERIOD)
        finally:
            self._observer.stop()

    def _settle(self) -> None:
        """Let a burst of changes end."""
        end = monotonic() + _LONGEST
        while self._wait(QUIET) and monotonic() < end:
            pass

    def _wait(self, patience: float) -> bool:
        """Wait for something to happen, and tell whether it did; what happened since is the same sign."""
        try:
            self._signs.get(timeout=patience)
        except Empty:
            return False
        while not self._signs.empty():
            self._signs.get_nowait()
        return True

    def _attend(self) -> None:
        """Have the system tell of the folders that are there: one that was removed and made again is
        another.
        """
        if not self._root.is_dir():
            message = f"« {self._root} » n'est plus là : il n'y a plus rien à construire."
            raise KitGoneError(message)
        self._attend_to(self._root, recursive=False)
        for name in sorted(self._folders):
            self._attend_to(self._root / name, recursive=True)

    def _attend_to(self, folder: Path, *, recursive: bool) -> None:
        identity = _identity(folder)
        known = self._watches.get(folder)
        if known and known[0] == identity and folder not in self._lost:
            return
        self._lost.discard(folder)
        try:
            if known:
                del self._watches[folder]
                self._observer.unschedule(known[1])
            if identity:
                made = self._observer.schedule(self, str(folder), recursive=recursive, event_filter=_EVENTS)
                self._watches[folder] = (identity, made)
        except (OSError, KeyError):
            return  # the system refuses, or the folder has just gone: the next look will see


def _identity(folder: Path) -> _Identity | None:
    """Tell a folder from another of the same name; None when there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if folder.is_dir() else None


def snapshot(root: Path, watched: frozenset[str] = layout.FOLDERS) -> Snapshot:
    """Note the state of the configuration and of every file of these folders."""
    return dict(_states(root, watched))


def _states(root: Path, watched: frozenset[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from _state(str(root / layout.MARKER))
    for name in sorted(watched):
        for folder, inside, files in os.walk(root / name):
            inside[:] = [name for name in inside if not name.startswith(".")]
            for file in files:
                if not _is_scratch(file):
                    yield from _state(os.path.join(folder, file))  # noqa: PTH118 — for thousands of files


def _is_scratch(name: str) -> bool:
    """Tell the files that editors write beside the one they edit."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp"))


def _state(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        status = os.lstat(path)
    except OSError:
        return  # gone between the listing and the look: the next look will tell
    yield path, (status.st_mtime_ns, status.st_size)
