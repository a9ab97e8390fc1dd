"""build/ -> site/: the new site is put together apart, then takes the place of the former one."""

import errno
import fcntl
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from generator import layout
from generator.addresses import DATA
from generator.exchange import exchange
from generator.french import reason
from generator.render import Job, Rendered
from generator.site_links import PageLinks, anchors_and_links
from generator.store import Kept, Store
from generator.workers import spread

_LEFT = ("odljeton*", "sitemap.xml*")
"""What is left of the engine's output, wherever it stands: the frames, and a sitemap that names them."""

_SHARE = 60
"""Pages from which it pays to share out the work: writing one takes a millisecond or two, and starting a
process a few tens of them.
"""
_AT_THE_TOP = ("index.html", layout.LOST, "sitemap.xml", "sitemap-*.xml")
"""Files that a site of ours has beside its folders."""
_ASSETS = "assets"
_NAMED = re.compile(rf"""(?<=["'/])({_ASSETS}/[^"'\s?#]+)""")
"""A file of the folder where the engine puts those of its theme and ours, as a page names it."""


class PublishError(Exception):
    """The site cannot be put in place; the message says why, for a person."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other builds of the same kit out while one runs.

    The system lifts the lock of a program that dies, once those that it forked are dead too.

    Raises:
        PublishError: another one is running.
        OSError: the folder of builds cannot be written.
    """
    lock = root / layout.LOCK
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = "une autre construction de ce kit est en cours ; attendez qu'elle finisse."
            raise PublishError(message) from None
        yield


def assemble(
    root: Path,
    pages: Iterable[Job],
    store: Store | None = None,
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> tuple[Path, dict[str, PageLinks]]:
    """Write the next site in `build/`: the engine's files, then ours; beside it, what the search indexes.

    Args:
        root: folder of the kit.
        pages: what writes our pages.
        store: pages made by former builds, written as they are; those made now are kept there.
        tell: called with how many pages are written, about, and how many there are.

    Returns:
        Its folder, and what each of our pages names, by its path.
    """
    site, indexed = root / layout.NEXT_SITE, root / layout.INDEXED
    for former in (site, indexed):
        shutil.rmtree(former, ignore_errors=True)
    engine = root / layout.ENGINE_OUTPUT
    unused = _unused(engine, root / layout.TEMPLATES)
    for path in sorted(engine.rglob("*")):
        place = path.relative_to(engine)
        if path.is_file() and place not in unused and not _is_left(place):
            (site / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, site / place)
    store = store or Store()
    made = spread(partial(_make, site, indexed, store), tuple(pages), _SHARE, tell)
    store.keep(kept for _, kept, _ in made)
    return site, {path: links for path, _, links in made}


def _make(site: Path, indexed: Path, store: Store, job: Job) -> tuple[str, Kept, PageLinks]:
    """Write a page, made now or by a former build; give its path, what is to be kept of it, what it names."""
    page = store.page(job) or job.make()
    write(site, page)
    if page.indexed:
        write(indexed, Rendered(page.path, page.indexed))
    return page.path, store.kept(job, page), anchors_and_links(page.text)


def _is_left(place: Path) -> bool:
    return any(fnmatch(part, pattern) for part in place.parts for pattern in _LEFT)


def _unused(engine: Path, ours: Path) -> set[Path]:
    """Give the assets of the theme that no page of the engine names: nothing else can load them."""
    named = {name for page in engine.rglob("*.html") for name in _NAMED.findall(page.read_text("utf-8"))}
    assets = {path.relative_to(engine) for path in (engine / _ASSETS).rglob("*")}
    return {place for place in assets if place.as_posix() not in named and not (ours / place).is_file()}


def write(site: Path, page: Rendered) -> None:
    """Write one file of the site.

    Raises:
        PublishError: its path leads out of the site.
    """
    target, parts = site / page.path, page.path.split("/")
    if ".." in parts or not parts[0]:
        message = f"« {page.path} » sortirait du site : une fiche a un identifiant qui n'en est pas un."
        raise PublishError(message)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(page.content)


def refuse_place(root: Path, site: Path) -> None:
    """Refuse to build where something else than a former site stands, or among the sources of the kit.

    Raises:
        PublishError: with the reason.
    """
    inside = site.relative_to(root).parts if site.is_relative_to(root) else ()
    if len(inside) > 1:
        message = f"« {site} » est parmi les sources du kit. Choisissez un autre dossier."
        raise PublishError(message)
    _refuse_foreign(site)


def _refuse_foreign(site: Path) -> None:
    if site.exists() and not is_ours(site):
        message = f"« {site} » n'est pas un site du kit : il ne sera pas effacé. Choisissez un autre dossier."
        raise PublishError(message)


def recover(site: Path) -> None:
    """Put back in order what a build that died left beside a site: the former one if it had no time to give
    it a successor, then nothing else.
    """
    former, arriving = _beside(site)
    if former.exists() and not site.exists():
        former.rename(site)
    for leftover in (former, arriving):
        _remove(leftover)


def swap(new: Path, site: Path) -> None:
    """Put a new site in the place of the former one.

    Where the system can exchange two folders, there is a whole site at every moment. Elsewhere two renames
    do it: a program killed just between them leaves none, and `recover` brings the former one back.

    Raises:
        PublishError: the place is taken by something else than a former site, or cannot be written; the
            former site is there.
    """
    _refuse_foreign(site)
    former, arriving = _beside(site)
    try:
        recover(site)
        site.parent.mkdir(parents=True, exist_ok=True)
        _move(new, arriving)
        if not site.exists() or not exchange(arriving, site):
            _rename(arriving, site, former)
    except OSError as error:
        message = f"« {site} » n'a pas pu être écrit : {reason(error)}."
        raise PublishError(message) from error
    finally:
        with suppress(OSError):
            recover(site)


def _beside(site: Path) -> tuple[Path, Path]:
    """Give the names that the former site and the new one have beside the place, for a moment."""
    return site.with_name(f".{site.name}.ancien"), site.with_name(f".{site.name}.nouveau")


def _move(new: Path, arriving: Path) -> None:
    """Bring the new site beside its place; by a copy when it comes from another disk."""
    try:
        new.rename(arriving)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(new, arriving)


def _rename(arriving: Path, site: Path, former: Path) -> None:
    if site.exists():
        site.rename(former)
    arriving.rename(site)


def is_ours(site: Path) -> bool:
    """Tell whether a folder is empty or holds a site made by this program, told by its open data, and no
    file that somebody added (a git repository, a CNAME…).
    """
    names = {path.name for path in site.iterdir()} if site.is_dir() else set()
    added = [name for name in names if name.startswith(".") or (site / name).is_file()]
    strange = [name for name in added if not any(fnmatch(name, known) for known in _AT_THE_TOP)]
    return site.is_dir() and (not names or ((site / DATA).is_file() and not strange))


def _remove(folder: Path) -> None:
    """Remove a former site, read-only or not."""
    for path in (folder, *folder.rglob("*")) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            path.chmod(path.stat().st_mode | stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
