import re

import pytest

from generator.layout import MAX_FILE_BYTES
from generator.searchable import for_readers
from generator.site_links import anchors_and_links
from generator.tags import tags, without

ID = re.compile(r" id=[a-z]+")


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p id=a>", "<p>"),
        ("<p class=x id=a><b id=b>", "<p class=x><b>"),
        ("<p id=a class=x id=b>", "<p class=x>"),
        ("<p>le id=a</p>", "<p>le id=a</p>"),
        (" id=a<p> id=b id=c</p>", " id=a<p> id=b id=c</p>"),
        ("<p id=a> id=b <b id=c> id=d", "<p> id=b <b> id=d"),
        ("", ""),
    ],
)
def test_an_attribute_is_told_from_a_text_that_looks_like_one(html: str, left: str) -> None:
    assert without(ID, html) == left


def test_the_tags_of_a_page_are_told_from_its_texts() -> None:
    assert tags("avant <p id=a>le id=b</p> et <br>").split() == ["p", "id=a", "/p", "br"]
    assert tags("") == ""


@pytest.mark.parametrize("text", [" id=a", " href='a'", ' data-pagefind-a="b"', " data-index-a"])
def test_a_file_full_of_what_looks_like_attributes_takes_no_longer_than_another(text: str) -> None:
    """With a look around each of them, this takes a quarter of an hour."""
    page = f"<p id=debut>{text * (MAX_FILE_BYTES // len(text))}</p>"
    assert anchors_and_links(page).ids == {"debut"}
    assert for_readers(page) == page
