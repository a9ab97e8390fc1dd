"""A kit that somebody writes: built again after each change, its faults and its site shown in browsers."""

from collections.abc import Callable
from pathlib import Path

from generator import building
from generator.board import Board, Shown, shown, summary
from generator.definitions import load
from generator.progress import Timings
from generator.publish import BusyError
from generator.reindex import Reindexing
from generator.steps import Options, Result
from generator.watch import Watch

_REFUSED = "Le site n'a pas été construit : cette page est du dernier site sans erreur."
_NO_SEARCH = "La recherche n'a pas été mise à jour : elle est celle d'avant."


class Session:
    """Builds a kit for `odl serve`.

    Args:
        root: folder of the kit.
        site: where its site goes.
        warn: says one sentence to who reads the terminal.
    """

    def __init__(self, root: Path, site: Path, warn: Callable[[str], object]) -> None:
        self.root, self.site, self.board = root, site, Board()
        self.watch = Watch(root, load(root).folders)
        self._warn = warn
        self._reindexing = Reindexing(root, site, self.board.publish_search, self._lose_search)
        self._options = Options(records=False, late=True)
        self._is_up = self._is_put_off = False

    def build(self, on_checked: Callable[[Result], None], timings: Timings) -> Result:
        """Build the pages, publish them, then make the rest in the background; if there is no former site to
        wait with, make it at once.

        A draft is not published: its addresses are not kept.

        Raises:
            As `building.build`: the former site is still up.
        """
        self._reindexing.stop()
        self._is_up = self._is_put_off = False
        self.board.work()
        try:
            result = building.build(self.root, self.site, on_checked, options=self._options, timings=timings)
        except BusyError:
            self._is_put_off = True
            raise
        self.watch.add(result.kit.definitions.folders)
        self._tell(result)
        if result.late is not None:
            self._reindexing.start(result.late)
        return result

    def _tell(self, result: Result) -> None:
        faults = shown(result.diagnostics, result.kit)
        words = summary(result.diagnostics, is_published=result.site is not None)
        if result.site is None:
            self.board.refuse(faults, words)
            return
        self._is_up = True
        self.board.publish(faults, words)

    def refuse(self, message: str) -> None:
        """Show in browsers why a build failed, other than by faults of the content."""
        self.board.refuse([Shown(message)], _REFUSED)

    def _lose_search(self, message: str) -> None:
        self.board.refuse([Shown(message)], _NO_SEARCH)
        self._warn(f"la recherche n'a pas été mise à jour : {message}")

    def is_due(self) -> bool:
        """Tell whether the site is to be built though no file has changed: another program was building it,
        or it is no longer there.
        """
        return self._is_put_off or self.has_lost_its_site()

    def has_lost_its_site(self) -> bool:
        """Tell whether the site that was built has been removed since, and say so."""
        if not self._is_up or self.site.is_dir():
            return False
        self._is_up = False
        self._warn(f"« {self.site} » a disparu : le site est construit à nouveau.")
        return True

    def close(self) -> None:
        """Stop what goes on in the background."""
        self._reindexing.stop()
        self.board.close()
