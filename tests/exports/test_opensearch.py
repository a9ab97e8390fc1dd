from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator.addresses import OPENSEARCH
from generator.exports import export
from generator.kit import gather
from generator.literals import Json
from tests.conftest import MINIMAL

NS = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(**values: Json) -> ET.Element | None:
    kit = gather(MINIMAL)
    config = replace(kit.config, raw={**kit.config.raw, **values})
    text = {file.path: file.text for file in export(replace(kit, config=config), [])}.get(OPENSEARCH)
    return None if text is None else ET.fromstring(text.encode())  # noqa: S314 — our own file


def test_a_browser_is_told_where_to_search() -> None:
    found = described()
    assert found is not None
    url = found.find(f"{NS}Url")
    assert url is not None
    assert url.get("template") == "https://kit.exemple.fr/recherche/?q={searchTerms}"
    assert found.findtext(f"{NS}ShortName") == "Kit d'essai"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kit OpenDataLocale", "Kit"),
        ("Anticonstitutionnellement", "Anticonstitution"),
        ("Un & deux <trois>", "Un & deux"),
    ],
)
def test_a_long_name_is_cut_to_the_limit_of_the_specification(name: str, short: str) -> None:
    found = described(site_name=name)
    assert found is not None
    assert found.findtext(f"{NS}ShortName") == short
    assert found.findtext(f"{NS}LongName") == name


def test_a_site_without_an_address_is_not_described() -> None:
    assert described(site_url="") is None
