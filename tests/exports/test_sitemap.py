from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.exports import export
from generator.kit import Kit, gather
from generator.plan import PagePlan, plan
from generator.views import Views
from tests.conftest import MINIMAL

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def sitemap(kit: Kit, plans: list[PagePlan]) -> str | None:
    return {file.path: file.text for file in export(kit, plans)}.get("sitemap.xml")


def locations(kit: Kit, plans: list[PagePlan]) -> list[str | None]:
    text = sitemap(kit, plans)
    assert text is not None
    return [element.text for element in ET.fromstring(text.encode()).iter(LOC)]  # noqa: S314 — our own file


def test_a_sitemap_has_every_page_worth_finding_once_editorial_ones_included() -> None:
    kit = gather(MINIMAL)
    plans = list(plan(kit, Views(kit)))
    found = locations(kit, plans)
    assert len(found) == len(set(found))
    worth = [*(page.address for page in kit.pages), *(page.address for page in plans if page.indexed)]
    assert set(found) == {f"https://kit.exemple.fr/{address}" for address in worth}


def test_a_page_without_entries_and_the_search_are_not_worth_finding() -> None:
    kit = gather(MINIMAL)
    found = locations(kit, list(plan(kit, Views(kit))))
    assert "https://kit.exemple.fr/catalogue/enjeux/transparence/" in found
    assert "https://kit.exemple.fr/catalogue/enjeux/confiance/" not in found
    assert "https://kit.exemple.fr/recherche/" not in found


def test_a_sitemap_is_sorted_and_dates_the_pages_of_entries_alone() -> None:
    kit = gather(MINIMAL)
    plans = list(plan(kit, Views(kit)))
    text = str(sitemap(kit, plans))
    assert text == sitemap(kit, plans[::-1])
    assert text.count("<lastmod>") == 1
    assert "/offres/exemple/</loc><lastmod>2026-11-22</lastmod></url>" in text


def test_more_addresses_than_a_file_may_hold_are_cut_and_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.exports.sitemap.MOST", 2)
    pages = [PagePlan(f"{name}/", "", "", "", lambda _: {}) for name in "abcd"]
    files = {file.path: file.text for file in export(gather(MINIMAL), pages) if "sitemap" in file.path}
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    found = [element.text for text in files.values() for element in ET.fromstring(text.encode()).iter(LOC)]  # noqa: S314
    assert found[:5] == [f"https://kit.exemple.fr/{name}" for name in ("", "a/", "b/", "c/", "d/")]
    assert found[5:] == [f"https://kit.exemple.fr/sitemap-{number}.xml" for number in (1, 2, 3)]


def test_an_address_is_escaped() -> None:
    page = PagePlan("a&b/", "", "", "", lambda _: {})
    assert locations(gather(MINIMAL), [page]) == ["https://kit.exemple.fr/", "https://kit.exemple.fr/a&b/"]


def test_a_site_without_an_address_has_no_sitemap(small_kit: Path) -> None:
    kit = gather(small_kit)
    config = replace(kit.config, raw={**kit.config.raw, "site_url": ""})
    assert sitemap(replace(kit, config=config), []) is None
