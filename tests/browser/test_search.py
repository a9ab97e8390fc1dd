"""The search page, as a reader uses it."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("education", "offres/infocom94/"),
        ("donnees", "offres/"),
        ("cartopartie", "animations/cartopartie/"),
        ("l'agence landaise", "offres/alpi/"),
        ("mise en œuvre", "offres/"),
    ],
)
def test_a_query_finds_the_expected_page(page: Page, address: str, query: str, expected: str) -> None:
    page.goto(f"{address}recherche/")
    page.locator("main, article").get_by_role("searchbox").last.fill(query)
    page.keyboard.press("Enter")
    expect(page.locator(f"article a[href*='{expected}']").first).to_be_visible()


def test_the_header_form_leads_to_results_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    field = page.locator("header").get_by_role("searchbox")
    field.focus()
    page.keyboard.type("cartopartie")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=cartopartie")
    expect(page.locator("article a[href*='animations/cartopartie/']").first).to_be_visible()


def test_a_query_without_answer_leads_somewhere(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=zzyzzyva")
    expect(page.locator("article [role=status]").first).to_contain_text("Aucun")
    expect(page.locator("article a[href*='catalogue/']").first).to_be_visible()


def test_a_query_is_never_obeyed_as_markup(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=%3Cimg+src%3Dx+onerror%3Ddocument.title%3D1%3E")
    expect(page.locator("article [role=status]").first).not_to_be_empty()
    assert page.locator("article img").count() == 0
    assert page.title() != "1"
