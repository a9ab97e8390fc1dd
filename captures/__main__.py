"""`make captures`: draws the pictures of the guides.

The forge cannot be photographed here, and its pages change: its steps are simplified views, HTML pages of
ours in `gabarits/`. The pages of the kit are the real ones. The fonts of the machine show in the pictures:
draw them all again, or none.
"""

import base64
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import comrak
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright

from captures import sample
from captures.sample import PICTURES, SHOWN, WIDTH
from generator.building import build
from generator.reporters import reporter
from generator.serve import open_server
from tests.conftest import copy_real_kit
from tests.provision import find_browser

SCALE, QUALITY = 1.5, 55
"""Pixels of a picture for one of the page, and how faithful it is, out of 100: letters stay clear on a phone,
in less than 25 kB.
"""

MARK = "4px solid #bc4c00"
"""Around what is to be clicked, in the real pages as in the simplified ones (gabarits/forge.css)."""


def main() -> int:
    """Draw every picture, and keep the sentences that they show."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _browser() as context:
        root = copy_real_kit(Path(folder))
        _draw_forge(root, context)
        _draw_site(root, context)
    for picture in sorted(PICTURES.glob("*.webp")):
        print(f"{picture.stat().st_size / 1000:5.1f} kB  {picture.name}")  # noqa: T201 — a command line
    return 0


@contextmanager
def _browser() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # root has none
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield browser.new_context(viewport={"width": WIDTH, "height": 800}, color_scheme="light")
        browser.close()


def _draw_forge(root: Path, context: BrowserContext) -> None:
    kit = sample.put(root, sample.faulty())
    found = sample.told(kit)
    SHOWN.write_text(sample.words(found), "utf-8")
    fault = next(fault for fault in found if fault.code == "C103")
    lines = list(enumerate(sample.faulty().splitlines(), 1))
    right = list(enumerate(sample.OFFER.read_text("utf-8").splitlines(), 1))
    contact = next(number for number, line in right if "courriel" in line)
    summary = _html(reporter("summary")(found, kit))
    views = {
        "fork": {},
        "editeur": {"lines": right[contact - 4 : contact + 3], "changed": contact},
        "description": {},
        "demande": {},
        "nouveau-fichier": {"lines": right[:4]},
        "controle": {},
        "resume": {"summary": summary},
        "annotation": {"lines": lines[fault.span.line - 3 : fault.span.line + 1], "fault": fault},
        "acceptee": {},
    }
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("gabarits")),
        autoescape=True,
        undefined=StrictUndefined,
    )
    style = Path(__file__).with_name("gabarits").joinpath("forge.css").read_text("utf-8")
    for name, values in views.items():
        page = context.new_page()
        page.set_content(templates.get_template(f"{name}.html").render(values, style=style))
        _take(page, name, page.locator("main"))


def _html(markdown: str) -> str:
    """Show Markdown as the forge does."""
    extensions, options = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = True
    options.unsafe_ = True  # our own report: its empty comments cut what the forge would link
    return comrak.render_markdown(markdown, extension_options=extensions, render_options=options)


def _draw_site(root: Path, context: BrowserContext) -> None:
    sample.put(root, sample.OFFER.read_text("utf-8"))
    site = build(root, root / "site").site
    if site is None:
        message = "the sample offer has faults"
        raise SystemExit(message)
    server = open_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/offres/{sample.OFFER.stem}/")
    _take(page, "fiche-publiee", page.locator("body"), height=400)
    link = page.get_by_role("link", name="Modifier cette fiche")
    link.evaluate("(element, mark) => { element.style.outline = mark }", MARK)
    _take(page, "modifier-la-fiche", page.locator(".kit-edit"), above=150, height=218)
    server.shutdown()


def _take(page: Page, name: str, target: Locator, above: int = 0, height: int = 0) -> None:
    """Take a picture as wide as the page.

    Args:
        page: what is shown.
        name: of the picture.
        target: what must be in it.
        above: pixels to show above the target.
        height: of the picture; when it is 0, it ends with the target.
    """
    box = target.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
    top = box["y"] - above
    clip = {
        "x": 0,
        "y": top,
        "width": WIDTH,
        "height": height or round(box["height"]) + above,
        "scale": SCALE,
    }
    session = page.context.new_cdp_session(page)
    taken = session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True},
    )
    (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    sys.exit(main())
