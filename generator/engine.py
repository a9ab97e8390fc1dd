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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from markupsafe import escape

from generator import layout, no_html
from generator.addresses import relative
from generator.engine_words import refusal
from generator.kit import Kit
from generator.links import Links, is_internal
from generator.literals import Json
from generator.markdown import CODE
from generator.pages import Page
from generator.plan import PagePlan
from generator.quotations import with_values
from generator.typography import typeset, typeset_html

_TITLE, _DESCRIPTION, _HEAD, _BODY = (f"odljeton{name}" for name in ("titre", "description", "tete", "corps"))
_FOLDER = "odljetondossier"
_PATH = r"(?P<path>[^()<>\s]+\.md(?:#[^()<>\s]*)?)(?=[)>\s]|$)"
_INDENT = re.compile(r"\n\s+")
"""What the engine leaves around the tags of a frame, which every page would carry."""
_LINK = re.compile(rf"{CODE}|(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=\]: <)){_PATH}", re.MULTILINE | re.DOTALL)
"""A path to a Markdown file in a link; or a stretch of code, which is left as it is."""


@dataclass(frozen=True)
class Engine:
    """A site generator that reads `mkdocs.yml`, and how it is called."""

    command: tuple[str, ...]

    def run(self, config: Path) -> None:
        """Build the staged site.

        Raises:
            EngineError: the engine refused, with its own words.
        """
        command = [sys.executable, *(part.format(config=config) for part in self.command)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(  # noqa: S603 — the command is one of the table's
            command, capture_output=True, text=True, env=environment, check=False
        )
        if done.returncode:
            raise EngineError(refusal(done.stderr or done.stdout, done.returncode))


class EngineError(Exception):
    """The engine did not make what is expected of it; the message says what."""


ENGINES: Mapping[str, Engine] = {
    "mkdocs": Engine(("-m", "mkdocs", "build", "--strict", "--config-file", "{config}")),
    "properdocs": Engine(("-m", "properdocs", "build", "--strict", "--config-file", "{config}")),
}
"""Engines by the name that `extra.moteur` takes; `mkdocs` is installed, the other is the way out."""


@dataclass(frozen=True)
class Frame:
    """A page of the engine cut at its tokens: literal parts and, between them, names of holes."""

    parts: tuple[str, ...]
    holes: tuple[str, ...]

    def fill(self, page: PagePlan, head: str, body: str) -> str:
        """Give the page with its holes filled; title and description are escaped, the rest is HTML."""
        values = {
            _TITLE: str(escape(typeset(page.title))),
            _DESCRIPTION: str(escape(typeset(page.description))),
            _HEAD: head,
            _BODY: body,
            _FOLDER: page.address,
        }
        filled = [values[hole] for hole in self.holes]
        return "".join(part for pair in zip(self.parts, [*filled, ""], strict=True) for part in pair)


FrameKey = tuple[str, int]
"""Section of the site and depth: what a frame is made for."""


def frames(kit: Kit, plans: Iterable[PagePlan]) -> dict[FrameKey, Frame]:
    """Stage the editorial pages and the frames that the plans need, run the engine, read the frames.

    Raises:
        EngineError: the engine failed, or did not make an expected page.
    """
    keys = sorted({(plan.section, plan.depth) for plan in plans})
    _stage(kit, keys)
    engine = ENGINES.get(kit.config.engine)
    if engine is None:
        message = f"« extra.moteur » vaut « {kit.config.engine} » ; moteurs connus : {', '.join(ENGINES)}."
        raise EngineError(message)
    engine.run(kit.root / layout.STAGED_CONFIG)
    _expect_pages(kit)
    return {key: _read_frame(kit.root, key) for key in keys}


def frame_folder(key: FrameKey) -> str:
    """Give the folder of a frame: the page itself at depth 1, else a folder of the same depth."""
    section, depth = key
    return "/".join([section, *[_FOLDER] * (depth - 1)])


def _stage(kit: Kit, keys: Iterable[FrameKey]) -> None:
    docs = kit.root / layout.STAGED_DOCS
    for folder in (docs, kit.root / layout.ENGINE_OUTPUT):
        shutil.rmtree(folder, ignore_errors=True)
    links = Links(kit)
    for page in kit.pages:
        target = docs / page.path.removeprefix(f"{layout.CONTENT}/")
        _write(target, _head(page.title, page.description) + _staged_body(page, kit, links))
    for path in kit.assets:
        target = docs / path.removeprefix(f"{layout.CONTENT}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(kit.root / path, target)
    for key in keys:
        head = _head(_TITLE, _DESCRIPTION, cadre="1", tete=_HEAD)
        _write(docs / frame_folder(key) / "index.md", f"{head}\n{_BODY}\n")
    _write(kit.root / layout.STAGED_CONFIG, yaml.safe_dump(_staged_config(kit), allow_unicode=True))


def _head(title: str, description: str, **others: str) -> str:
    """Write a page's head: nothing but these keys reaches the engine, which would obey the others."""
    lines = {"title": title, "description": description, **others}
    return (
        "---\n"
        + "".join(f"{name}: {json.dumps(v, ensure_ascii=False)}\n" for name, v in lines.items())
        + "---\n"
    )


def _staged_body(page: Page, kit: Kit, links: Links) -> str:
    """Quote the values of mkdocs.yml, and turn paths to generated pages into their addresses."""

    def link(match: re.Match[str]) -> str:
        target = match["path"] or ""
        found = links.address(page.path, target) if is_internal(target) else None
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
        "links": {"unrecognized_links": "ignore", "anchors": "warn"},
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


def _read_frame(root: Path, key: FrameKey) -> Frame:
    folder = frame_folder(key)
    file = root / layout.ENGINE_OUTPUT / folder / "index.html"
    if not file.is_file():
        message = f"le moteur n'a pas rendu le cadre {folder}/"
        raise EngineError(message)
    return cut(typeset_html(file.read_text("utf-8")), f"{folder}/")


def cut(text: str, folder: str) -> Frame:
    """Cut the engine's page at its tokens.

    Args:
        text: the page.
        folder: the folder of the frame, with a final `/`, as it stands in the canonical link.

    Raises:
        EngineError: a token is missing or left, so that the pages would lack a part or show it.
    """
    tokens = {
        f"<p>{_BODY}</p>": _BODY,
        _BODY: _BODY,
        _TITLE: _TITLE,
        _DESCRIPTION: _DESCRIPTION,
        _HEAD: _HEAD,
    }
    if _FOLDER in folder:
        tokens |= {folder: _FOLDER}
    pieces = re.split(f"({'|'.join(map(re.escape, tokens))})", _INDENT.sub("\n", text))
    holes = tuple(tokens[piece] for piece in pieces[1::2])
    if missing := {_TITLE, _DESCRIPTION, _BODY, _HEAD} - set(holes):
        message = f"le cadre {folder} n'a pas de place pour {', '.join(sorted(missing))}"
        raise EngineError(message)
    parts = tuple(pieces[::2])
    if any(_FOLDER in part for part in parts):
        message = f"le cadre {folder} garde une adresse d'attente que le moteur a écrite autrement"
        raise EngineError(message)
    return Frame(parts, holes)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
