import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.exports.feeds import export
from generator.kit import gather
from generator.news import MOST
from tests.conftest import MINIMAL, REPOSITORY

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feeds() -> dict[str, Element]:
    return {one.path: fromstring(one.text) for one in export(gather(REPOSITORY), [])}  # noqa: S314 — ours


def text(parent: Element, name: str) -> str:
    found = parent.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0].text or ""


def test_the_whole_kit_and_each_term_that_has_a_page_have_a_feed(feeds: dict[str, Element]) -> None:
    assert "nouveautes/atom.xml" in feeds
    assert "catalogue/enjeux/transparence/atom.xml" in feeds
    assert "catalogue/phases/publier/atom.xml" in feeds
    assert not any("publics" in path or path.count("/") > 3 for path in feeds)


def test_a_feed_has_what_rfc_4287_asks_for(feeds: dict[str, Element]) -> None:
    for path, feed in feeds.items():
        assert text(feed, "id").startswith("https://")
        assert text(feed, "title")
        assert text(feed.find(ATOM + "author") or feed, "name") == "OpenDataFrance"
        links = {link.get("rel"): link.get("href") or "" for link in feed.findall(ATOM + "link")}
        assert links["self"].endswith(path)
        entries = feed.findall(ATOM + "entry")
        assert len(entries) <= MOST
        assert len({text(entry, "id") for entry in entries}) == len(entries)
        moments = [text(entry, "updated") for entry in entries]
        assert moments == sorted(moments, reverse=True)
        for moment in (text(feed, "updated"), *moments):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment)
        assert all(text(entry, "title") and text(entry, "summary") for entry in entries)


def test_what_contributors_write_cannot_break_a_feed(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("nom: ", "nom: <b>&]]> ", 1), "utf-8")
    found = next(export(gather(small_kit), []))
    assert "<b>&]]>" in text(fromstring(found.text).findall(ATOM + "entry")[0], "title")  # noqa: S314 — ours


def test_a_site_without_an_address_has_no_feed(small_kit: Path) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url:", "# site_url:"), "utf-8")
    assert list(export(gather(small_kit), [])) == []


def test_a_renamed_entry_keeps_the_name_under_which_readers_saw_it(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("nom: ", "anciens_ids: [ancien]\nnom: ", 1), "utf-8")
    first = fromstring(next(export(gather(small_kit), [])).text).findall(ATOM + "entry")[0]  # noqa: S314 — ours
    assert text(first, "id") == "https://kit.exemple.fr/offres/ancien/"
    assert [link.get("href") for link in first.findall(ATOM + "link")] == [
        "https://kit.exemple.fr/offres/exemple/"
    ]


def test_an_entry_tells_when_it_was_published_and_when_it_was_last_changed(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    written = re.sub(
        r"publie_le: .*\n", "publie_le: 2026-01-02\nmaj_le: 2026-03-04\n", entry.read_text("utf-8")
    )
    entry.write_text(written, "utf-8")
    feed = fromstring(next(export(gather(small_kit), [])).text)  # noqa: S314 — ours
    first = feed.findall(ATOM + "entry")[0]
    assert (text(first, "published"), text(first, "updated")) == (
        "2026-01-02T00:00:00Z",
        "2026-03-04T00:00:00Z",
    )
    assert text(feed, "updated") == "2026-03-04T00:00:00Z"


def test_the_same_kit_gives_the_same_bytes() -> None:
    one, two = ([file.content for file in export(gather(MINIMAL), [])] for _ in range(2))
    assert one == two
