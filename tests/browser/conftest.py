"""The real kit built once, served on this machine, and a real Chromium to read it."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.pipeline import build
from generator.serve import open_server
from tests.conftest import copy_real_kit
from tests.provision import find_browser

_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
NARROW, WIDE = 360, 1280


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the real kit."""
    root = copy_real_kit(tmp_path_factory.mktemp("reel"))
    result = build(root, root / "site")
    assert result.site, [found.message for found in result.diagnostics]
    return result.site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the served site."""
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
