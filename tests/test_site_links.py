import pytest

from generator.site_links import BrokenLink, anchors_and_links, broken_links

URL = "https://exemple.fr/kit/"
FILES = ("index.html", "404.html", "offres/index.html", "offres/alpi/index.html", "assets/kit.css", "a b.pdf")
ALPI = '<h2 id="contexte">Contexte</h2><h2 id="été">Été</h2>'


def dead(html: str, page: str = "offres/index.html", url: str = URL) -> list[str]:
    texts = dict.fromkeys(FILES[:3], "") | {"offres/alpi/index.html": ALPI, page: html}
    pages = {path: anchors_and_links(text) for path, text in texts.items()}
    found = list(broken_links(pages, FILES, url))
    assert {link.page for link in found} <= {page}
    return [link.target for link in found]


def test_ids_and_targets_are_read_however_they_are_quoted() -> None:
    found = anchors_and_links(
        """<a id="a" href='../b/'>x</a><img\nsrc=c.png><form action="d?x=1&amp;y=2"><p data-source="e">"""
    )
    assert found.ids == {"a"}
    assert found.targets == {"../b/", "c.png", "d?x=1&y=2", "e"}


@pytest.mark.parametrize(
    "html",
    [
        '<p>écrivez href="x" ou id="y"</p>',
        '<code>&lt;a href="x" id="y"&gt;</code>',
        '<a data-href="x" data-id="y" title="x">',
        '<script type="application/ld+json">{"url": "a href="}</script>',
    ],
)
def test_what_is_no_attribute_of_a_tag_names_nothing(html: str) -> None:
    found = anchors_and_links(html)
    assert found.ids | found.targets == frozenset()


@pytest.mark.parametrize(
    "target",
    [
        "./",
        ".",
        "..",
        "../",
        "../index.html",
        "alpi/",
        "alpi/index.html",
        "./alpi/../../offres/alpi/",
        "../offres/?enjeu=a/b",
        "../offres/alpi/#contexte",
        "../offres/alpi/?q=a#contexte",
        "alpi/#été",
        "alpi/#%C3%A9t%C3%A9",
        "alpi/#top",
        "#",
        "",
        "?q=x",
        "../assets/kit.css",
        "../a%20b.pdf#page=3",
        "/kit/offres/",
        "/kit/.",
        f"{URL}offres/alpi/#contexte",
        URL,
    ],
)
def test_a_link_to_what_is_there_is_sound(target: str) -> None:
    assert dead(f'<a href="{target}">') == []


@pytest.mark.parametrize(
    "target",
    [
        "alpi",
        "absent/",
        "../absent.css",
        "../../",
        "#absent",
        "../offres/alpi/#absent",
        "/kit/absent/",
        "/kit//",
        f"{URL}absent/",
        f"{URL}offres/alpi/#absent",
    ],
)
def test_a_link_to_what_is_not_there_is_told_as_it_is_written(target: str) -> None:
    assert dead(f'<a href="{target}">') == [target]


@pytest.mark.parametrize(
    "target",
    ["https://autre.fr/absent/", "//autre.fr/", "mailto:a@b.fr", "tel:+33100000000", "data:,x", "/ailleurs/"],
)
def test_what_leads_out_of_the_site_is_not_judged(target: str) -> None:
    assert dead(f'<a href="{target}">') == []


def test_a_site_without_an_address_is_the_whole_of_its_host() -> None:
    assert dead('<a href="/offres/"><a href="/absent/">', url="") == ["/absent/"]


def test_a_link_sound_from_a_page_is_judged_anew_from_another_depth() -> None:
    pages = {path: anchors_and_links('<a href="../offres/">') for path in FILES[2:4]}
    assert list(broken_links(pages, FILES)) == [
        BrokenLink("offres/alpi/index.html", "../offres/", "offres/offres/index.html")
    ]


def test_a_page_may_name_its_own_anchors_only() -> None:
    assert dead('<p id="ici"><a href="#ici"><a href="#contexte">') == ["#contexte"]
