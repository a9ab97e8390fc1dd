"""content/ + mkdocs.yml -> what the engine is given: editorial pages, empty ones for frames, settings."""

import json
import re
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

import yaml

from generator import layout, no_html
from generator.addresses import relative
from generator.entry_links import hold
from generator.frames import BODY, DESCRIPTION, HEAD, TITLE, FrameKey, frame_folder
from generator.kit import Kit
from generator.links import Links, is_internal
from generator.literals import Json
from generator.markdown import CODE
from generator.pages import Page
from generator.quotations import with_values

_PATH = r"(?P<path>[^()<>\s]+\.md(?:#[^()<>\s]*)?)(?=[)>\s]|$)"
_LINK = re.compile(rf"{CODE}|(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=\]: <)){_PATH}", re.MULTILINE | re.DOTALL)
"""A path to a Markdown file in a link; or a stretch of code, which is left as it is."""


def stage(kit: Kit, keys: Iterable[FrameKey]) -> None:
    """Write in `build/` what the engine is given; its entries need not be read.

    Args:
        kit: the kit.
        keys: the frames that are wanted.
    """
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


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
