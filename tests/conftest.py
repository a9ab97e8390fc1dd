"""Kits that tests work on: the real one, and a small one that each test may break."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator import clock
from generator.check import check
from generator.diagnostic import Diagnostic
from generator.kit import gather

REPOSITORY = Path(__file__).resolve().parent.parent
MINIMAL = REPOSITORY / "tests" / "kits" / "minimal"
WRITTEN = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""When fixtures and entries were written: on a machine whose clock is behind, tests are run on that day."""
if date.today() < WRITTEN.date():
    os.environ.setdefault(clock.EPOCH, str(int(WRITTEN.timestamp())))

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="odl-cle-")  # the key of the caches is the user's own
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # of a run in the background, and of what it starts
    signal.signal(signal.SIGINT, signal.default_int_handler)

KIT_FOLDERS = ("content", "kit", "atd_offers", "overrides")


def copy_real_kit(folder: Path) -> Path:
    """Copy the real kit into a folder; give the root of the copy."""
    root = folder / "kit"
    for name in KIT_FOLDERS:
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@pytest.fixture
def small_kit(tmp_path: Path) -> Path:
    """A copy of the minimal kit, dressed with the real templates."""
    root = tmp_path / "kit"
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    return root


@pytest.fixture
def real_kit(tmp_path: Path) -> Path:
    """A copy of the real kit."""
    return copy_real_kit(tmp_path)


@pytest.fixture
def diagnose() -> Callable[[Path], list[Diagnostic]]:
    """Reads and checks a kit."""
    return lambda root: list(check(gather(root)))


def brief(found: Diagnostic) -> str:
    """Give a diagnostic as fixtures write it: `C103 7:5`."""
    return f"{found.code} {found.span.line}:{found.span.column}"
