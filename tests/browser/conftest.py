"""The real kit and a large one, each built once and served on this machine, and a real Chromium."""

import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench import corpus
from generator.building import build
from generator.layout import MARKER
from generator.serve import open_server
from tests.conftest import copy_real_kit
from tests.provision import find_browser

_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
NARROW, WIDE = 360, 1280
SCHEMES = ("light", "dark")
LARGE = 1_000
"""Entries of the large kit."""

KINDS = (
    "",
    "catalogue/",
    "offres/",
    "offres/alpi/",
    "offres/nevers/",
    "ressources/scdl/",
    "animations/cartopartie/",
    "animations/cartopartie/dossier/",
    "comparer/?fiche=offres/alpi&fiche=offres/soluris",
    "catalogue/enjeux/transparence/",
    "catalogue/enjeux/transition/phases/cadrer/",
    "nouveautes/",
    "recherche/?q=carte",
    "regles/c103/",
    "comprendre/glossaire/",
    "contribuer/proposer-une-offre/",
    "contribuer/champs-d-une-animation/",
    "a-propos/accessibilite/",
    "nulle-part/",
)
"""One address of each kind of page."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the real kit."""
    return _built_once(tmp_path_factory, "reel", _served_at_the_root)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a kit of 1,000 entries."""
    return _built_once(tmp_path_factory, "grand", lambda folder: corpus.write(folder / "kit", LARGE))


def _served_at_the_root(folder: Path) -> Path:
    """Copy the real kit, to be served at the root of its address: the page of lost addresses knows it."""
    root = copy_real_kit(folder)
    config = root / MARKER
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text(
        "".join("site_url: http://127.0.0.1/\n" if line.startswith("site_url:") else line for line in lines)
    )
    return root


def _built_once(factory: pytest.TempPathFactory, name: str, write: Callable[[Path], Path]) -> Path:
    """Build a kit for all the processes of one run of the tests: the first does, the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    done = shared / f"{name}.fait"
    with (shared / f"{name}.verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder = shared / name
            folder.mkdir()
            root = write(folder)
            result = build(root, root / "site")
            assert result.site, [found.message for found in result.diagnostics]
            done.write_text(str(result.site))
    return Path(done.read_text())


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the served site."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def large_address(large_site: Path) -> Iterator[str]:
    """Address of the served site of the large kit."""
    with served(large_site) as found:
        yield found


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on this machine; give its address."""
    server = open_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without its sandbox for root, who has none."""
    arguments = [*_QUIET, "--no-sandbox"] if os.geteuid() == 0 else _QUIET
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A new visitor, with a wide screen."""
    found = browser.new_context(viewport={"width": WIDE, "height": 800})
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new page of this visitor."""
    return context.new_page()
