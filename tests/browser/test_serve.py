"""`odl serve` with a real browser: what is written is shown by itself, and what is wrong too."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW
from tests.conftest import MINIMAL, REPOSITORY

pytestmark = pytest.mark.browser

PATIENCE = 120_000
"""Milliseconds after which what should have been shown never will be: a build is slow on a loaded machine."""
ENTRY = "atd_offers/exemple.md"
BUILT = (" pages écrites dans ", "Rien n'a changé : ")


class Served(NamedTuple):
    root: Path
    address: str
    log: Path
    kept: dict[Path, str]

    def write(self, before: str, after: str, name: str = ENTRY) -> None:
        file = self.root / name
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")

    @property
    def builds(self) -> int:
        said = self.log.read_text("utf-8")
        return sum(map(said.count, BUILT))

    def restore(self) -> None:
        """Give the kit back what it held, and wait until its site is up."""
        before = self.builds
        changed = [path for path, text in self.kept.items() if path.read_text("utf-8") != text]
        for path in changed:
            path.write_text(self.kept[path], "utf-8")
        deadline = monotonic() + PATIENCE / 1000
        while changed and self.builds == before:
            assert monotonic() < deadline, self.log.read_text("utf-8")
            sleep(0.1)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The minimal kit, served as a contributor does; its published site is below a path."""
    root = tmp_path_factory.mktemp("servi") / "kit"
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("kit.exemple.fr/", "exemple.fr/kit/"), "utf-8")
    log = root.parent / "sortie.txt"
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--root", str(root)]
    with (
        log.open("w") as out,
        subprocess.Popen(command, stdout=out, env=os.environ | {"PYTHONUTF8": "1"}) as odl,
    ):
        while "Ctrl+C" not in log.read_text("utf-8"):
            assert odl.poll() is None
        address = log.read_text("utf-8").partition("sur ")[2].partition(" ;")[0]
        yield Served(root, address, log, {path: path.read_text("utf-8") for path in (root / ENTRY, config)})
        odl.send_signal(signal.SIGINT)
    assert odl.returncode == 0


@pytest.fixture
def followed(served: Served, page: Page) -> Iterator[Page]:
    """The page of the entry; once the test is over, the kit is as it was."""
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.goto(f"{served.address}offres/exemple/")
    yield page
    expect.set_options(timeout=5_000)
    page.close()
    served.restore()


def test_an_edit_is_shown_by_itself(served: Served, followed: Page) -> None:
    served.write("Syndicat d'Exemple", "Syndicat des Exemples")
    expect(followed.locator("h1")).to_have_text("Syndicat des Exemples")


def test_the_search_follows_the_pages(served: Served, followed: Page) -> None:
    followed.goto(f"{served.address}recherche/?q=ornithorynque")
    expect(followed.locator("main")).not_to_contain_text("Syndicat d'Exemple")
    served.write("## Contexte\n", "## Contexte\n\nUn ornithorynque nous aide.\n")
    expect(followed.locator("main")).to_contain_text("Syndicat d'Exemple")


def test_a_fault_is_shown_with_its_line_over_the_former_page_until_it_is_mended(
    served: Served, followed: Page
) -> None:
    served.write("[transparence]", "[transparance]")
    panel = followed.get_by_role("complementary", name="Construction du site")
    expect(panel.get_by_role("status")).to_have_text("1 erreur : cette page est du dernier site sans erreur.")
    expect(panel).to_contain_text("atd_offers/exemple.md:6:10")
    expect(panel).to_contain_text("erreur C103 : « transparance » n'est pas un enjeu connu.")
    expect(panel).to_contain_text("Écrivez « transparence ».")
    expect(panel.get_by_role("link")).to_have_attribute("href", "/regles/c103/")
    expect(followed.locator("h1")).to_have_text("Syndicat d'Exemple")
    served.write("[transparance]", "[transparence]")
    expect(panel.get_by_role("listitem")).to_have_count(0)
    expect(panel.get_by_role("status")).to_have_text("")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible(served: Served, followed: Page, scheme: str) -> None:
    followed.set_viewport_size({"width": NARROW, "height": 800})
    followed.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    served.write("[transparence]", "[transparance]")
    expect(followed.locator(".odl-panel--open")).to_be_visible()
    found = Axe().run(followed, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert followed.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_the_keyboard_closes_the_panel_which_comes_back_with_other_faults(
    served: Served, followed: Page
) -> None:
    served.write("[transparence]", "[transparance]")
    panel = followed.locator(".odl-panel--open")
    expect(panel).to_be_visible()
    followed.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    followed.reload()
    expect(followed.locator(".odl-panel")).to_be_attached()
    expect(panel).to_have_count(0)
    served.write("id: exemple", "id: autre")
    expect(panel).to_be_visible()
    followed.get_by_role("button", name="Fermer", exact=True).press("Enter")
    expect(panel).to_have_count(0)


def test_a_failure_that_is_no_fault_of_the_content_is_shown_too(served: Served, followed: Page) -> None:
    served.write("name: material", "name: inexistant", "mkdocs.yml")
    expect(followed.locator(".odl-panel--open")).to_contain_text("le moteur a refusé le site")


def test_a_burst_of_saves_gives_one_build(served: Served, followed: Page) -> None:
    before = served.builds
    for number in range(30):
        served.write("publie_le", "publie_le" if number % 2 else "publie_le ")
    served.write("Syndicat d'Exemple", "Syndicat des Exemples")
    expect(followed.locator("h1")).to_have_text("Syndicat des Exemples")
    assert served.builds - before in {1, 2}  # two if the machine stopped for a while between two saves


def test_the_page_of_a_lost_address_has_its_styles_and_follows_too(served: Served, followed: Page) -> None:
    refused: list[str] = []
    followed.on("response", lambda answer: refused.append(answer.url) if answer.status != 200 else None)
    address = f"{served.address}ressources/absente/"
    followed.goto(address)
    assert refused == [address]
    background = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    assert followed.evaluate(background) != "rgba(0, 0, 0, 0)"
    expect(followed.locator(".odl-panel")).to_be_attached()


def test_a_site_that_is_removed_is_built_again(served: Served, followed: Page) -> None:
    shutil.rmtree(served.root / "site")
    followed.reload()
    expect(followed.locator("h1")).to_have_text("Syndicat d'Exemple")


def test_the_site_itself_knows_nothing_of_this(served: Served) -> None:
    pages = list((served.root / "site").rglob("*.html"))
    assert pages
    assert [page for page in pages if b"_odl" in page.read_bytes()] == []
