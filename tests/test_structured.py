import json
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.kit import Kit, gather
from generator.plan import PagePlan, plan
from generator.structured import describe
from generator.templates import environment
from generator.trail import titles, trail
from generator.views import Views
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(REPOSITORY)


@pytest.fixture(scope="module")
def plans(kit: Kit) -> list[PagePlan]:
    return list(plan(kit, Views(kit)))


def described(kit: Kit, plans: list[PagePlan], address: str) -> dict:  # type: ignore[type-arg]
    page = next(page for page in plans if page.address == address)
    return describe(page, kit, trail(address, titles(kit, plans)))


def test_an_offer_is_a_service_of_a_structure_for_a_territory(kit: Kit, plans: list[PagePlan]) -> None:
    found = described(kit, plans, "offres/alpi/")["mainEntity"]
    assert found["@type"] == "Service"
    assert found["areaServed"] == {"@type": "AdministrativeArea", "name": "Département des Landes"}
    assert found["provider"]["@type"] == "Organization"
    assert {"@type": "Audience", "name": "Élus"} in found["audience"]


def test_a_resource_is_described_with_the_terms_of_lrmi(kit: Kit, plans: list[PagePlan]) -> None:
    found = described(kit, plans, "ressources/scdl/")["mainEntity"]
    assert (found["@type"], found["learningResourceType"]) == ("LearningResource", "Standard")
    assert found["alternateName"] == "SCDL"
    assert "educationalRole" in found["audience"][0]


def test_an_activity_is_a_how_to_with_its_steps_and_its_material(kit: Kit, plans: list[PagePlan]) -> None:
    found = described(kit, plans, "animations/cartopartie/")["mainEntity"]
    assert found["@type"] == "HowTo"
    assert (found["performTime"], found["prepTime"]) == ("PT4H", "P6W")
    assert all(step["@type"] == "HowToStep" and step["name"] and step["text"] for step in found["step"])
    assert all(one["@type"] == "HowToSupply" for one in found["supply"])


def test_the_way_to_a_page_is_told_with_whole_addresses(kit: Kit, plans: list[PagePlan]) -> None:
    items = described(kit, plans, "offres/alpi/")["breadcrumb"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert items[-1]["item"] == f"{kit.config.site_url}offres/alpi/"


def test_the_home_page_is_the_site_and_says_how_it_is_searched(kit: Kit) -> None:
    home = next(page for page in kit.pages if not page.address)
    found = describe(home, kit, ())
    assert (found["@type"], found["name"]) == ("WebSite", "Kit OpenDataLocale")
    assert found["potentialAction"]["target"] == f"{kit.config.site_url}recherche/?q={{mots}}"


def test_no_two_pages_of_the_site_have_one_title(kit: Kit, plans: list[PagePlan]) -> None:
    known = [(page.title, page.address) for page in kit.pages] + [(one.title, one.address) for one in plans]
    twice = Counter(title for title, _ in known)
    assert [(title, address) for title, address in known if twice[title] > 1] == []


def test_every_page_is_described_and_no_unknown_fact_is_told(kit: Kit, plans: list[PagePlan]) -> None:
    known = titles(kit, plans)
    for page in plans:
        found = describe(page, kit, trail(page.address, known))
        assert found["@type"] == "WebPage"
        assert re.search(r': (null|""|\[\]|\{\})', json.dumps(found)) is None, page.address
        for date in ("datePublished", "dateModified"):
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", found.get(date, "2026-01-01"))


def test_a_site_without_an_address_tells_none(small_kit: Path) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url: https://kit.exemple.fr/\n", ""), "utf-8")
    kit = gather(small_kit)
    page = next(plan(kit, Views(kit)))
    assert not {"url", "breadcrumb"} & set(describe(page, kit, ()))


def test_no_text_can_close_the_script_that_holds_it() -> None:
    written = (
        environment(REPOSITORY)
        .from_string("{{ described|tojson }}")
        .render(described={"name": "</script><script>alert(1)</script>&<!--"})
    )
    assert not set("<>&") & set(written)
    assert json.loads(written)["name"].startswith("</script>")
