from dataclasses import dataclass

import pytest
from markupsafe import Markup, escape

from generator.pieces import Pieces, Url


@dataclass(frozen=True)
class Shown:
    address: str
    title: str


FIRST, SECOND = Shown("offres/a/", "Un & deux"), Shown("offres/b/", "Trois")


class Macro:
    """A macro that counts its calls."""

    def __init__(self, url: Url) -> None:
        self.calls = 0
        self._url = url

    def __call__(self, shown: Shown = FIRST, level: int = 2) -> Markup:
        self.calls += 1
        return Markup(f'<h{level}><a href="{escape(self._url(shown.address))}">{escape(shown.title)}</a>')  # noqa: S704


@pytest.fixture
def url() -> Url:
    return Url()


def test_urls_are_relative_to_the_page_that_is_started(url: Url) -> None:
    url.start("offres/a/")
    assert url("catalogue/") == "../../catalogue/"
    url.start("")
    assert (url("catalogue/"), url(""), url("#haut")) == ("catalogue/", "./", "./#haut")


@pytest.mark.parametrize("page", ["", "offres/", "catalogue/page/2/"])
def test_each_piece_has_the_links_of_the_page_that_shows_it(url: Url, page: str) -> None:
    macro, pieces = Macro(url), Pieces(url)
    for one in ("a/b/c/d/", page):
        url.start(one)
        found = pieces.each(macro, [FIRST, SECOND])
        assert found == macro(FIRST) + macro(SECOND)
        assert isinstance(found, Markup)


def test_a_piece_is_written_once_for_all_pages(url: Url) -> None:
    macro, pieces = Macro(url), Pieces(url)
    for page in ("offres/", "catalogue/page/2/"):
        url.start(page)
        pieces.each(macro, [FIRST, SECOND, FIRST])
    assert macro.calls == len({FIRST, SECOND})


def test_a_piece_written_with_another_option_is_another_one(url: Url) -> None:
    macro, pieces = Macro(url), Pieces(url)
    assert pieces.each(macro, [FIRST], 2) != pieces.each(macro, [FIRST], 3)


def test_what_shows_nothing_in_particular_is_written_once_too(url: Url) -> None:
    macro, pieces = Macro(url), Pieces(url)
    for page in ("offres/", "catalogue/page/2/"):
        url.start(page)
        assert f'href="{url(FIRST.address)}"' in pieces.once(macro)
    assert macro.calls == 1


def test_a_piece_does_not_change_the_links_around_it(url: Url) -> None:
    url.start("offres/a/")
    Pieces(url).once(Macro(url))
    assert url("x/") == "../../x/"
