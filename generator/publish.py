"""build/ -> site/: the new site is put together apart, then takes the place of the former one."""

import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path

from generator import layout, register
from generator.addresses import DATA, entry_addresses
from generator.errors import CommandError
from generator.exchange import exchange
from generator.french import reason
from generator.kit import Kit
from generator.rendered import Rendered
from generator.site_files import beside

_AT_THE_TOP = ("index.html", layout.LOST, "sitemap.xml", "sitemap-*.xml")
"""Files that a site of ours has beside its folders."""


class PublishError(CommandError):
    """The site cannot be put in place; the message says why, for a person."""


class BusyError(PublishError):
    """Another program builds the same kit; the message says so, for a person."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other builds of the same kit out while one runs.

    The system lifts the lock of a program that dies, once those that it forked are dead too.

    Raises:
        BusyError: another one is running.
        PublishError: its folders are links to elsewhere.
        OSError: the folder of builds cannot be written.
    """
    _refuse_links(root)
    lock = root / layout.LOCK
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = "une autre construction de ce kit est en cours ; attendez qu'elle finisse."
            raise BusyError(message) from None
        yield


def _refuse_links(root: Path) -> None:
    """Refuse to write or clean in a folder that is elsewhere: a pull request may bring a link named so."""
    for name in (layout.NEXT_SITE, layout.INDEXED, layout.CACHE):
        for path in (root / name, (root / name).parent):
            if path.is_symlink():
                message = f"« {path} » est un lien vers un autre dossier. Supprimez ce lien."
                raise PublishError(message)


def write(site: Path, page: Rendered) -> str:
    """Write one file of the site; give its path.

    Raises:
        PublishError: its path leads out of the site.
    """
    parts = page.path.split("/")
    if ".." in parts or not parts[0]:
        message = f"« {page.path} » sortirait du site : une fiche a un identifiant qui n'en est pas un."
        raise PublishError(message)
    target = f"{site}/{page.path}"
    _make_folder(target.rpartition("/")[0])
    with open(target, "wb") as file:  # noqa: PTH123 — as below
        file.write(page.content)
    return page.path


def _make_folder(folder: str) -> None:
    """Make a folder that most often has all those above it: `Path` takes twice as long, for thousands."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def write_all(site: Path, files: Iterable[Rendered]) -> frozenset[str]:
    """Write files of the site; give their paths."""
    return frozenset(write(site, file) for file in files)


def replace(made: Path, site: Path, paths: Iterable[str]) -> None:
    """Put files of a folder in the place of those of a site, each in one step."""
    for path in paths:
        (made / path).replace(site / path)


def record(kit: Kit) -> str:
    """Add to the register of a kit the addresses that it lacks; give what was added.

    Raises:
        RegisterError: it cannot be written.
    """
    added = register.missing(kit.register.text, entry_addresses(kit))
    register.record(kit.root, added)
    return added


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
    former, arriving = beside(site)
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
    former, arriving = beside(site)
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
