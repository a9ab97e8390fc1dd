"""The search index made after the pages, in the background: `odl serve` shows an edit without waiting for it.

Until the new index is there, the pages have that of the former site.
"""

import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from generator import layout, publish, search
from generator.index_stamp import IndexStamp


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
        stamp = IndexStamp(self._root)
        if stamp.is_of(self._site):
            return
        made = self._root / layout.LATE_INDEX
        shutil.rmtree(made, ignore_errors=True)
        with search.indexing(self._root / layout.INDEXED, made) as index:
            self._follow(index.process)
            try:
                stamp.finish(index)
            finally:
                self._follow(None)
        search.put(made, self._site)

    def _follow(self, program: "subprocess.Popen[str] | None") -> None:
        """Keep the program that `stop` may end; end it at once if it was asked meanwhile."""
        with self._lock:
            self._program = program
            if program and self._is_stopped:
                program.terminate()
