import pytest

from generator.pagination import Pagination, paginate


def cut(count: int, size: int = 2) -> list[tuple[Pagination, list[int]]]:
    return [(page, list(items)) for page, items in paginate("liste/", range(count), size)]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, [[]]), (1, [[0]]), (2, [[0, 1]]), (3, [[0, 1], [2]]), (5, [[0, 1], [2, 3], [4]])],
)
def test_a_list_is_cut_into_one_page_at_least(count: int, expected: list[list[int]]) -> None:
    assert [items for _, items in cut(count)] == expected


def test_the_first_page_keeps_the_address_of_the_list() -> None:
    assert [page.address for page, _ in cut(5)] == ["liste/", "liste/page/2/", "liste/page/3/"]


def test_a_page_knows_the_one_before_and_the_one_after() -> None:
    assert [(page.previous, page.next) for page, _ in cut(5)] == [
        (None, "liste/page/2/"),
        ("liste/", "liste/page/3/"),
        ("liste/page/2/", None),
    ]


def test_a_list_of_one_page_leads_nowhere_else() -> None:
    ((page, _),) = cut(1)
    assert (page.count, page.previous, page.next) == (1, None, None)


def test_each_page_links_to_all_and_marks_itself() -> None:
    assert [[(link.number, link.current) for link in page.links] for page, _ in cut(3)] == [
        [(1, True), (2, False)],
        [(1, False), (2, True)],
    ]


def test_the_title_says_the_number_of_the_next_pages() -> None:
    assert [page.titled("Liste") for page, _ in cut(3)] == ["Liste", "Liste (page 2 sur 2)"]


def test_a_long_list_links_to_its_ends_and_around_the_page() -> None:
    pages = [page for page, _ in cut(400)]
    assert [(link.number, link.skips) for link in pages[99].links] == [
        (1, False),
        (98, True),
        (99, False),
        (100, False),
        (101, False),
        (102, False),
        (200, True),
    ]
    assert {len(page.links) for page in pages} <= set(range(4, 8))
