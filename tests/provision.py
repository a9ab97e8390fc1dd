"""Makes sure that a browser is there for the tests: the system's Chromium, else one that this may install.

Run by `make test` before pytest. Says in one sentence what to install when it may not.
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


def main() -> int:
    """Install a browser when there is none."""
    if find_browser() or _install_package() or _install_with_playwright():
        return 0
    print("Il faut un navigateur pour les tests : installez le paquet « chromium ».", file=sys.stderr)  # noqa: T201
    return 2


def _install_package() -> bool:
    """Ask the package manager, when it is Debian's and this may use it without a password."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if prefix and not shutil.which("sudo"):
        return False
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    return all(_runs([*prefix, *command]) for command in (["apt-get", "update", "--quiet"], install))


def _install_with_playwright() -> bool:
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"]) and find_browser() is not None


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 — slow to load, seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _runs(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
