"""content/ + mkdocs.yml -> frames: the engine renders the editorial pages and a few empty ones.

An empty page is made for each section and depth of the site, so that the engine's cost does not depend on
the number of entries and relative links stay right. What is its own (title, description, address, head,
body) is a token there; the page is cut once at its tokens, and filled by a join for each entry.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator import cache, layout, no_html
from generator.addresses import relative
from generator.cache import Cache
from generator.engine_words import refusal
from generator.entry_links import hold
from generator.frames import (
    BODY,
    DESCRIPTION,
    HEAD,
    TITLE,
    EngineError,
    Frame,
    FrameKey,
    frame_folder,
    read_frame,
)
from generator.kit import Kit
from generator.links import Links, is_internal
from generator.literals import Json
from generator.markdown import CODE
from generator.pages import Page
from generator.quotations import with_values

_NAME = "moteur"
_SAID = ".dit"
"""Suffix of what the engine says, beside its configuration."""
_PATH = r"(?P<path>[^()<>\s]+\.md(?:#[^()<>\s]*)?)(?=[)>\s]|$)"
_LINK = re.compile(rf"{CODE}|(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=\]: <)){_PATH}", re.MULTILINE | re.DOTALL)
"""A path to a Markdown file in a link; or a stretch of code, which is left as it is."""


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
    _stage(kit, wanted)
    output = Output(kit.root)
    if output.is_kept():
        yield Running(kit, wanted, output)
        return
    shutil.rmtree(kit.root / layout.ENGINE_OUTPUT, ignore_errors=True)
    with engine.start(kit.root / layout.STAGED_CONFIG) as process:
        try:
            yield Running(kit, wanted, output, process)
        finally:
            process.kill()


class Output:
    """What the engine makes of what is staged: it is kept as long as that does not change.

    Args:
        root: folder of the kit.
    """

    def __init__(self, root: Path) -> None:
        self._cache, self._folder = Cache(root), root / layout.ENGINE_OUTPUT
        staged = (layout.STAGED_DOCS, layout.STAGED_CONFIG, layout.TEMPLATES)
        self._read = tuple(root / name for name in staged)
        self._key = self._find_key()

    def _find_key(self) -> bytes:
        return cache.digest(cache.program(), cache.folder_digest(*self._read))

    def is_kept(self) -> bool:
        """Tell whether what stands there was made of the same, and nobody touched it."""
        return self._cache.load(_NAME, self._key) == cache.folder_digest(self._folder)

    def keep(self) -> None:
        """Note what stands there, unless what it was made from has changed meanwhile."""
        if self._find_key() == self._key:
            self._cache.save(_NAME, self._key, cache.folder_digest(self._folder))


def _stage(kit: Kit, keys: Iterable[FrameKey]) -> None:
    docs = kit.root / layout.STAGED_DOCS
    shutil.rmtree(docs, ignore_errors=True)
    links, folders = Links(kit), frozenset(canevas.folder for canevas in kit.definitions.canevases)
    for page in kit.pages:
        target = docs / page.path.removeprefix(f"{layout.CONTENT}/")
        _write(target, _head(page.title, page.description) + _staged_body(page, kit, links, folders))
    for path in kit.assets:
        target = docs / path.removeprefix(f"{layout.CONTENT}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(kit.root / path, target)
    for key in keys:
        head = _head(TITLE, DESCRIPTION, cadre="1", tete=HEAD)
        _write(docs / frame_folder(key) / "index.md", f"{head}\n{BODY}\n")
    _write(kit.root / layout.STAGED_CONFIG, yaml.safe_dump(_staged_config(kit), allow_unicode=True))


def _head(title: str, description: str, **others: str) -> str:
    """Write a page's head: nothing but these keys reaches the engine, which would obey the others."""
    lines = {"title": title, "description": description, **others}
    return (
        "---\n"
        + "".join(f"{name}: {json.dumps(v, ensure_ascii=False)}\n" for name, v in lines.items())
        + "---\n"
    )


def _staged_body(page: Page, kit: Kit, links: Links, folders: Collection[str]) -> str:
    """Quote the values of mkdocs.yml, turn paths to generated pages into their addresses, and hold those to
    entries.
    """

    def link(match: re.Match[str]) -> str:
        target = match["path"] or ""
        if not is_internal(target):
            return match[0]
        if held := hold(page, target, folders):
            return held
        found = links.address(page.path, target)
        return match[0] if found is None else relative(found, page.address)

    return _LINK.sub(link, with_values(page.document.body, kit.config))


def _staged_config(kit: Kit) -> dict[str, Json]:
    raw = {**kit.config.raw, "docs_dir": "docs", "site_dir": Path(layout.ENGINE_OUTPUT).name}
    named = raw.get("theme", {})
    theme = {
        **({"name": named} if isinstance(named, str) else named),
        "custom_dir": str(kit.root / layout.TEMPLATES),
    }
    quiet = {
        "nav": {"omitted_files": "ignore", "not_found": "ignore"},
        "links": {"unrecognized_links": "ignore", "not_found": "ignore", "anchors": "warn"},
    }
    edit = kit.config.edit_url(layout.CONTENT)
    edit_uri = {"edit_uri": f"{edit}/"} if edit else {}
    extra = {"extra": _quoted(kit.config.extra, kit)}
    extensions = {"markdown_extensions": [*raw.get("markdown_extensions", []), no_html.NAME]}
    return {**raw, **edit_uri, **extra, **extensions, "theme": theme, "nav": _menu(kit), "validation": quiet}


def _quoted(value: Json, kit: Kit) -> Json:
    """Quote in the texts of a value the other values of mkdocs.yml that they name."""
    if isinstance(value, dict):
        return {name: _quoted(part, kit) for name, part in value.items()}
    if isinstance(value, list):
        return [_quoted(part, kit) for part in value]
    return with_values(value, kit.config) if isinstance(value, str) else value


def _menu(kit: Kit) -> list[Json]:
    kinds = [{kind.plural: f"{kind.address}index.md"} for kind in kit.definitions.canevases]
    items = kit.config.raw.get("nav", [])
    return [part for item in items for part in (kinds if item == layout.KINDS_IN_MENU else [item])]


def _expect_pages(kit: Kit) -> None:
    output = kit.root / layout.ENGINE_OUTPUT
    missing = [page.path for page in kit.pages if not (output / page.address / "index.html").is_file()]
    if missing:
        message = f"le moteur n'a pas rendu {', '.join(missing)}"
        raise EngineError(message)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
