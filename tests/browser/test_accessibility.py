"""Zero fault for axe, and what axe does not see: the keyboard, zoom, spacing, motion, forced colours.

WCAG 2.2 (W3C Recommendation, 2023) gives the figures: 1.4.10 reflow at 320 CSS pixels, which is also 1280
pixels at 400 %; 1.4.12 text spacing; 2.4.3 focus order; 2.4.7 and 2.4.11 focus visible and not hidden.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS, NARROW, WIDE
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser

CAPTURES = REPOSITORY / "build" / "captures"
"""Where a person finds a picture of each kind of page, at both widths and in both schemes."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What the scheme changes: the rest of a page is the same in both, and looked at once."""
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REFLOW = 320
TABS = 400
"""More than any page has places for the focus: a walk that takes them all has no end."""

AXE = Axe()


@contextmanager
def visit(browser: Browser, url: str, width: int, scheme: str = "light", **others: object) -> Iterator[Page]:
    """Open a page as a new visitor."""
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, **others}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    yield page
    context.close()


def faults(page: Page) -> str:
    """Give what axe finds wrong in a page, in both schemes, in words; nothing if all is well. The page is
    left in the dark one.
    """
    light = AXE.run(page, options={"runOnly": STANDARDS, "resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark")
    dark = AXE.run(page, options={"runOnly": COLOURS, "resultTypes": ["violations"]})
    return "\n".join(str(found.generate_report()) for found in (light, dark) if found.violations_count)


def capture(page: Page, path: str, width: int, scheme: str) -> None:
    name = path.strip("/").replace("/", "-").replace("?", "-") or "accueil"
    CAPTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=CAPTURES / f"{name}-{width}-{scheme}.png", full_page=True)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_wrong(browser: Browser, address: str, path: str, width: int) -> None:
    with visit(browser, address + path, width) as page:
        capture(page, path, width, "light")
        found = faults(page)
        capture(page, path, width, "dark")
        assert found == ""


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()


def open_search(page: Page) -> None:
    page.get_by_role("banner").get_by_role("searchbox").or_(
        page.get_by_role("banner").get_by_role("combobox")
    ).fill("carte")
    page.wait_for_timeout(1_000)


@pytest.mark.parametrize(
    ("width", "opened"), [(NARROW, open_menu), (NARROW, open_search), (WIDE, open_search)]
)
def test_axe_finds_nothing_wrong_with_the_menu_or_the_search_open(
    browser: Browser, address: str, width: int, opened: Callable[[Page], None]
) -> None:
    with visit(browser, f"{address}offres/alpi/", width) as page:
        opened(page)
        capture(page, f"offre-{opened.__name__}", width, "light")
        found = faults(page)
        capture(page, f"offre-{opened.__name__}", width, "dark")
        assert found == ""


FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const within = (found) => found && (element.contains(found) || found.contains(element)
    || [...(element.labels ?? [])].some((label) => label.contains(found)));
  const middle = (rect) => document.elementFromPoint(
    rect.left + rect.width / 2, Math.min(rect.top + rect.height / 2, innerHeight - 1));
  return {
    name: element.outerHTML.slice(0, 100),
    onScreen: box.width > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    uncovered: [...element.getClientRects()].some((rect) => within(middle(rect))),
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    order: [...document.querySelectorAll('*')].indexOf(element),
  };
}"""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("path", KINDS)
def test_the_keyboard_goes_through_the_whole_page_and_every_focus_is_seen(
    browser: Browser, address: str, path: str, width: int
) -> None:
    with visit(browser, address + path, width) as page:
        walked = []
        for _ in range(TABS):
            page.keyboard.press("Tab")
            seen = page.evaluate(FOCUS)
            if seen is None:
                break
            walked.append(seen)
        assert walked
        assert seen is None, "the walk has no end"
        assert [one for one in walked if not (one["onScreen"] and one["uncovered"] and one["ringed"])] == []
        assert [one["order"] for one in walked] == sorted(one["order"] for one in walked)
        assert "Aller au contenu" in walked[0]["name"]
        assert page.locator("footer a").last.evaluate("e => e.outerHTML.slice(0, 100)") == walked[-1]["name"]


@pytest.mark.parametrize("path", KINDS)
def test_a_page_reflows_at_400_percent(browser: Browser, address: str, path: str) -> None:
    with visit(browser, address + path, REFLOW) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= REFLOW


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; }
* { word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""

CUT = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const style = getComputedStyle(element);
  const clips = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden';
  const shown = element.clientWidth > 1 && element.clientHeight > 1;
  return clips && shown && element.textContent.trim() &&
    (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", KINDS)
def test_spacing_the_text_out_cuts_nothing(browser: Browser, address: str, path: str) -> None:
    with visit(browser, address + path, NARROW, bypass_csp=True) as page:
        page.add_style_tag(content=SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        assert page.evaluate(CUT) == []


MOVING = """() => [...document.querySelectorAll('*')].filter((element) => {
  const style = getComputedStyle(element);
  return [style.transitionDuration, style.animationDuration]
    .some((times) => times.split(',').some((time) => parseFloat(time) > 0.01));
}).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_for_who_asks_so(browser: Browser, address: str, path: str) -> None:
    with visit(browser, address + path, WIDE, reduced_motion="reduce") as page:
        assert page.evaluate(MOVING) == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", KINDS)
def test_forced_colours_keep_the_focus_and_the_edges_of_what_can_be_operated(
    browser: Browser, address: str, path: str
) -> None:
    with visit(browser, address + path, WIDE, forced_colors="active") as page:
        capture(page, path, WIDE, "contraste")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["ringed"]
        edges = "b => parseFloat(getComputedStyle(b).borderTopWidth) > 0"
        assert all(
            box.evaluate(edges)
            for box in page.locator("button, input[type=search]").all()
            if box.is_visible()
        )
