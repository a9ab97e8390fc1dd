"""Two folders that take each other's place in one step, where the system can."""

import ctypes
import os
from pathlib import Path

_HERE = -100
"""`AT_FDCWD`: paths are those of the process (Linux, fcntl.h)."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` (Linux, rename(2)); glibc has the call since 2.28, musl since 1.2.6."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one disk: at no moment is either name without a folder.

    Returns:
        Whether it was done: nothing has moved otherwise. Linux can, on the disks that know how (ext4, XFS,
        Btrfs, tmpfs, overlay); the other systems have no such call, or another one.
    """
    try:
        call = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    failed = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), ctypes.c_uint(_EXCHANGE))
    return not failed
