"""What every page owes its readers: nothing asked elsewhere, nothing refused, everything reachable."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS, NARROW, WIDE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", KINDS)
def test_a_page_asks_nothing_elsewhere_and_nothing_in_it_is_refused(
    page: Page, address: str, path: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [text for text in said if "404" not in text or path != "nulle-part/"] == []
    assert page.context.cookies() == []
    assert (
        page.locator("script:not([src]):not([type*=json]), style, [style], [onclick], [onload]").count() == 0
    )
    assert "unsafe-inline" not in (page.locator("meta[http-equiv]").get_attribute("content") or "")


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("path", KINDS)
def test_a_page_fits_the_screen_and_every_focus_is_seen(
    browser: Browser, address: str, path: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUS)
        assert seen["visible"], seen
    context.close()


FOCUS = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const onScreen = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const visible = element === document.body || (box.width > 0 && onScreen && style.visibility !== 'hidden');
  return { visible, element: element.outerHTML.slice(0, 120), box: box.toJSON() };
}"""


class _Links(HTMLParser):
    """Collects the links of a page, its anchors and its first-level headings."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.headings += tag == "h1"
        for name, value in attrs:
            if name in {"href", "src", "action", "data-source"} and value:
                self.links.append(value)
            elif name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, _Links]:
    """Every page of the site, by address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        links = _Links()
        links.feed(file.read_text("utf-8"))
        found[file.relative_to(site).as_posix().removesuffix("index.html")] = links
    return found


def test_every_link_of_the_site_leads_to_a_page_and_to_an_anchor_that_exist(
    site: Path, parsed: dict[str, _Links]
) -> None:
    dead = []
    for page, links in parsed.items():
        for link in links.links:
            if urlsplit(link).scheme or page == "404.html":
                continue
            target = urlsplit(urljoin(f"https://site/{page}", link))
            path = unquote(target.path).removeprefix("/")
            file = site / path / "index.html" if path.endswith("/") or not path else site / path
            known = parsed.get(path)
            if not file.is_file() or (target.fragment and known and target.fragment not in known.ids):
                dead.append((page, link))
    assert dead == []


def test_every_page_has_one_first_heading_and_no_identifier_twice(parsed: dict[str, _Links]) -> None:
    assert [page for page, links in parsed.items() if links.headings != 1] == []
    assert [page for page, links in parsed.items() if len(set(links.ids)) != len(links.ids)] == []


def test_the_pictures_of_the_guide_arrive_without_moving_the_text(page: Page, address: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{address}contribuer/proposer-une-offre/")
    before = page.evaluate("document.documentElement.scrollHeight")
    pictures = page.locator("article img")
    assert pictures.count() > 5
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("image => image.decode()")
        assert picture.evaluate("image => image.naturalWidth > image.width && image.width > 300")
    moved = page.evaluate("document.documentElement.scrollHeight") - before
    assert abs(moved) < pictures.count()  # the height of a picture is a whole number of pixels
