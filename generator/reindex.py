"""The search index and the open data made after the pages, in the background: `odl serve` shows an edit
without waiting for them. Until they are there, the pages have those of the former site.
"""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import Path

from generator import layout, publish, search
from generator.index_stamp import IndexStamp
from generator.rendered import Rendered
from generator.steps import Exports


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
        self._files: Exports = tuple

    def start(self, files: Exports = tuple) -> None:
        """Index the pages of the last build, and write what it left to write."""
        self.stop()
        self._files = files
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
                self._make()
        except publish.PublishError:
            return  # another program builds this kit: it makes the index too
        except (search.SearchError, OSError, ValueError) as error:
            if not self._is_stopped:
                self._on_failed(str(error))
            return
        self._on_done()

    def _make(self) -> None:
        made, stamp = self._root / layout.LATE, IndexStamp(self._root)
        shutil.rmtree(made, ignore_errors=True)
        files = takewhile(self._goes_on, self._files())
        if stamp.is_of(self._site):
            written = publish.write_all(made, files)
        else:
            written = self._indexed(made, stamp, files)
            search.put(made, self._site)
        publish.replace(made, self._site, written)

    def _indexed(self, made: Path, stamp: IndexStamp, files: Iterable[Rendered]) -> frozenset[str]:
        """Make the index in a folder, and beside it write files there."""
        with search.indexing(self._root / layout.INDEXED, made) as index:
            self._follow(index.process)
            try:
                written = publish.write_all(made, files)
                stamp.finish(index)
            finally:
                self._follow(None)
        return written

    def _goes_on(self, _file: Rendered) -> bool:
        return not self._is_stopped

    def _follow(self, program: "subprocess.Popen[str] | None") -> None:
        """Keep the program that `stop` may end; end it at once if it was asked meanwhile."""
        with self._lock:
            self._program = program
            if program and self._is_stopped:
                program.terminate()
