"""content/ + mkdocs.yml -> frames: the engine renders the editorial pages and a few empty ones.

An empty page is made for each section and depth of the site, so that the engine's cost does not depend on
the number of entries and relative links stay right. What is its own (title, description, address, head,
body) is a token there; the page is cut once at its tokens, and filled by a join for each entry.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import cache, layout
from generator.cache import Cache
from generator.engine_words import refusal
from generator.frames import EngineError, Frame, FrameKey, read_frame
from generator.kit import Kit
from generator.site_files import seal
from generator.staging import stage

_NAME = "moteur"
_SAID = ".dit"
"""Suffix of what the engine says, beside its configuration."""


@dataclass(frozen=True)
class Engine:
    """A site generator that reads `mkdocs.yml`, and how it is called."""

    command: tuple[str, ...]

    def start(self, config: Path) -> "subprocess.Popen[bytes]":
        """Start building the staged site; what it says goes to `config`, under another suffix."""
        command = [sys.executable, *(part.format(config=config) for part in self.command)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        with config.with_suffix(_SAID).open("wb") as said:
            return subprocess.Popen(  # noqa: S603 — the command is one of the table's
                command, stdout=said, stderr=said, env=environment
            )


ENGINES: Mapping[str, Engine] = {
    "mkdocs": Engine(("-m", "mkdocs", "build", "--strict", "--config-file", "{config}")),
    "properdocs": Engine(("-m", "properdocs", "build", "--strict", "--config-file", "{config}")),
}
"""Engines by the name that `extra.moteur` takes; `mkdocs` is installed, the other is the way out."""


@dataclass(frozen=True)
class Running:
    """An engine at work; without a process, what it made of the same pages before is there."""

    kit: Kit
    keys: tuple[FrameKey, ...]
    output: "Output"
    process: "subprocess.Popen[bytes] | None" = None

    def frames(self) -> dict[FrameKey, Frame]:
        """Wait for its end, and read the frames.

        Raises:
            EngineError: it failed, or did not make an expected page.
        """
        if self.process and (code := self.process.wait()):
            said = (self.kit.root / layout.STAGED_CONFIG).with_suffix(_SAID)
            raise EngineError(refusal(said.read_text("utf-8", "replace"), code))
        _expect_pages(self.kit)
        if self.process:
            self.output.keep()
        return {key: read_frame(self.kit.root, key) for key in self.keys}


@contextmanager
def running(kit: Kit, keys: Iterable[FrameKey]) -> Iterator[Running]:
    """Stage the editorial pages and the frames, and run the engine beside what is done meanwhile; it is
    stopped if that goes wrong. The entries of the kit need not be read.

    Raises:
        EngineError: there is no such engine.
    """
    wanted = tuple(sorted(keys))
    engine = ENGINES.get(kit.config.engine)
    if engine is None:
        message = f"« extra.moteur » vaut « {kit.config.engine} » ; moteurs connus : {', '.join(ENGINES)}."
        raise EngineError(message)
    output = Output(kit, wanted)
    if output.is_kept():
        yield Running(kit, wanted, output)
        return
    stage(kit, wanted)
    shutil.rmtree(kit.root / layout.ENGINE_OUTPUT, ignore_errors=True)
    with engine.start(kit.root / layout.STAGED_CONFIG) as process:
        try:
            yield Running(kit, wanted, output, process)
        finally:
            process.kill()


class Output:
    """What the engine makes of the editorial pages: it is kept as long as what it is made of does not change.

    Args:
        kit: that of the pages.
        keys: the frames that are wanted.
    """

    def __init__(self, kit: Kit, keys: Sequence[FrameKey]) -> None:
        self._cache, self._folder = Cache(kit.root), kit.root / layout.ENGINE_OUTPUT
        documents = (*kit.shaping, *(page.document for page in kit.pages))
        staged = repr((keys, kit.config.raw)).encode("utf-8", "surrogatepass")
        self._staged = cache.digest(cache.program(), cache.documents_digest(documents), staged)
        self._copied = [kit.root / path for path in (layout.TEMPLATES, *kit.assets)]
        self._key = self._find_key()

    def _find_key(self) -> bytes:
        return cache.digest(self._staged, cache.folder_digest(*self._copied))

    def is_kept(self) -> bool:
        """Tell whether what stands there was made of the same, and nobody touched it."""
        return self._cache.load(_NAME, self._key) == seal(self._folder)

    def keep(self) -> None:
        """Note what stands there, unless what it was made from has changed meanwhile."""
        if self._find_key() == self._key:
            self._cache.save(_NAME, self._key, seal(self._folder))


def _expect_pages(kit: Kit) -> None:
    output = kit.root / layout.ENGINE_OUTPUT
    missing = [page.path for page in kit.pages if not (output / page.address / "index.html").is_file()]
    if missing:
        message = f"le moteur n'a pas rendu {', '.join(missing)}"
        raise EngineError(message)
