"""The catalogue, with and without JavaScript."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def entries(site: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / "donnees/catalogue.json").read_text("utf-8"))["entries"]
    return found


def check_box(page: Page, facet: str, value: str) -> None:
    box = page.locator(f"input[name={facet}][value={value}]")
    if not box.is_visible():
        page.locator("#kit-filters details", has=box).locator("summary").click()
    box.check()


def test_choices_join_inside_a_facet_and_cross_between_facets(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}catalogue/")
    for facet, value in (("enjeux", "transition"), ("enjeux", "confiance"), ("phases", "produire")):
        check_box(page, facet, value)
    wanted = [
        entry
        for entry in entries(site)
        if {"transition", "confiance"} & set(entry["enjeux"]) and "produire" in entry["phases"]
    ]
    expect(page.locator("#kit-total")).to_contain_text(re.compile(rf"\b{len(wanted)}\b"))
    expect(page).to_have_url(
        re.compile(r"enjeux=transition.*enjeux=confiance|enjeux=confiance.*enjeux=transition")
    )


def test_an_address_with_a_state_shows_that_state_and_back_undoes_it(
    page: Page, address: str, site: Path
) -> None:
    page.goto(f"{address}catalogue/?genre=animation")
    total = page.locator("#kit-total")
    animations = sum(entry["kind"] == "animation" for entry in entries(site))
    expect(total).to_contain_text(re.compile(rf"\b{animations}\b"))
    check_box(page, "phases", "evaluer-perenniser")
    expect(total).not_to_contain_text(re.compile(rf"\b{animations}\b"))
    page.go_back()
    expect(total).to_contain_text(re.compile(rf"\b{animations}\b"))


def test_an_unknown_value_in_the_address_is_said_and_ignored(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}catalogue/?enjeux=disparu")
    expect(page.locator("#kit-unknown")).to_be_visible()
    expect(page.locator("#kit-total")).to_contain_text(re.compile(rf"\b{len(entries(site))}\b"))


def test_without_javascript_the_form_is_not_there_and_lists_answer(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}catalogue/")
    expect(page.locator("#kit-filters")).to_be_hidden()
    page.locator("article a[href$='enjeux/transparence/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Transparence")
    expect(page.locator("article a[href*='offres/']").first).to_be_visible()
    context.close()
