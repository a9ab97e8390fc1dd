"""The search index made after the pages, in the background: `odl serve` shows an edit without waiting for it.

Until the new index is there, the pages have that of the former site.
"""

import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import layout, publish, search


class Reindexing:
    """The indexing of the last pages; starting another one, or building again, first stops it.

    Args:
        root: folder of the kit.
        site: folder of its site, already published.
        on_done: called from another thread once the new index is up.
        on_failed: called from another thread with the reason, when there will be none.
    """

    def __init__(
        self, root: Path, site: Path, on_done: Callable[[], object], on_failed: Callable[[str], object]
    ) -> None:
        self._root, self._site, self._on_done, self._on_failed = root, site, on_done, on_failed
        self._thread = threading.Thread()
        self._program: subprocess.Popen[str] | None = None
        self._lock, self._is_stopped = threading.Lock(), False

    def start(self) -> None:
        """Index the pages of the last build."""
        self.stop()
        self._is_stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give up; on return, nothing of the site nor of the folder of builds is used any more."""
        with self._lock:
            self._is_stopped = True
            if self._program:
                self._program.terminate()
        self.join()

    def join(self) -> None:
        """Wait until the index is up."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            with publish.alone(self._root):
                self._index()
        except publish.PublishError:
            return  # another program builds this kit: it makes the index too
        except (search.SearchError, OSError, ValueError) as error:
            if not self._is_stopped:
                self._on_failed(str(error))
            return
        self._on_done()

    def _index(self) -> None:
        made = self._root / layout.LATE_INDEX
        shutil.rmtree(made, ignore_errors=True)
        search.index(self._root / layout.INDEXED, made, self._call)
        search.put(made, self._site)

    def _call(self, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
        """Run a program that `stop` may end."""
        with self._lock:
            if self._is_stopped:
                return subprocess.CompletedProcess(command, 1, "", "")
            pipe = subprocess.PIPE
            self._program = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True)  # noqa: S603 — Pagefind
        try:
            out, error = self._program.communicate()
        finally:
            with self._lock:
                program, self._program = self._program, None
        return subprocess.CompletedProcess(command, program.returncode, out, error)
