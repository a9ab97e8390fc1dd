"""The engine's files and our pages -> the next site, put together in `build/`."""

import re
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from generator import layout
from generator.errors import CommandError
from generator.publish import write
from generator.rendered import Job, Rendered
from generator.searchable import MARK
from generator.site_files import inherit, lay_out
from generator.site_links import PageLinks, anchors_and_links
from generator.store import Made, Store
from generator.workers import Tell, spread, untold

_LEFT = ("odljeton*", "sitemap.xml*")
"""What is left of the engine's output, wherever it stands: the frames, and a sitemap that names them."""

_SHARE = 60
"""Pages from which it pays to share out the work: writing one takes a millisecond or two, and starting a
process a few tens of them.
"""
_ASSETS = "assets"
_NAMED = re.compile(rf"""(?<=["'/])({_ASSETS}/[^"'\s?#]+)""")
"""A file of the folder where the engine puts those of its theme and ours, as a page names it."""


class AssemblyError(CommandError):
    """A page cannot be put in the site; the message says why, for a person."""


@dataclass(frozen=True)
class NextSite:
    """A site put together in `build/`, before it takes the place of the former one.

    `pages` are ours, by path; `inherited` are the paths of those that stand in the former one, unchanged;
    `copied` are those of the engine's files; `left` are the jobs of the pages that are still to be made.
    """

    folder: Path
    pages: Mapping[str, Made]
    copied: frozenset[str]
    inherited: frozenset[str]
    left: tuple[Job, ...] = ()

    @property
    def links(self) -> dict[str, PageLinks]:
        """What each of our pages names, by its path."""
        return {path: page.links for path, page in self.pages.items()}


def assemble(
    root: Path,
    jobs: Sequence[Job],
    store: Store,
    tell: Tell = untold,
) -> NextSite:
    """Write in `build/` what the former site lacks: the engine's files, then the pages of ours that have
    changed, but those that no search finds, which `complete` writes; beside it, what the search indexes.

    Args:
        root: folder of the kit.
        jobs: what writes our pages.
        store: tells which of them stand in the former site.
        tell: told of the pages that are written.
    """
    site, indexed = root / layout.NEXT_SITE, root / layout.INDEXED
    shutil.rmtree(site, ignore_errors=True)
    copied = _copy_engine(root, {job.path for job in jobs})
    standing = {job.path: store.pages[job.path] for job in jobs if store.stands(job)}
    lay_out(indexed, [job.path for job in jobs], standing)
    missing = [job for job in jobs if job.path not in standing]
    left = tuple(job for job in missing if not job.is_found)
    for job in left:
        (indexed / job.path).unlink(missing_ok=True)
    found = tuple(job for job in missing if job.is_found)
    made = {page.path: page for page in spread(partial(_make, site, indexed, store), found, _SHARE, tell)}
    return NextSite(site, standing | made, copied, frozenset(standing), left)


def complete(new: NextSite, root: Path, store: Store, tell: Tell = untold, *, is_alone: bool) -> NextSite:
    """Write the pages of ours that are left.

    Args:
        new: a site that `assemble` gave.
        root: folder of the kit.
        store: as there.
        tell: as there.
        is_alone: whether nothing else is at work, so that the pages may be shared out between processes.
    """
    make = partial(_make, new.folder, root / layout.INDEXED, store)
    made = spread(make, new.left, _SHARE if is_alone else len(new.left) + 1, tell)
    return replace(new, pages={**new.pages, **{page.path: page for page in made}}, left=())


def _copy_engine(root: Path, ours: Collection[str]) -> frozenset[str]:
    """Take what the engine wrote, but for the pages that we write; give the paths."""
    engine, site = root / layout.ENGINE_OUTPUT, root / layout.NEXT_SITE
    left = {*_unused(engine, root / layout.TEMPLATES), *map(Path, ours)}
    places = (path.relative_to(engine) for path in sorted(engine.rglob("*")) if path.is_file())
    copied = [place for place in places if place not in left and not _is_left(place)]
    names = frozenset(place.as_posix() for place in copied)
    inherit(engine, site, names)
    return names


def _make(site: Path, indexed: Path, store: Store, job: Job) -> Made:
    """Make a page, and write it with what the search indexes of it."""
    page = job.make()
    write(site, page)
    if page.indexed and job.is_found:
        write(indexed, Rendered(page.path, page.indexed))
    elif page.indexed:
        found = "la recherche ne trouve que les fiches et les pages de content/"
        message = f"« {page.path} » porte « {MARK} » : {found}."
        raise AssemblyError(message)
    else:
        (indexed / page.path).unlink(missing_ok=True)
    return store.made(job, site, anchors_and_links(page.text))


def _is_left(place: Path) -> bool:
    return any(fnmatch(part, pattern) for part in place.parts for pattern in _LEFT)


def _unused(engine: Path, ours: Path) -> set[Path]:
    """Give the assets of the theme that no page of the engine names: nothing else can load them."""
    named = {name for page in engine.rglob("*.html") for name in _NAMED.findall(page.read_text("utf-8"))}
    assets = {path.relative_to(engine) for path in (engine / _ASSETS).rglob("*")}
    return {place for place in assets if place.as_posix() not in named and not (ours / place).is_file()}
