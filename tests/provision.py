"""Makes sure that what browser tests need is there: a Chromium, and the library that Playwright loads.

Run by `make test` before pytest. Uses what the system has; else installs it where this may; else says in one
sentence what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_browser() -> str | None:
    """Give the path of a Chromium: the one of `ODL_CHROMIUM`, the system's, or Playwright's own."""
    wanted = os.environ.get("ODL_CHROMIUM")
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return wanted or found or _playwright_browser()


def driver_runs() -> bool:
    """Tell whether Playwright's driver starts: it needs a library that the smallest systems lack."""
    return _runs([sys.executable, "-m", "playwright", "--version"])


def main() -> int:
    """Install what is missing."""
    if not driver_runs():
        _install_package("libatomic1")
    if driver_runs() and not find_browser():
        _ = _install_package("chromium") or _runs([sys.executable, "-m", "playwright", "install", "chromium"])
    if driver_runs() and find_browser():
        return 0
    wanted = "« chromium »" if driver_runs() else "« libatomic1 » et « chromium »"
    print(f"Il faut un navigateur pour les tests : installez {wanted}.", file=sys.stderr)  # noqa: T201
    return 2


def _install_package(name: str) -> bool:
    """Ask the package manager, when it is Debian's and this may use it without a password."""
    if not shutil.which("apt-get") or not (os.geteuid() == 0 or shutil.which("sudo")):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", name]
    return all(_runs([*prefix, *command]) for command in (["apt-get", "update", "--quiet"], install))


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 — slow to load, seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _runs(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = subprocess.DEVNULL
    return subprocess.run(command, check=False, env=environment, stdout=quiet, stderr=quiet).returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
