"""The files of a site, without reading them; and those of a former one given to the next."""

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from generator import cache

State = tuple[int, int]
"""Size of a file and time of its last change, in nanoseconds."""


def state(file: Path | str) -> State | None:
    """Give what tells whether a file was touched; None when it is not there."""
    try:
        found = os.stat(file, follow_symlinks=False)  # noqa: PTH116 — for thousands of files
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def site_files(site: Path) -> dict[str, State]:
    """Give the files of a site by their path in it, in no order; none when it is not there, or goes away
    meanwhile.
    """
    try:
        return _walked(site)[0]
    except OSError:
        return {}


def _walked(top: Path) -> tuple[dict[str, State], set[str]]:
    """Give the files below a folder, and the folders, itself included as an empty text.

    Raises:
        OSError: one is not there, or goes away meanwhile.
    """
    files: dict[str, State] = {}
    folders, left = {""}, [(str(top), "")]
    while left:
        folder, place = left.pop()
        with os.scandir(folder) as found:
            for item in found:
                name = place + item.name
                if item.is_dir(follow_symlinks=False):
                    folders.add(name)
                    left.append((item.path, f"{name}/"))
                else:
                    status = item.stat(follow_symlinks=False)
                    files[name] = status.st_size, status.st_mtime_ns
    return files, folders


def beside(site: Path) -> tuple[Path, Path]:
    """Give the names that the former site and the new one have beside the place, for a moment."""
    return site.with_name(f".{site.name}.ancien"), site.with_name(f".{site.name}.nouveau")


def seal(folder: Path) -> bytes:
    """Give what tells whether a file of a folder was touched, wherever the folder is moved."""
    return cache.digest(repr(sorted(site_files(folder).items())).encode("utf-8", "surrogateescape"))


def lay_out(folder: Path, paths: Collection[str], kept: Iterable[str]) -> None:
    """Make the folders of files in the order of their names, nothing left beside: some systems list them as
    they were made, and Pagefind ranks so the pages of one length.

    Args:
        folder: where they go.
        paths: the files, in it.
        kept: those that are there already, and stay; the others go if the folders are to be made.
    """
    former = folder.with_name(f"{folder.name}.ancien")
    shutil.rmtree(former, ignore_errors=True)  # what a dead build left
    wanted = _folders(paths)
    if folder.exists():
        files, folders = _walked(folder)
        if folders == wanted:
            for path in files.keys() - paths:
                (folder / path).unlink()
            return
        folder.rename(former)
    folder.parent.mkdir(parents=True, exist_ok=True)
    for name in sorted(wanted):
        os.mkdir(f"{folder}/{name}")  # noqa: PTH102 — for thousands of folders
    for path in kept:
        if (former / path).is_file():
            (former / path).rename(folder / path)
    shutil.rmtree(former, ignore_errors=True)


def _folders(paths: Iterable[str]) -> set[str]:
    """Give the folders of files, those that hold them included."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def inherit(former: Path, new: Path, paths: Iterable[str]) -> None:
    """Give the next site files of the former one, as they are: each has two names until the former one goes.

    Args:
        former: folder of the former site.
        new: folder of the next one, which has none of these files.
        paths: the files, in the site.
    """
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (new / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _link(f"{former}/{path}", f"{new}/{path}")


def _link(file: str, other: str) -> None:
    try:
        os.link(file, other, follow_symlinks=False)
    except OSError:  # another disk, or one without such links
        shutil.copy2(file, other, follow_symlinks=False)
