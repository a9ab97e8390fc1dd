from pathlib import Path

import pytest

from bench.weigh import weigh


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/kit.css").write_text("p { color: red }" * 100)
    (tmp_path / "assets/a.js").write_text('import { b } from "./b.js";\nimport("./plus-tard.js");\n')
    (tmp_path / "assets/b.js").write_text('import "./b.js";\nexport const b = 1;\n')
    return tmp_path


def page(site: Path, text: str) -> None:
    (site / "a/index.html").write_text(text)


def test_a_page_costs_what_it_names_and_the_modules_imported_at_once(site: Path) -> None:
    page(
        site,
        '<link rel=stylesheet href="../assets/kit.css"><script type=module src="../assets/a.js"></script>',
    )
    assert list(weigh(site, "a/").files) == [
        "a/index.html",
        "assets/kit.css",
        "assets/a.js",
        "assets/b.js",
    ]


def test_a_file_named_twice_is_fetched_once(site: Path) -> None:
    page(site, '<link rel=stylesheet href="../assets/kit.css">' * 2)
    assert len(weigh(site, "a/").files) == 2


@pytest.mark.parametrize(
    "named",
    [
        '<img loading=lazy src="absente.webp">',
        '<link rel=canonical href="https://exemple.fr/a/">',
        '<link rel=icon href="data:image/svg+xml,x">',
        '<a href="absente/">un lien</a>',
    ],
)
def test_what_a_browser_does_not_fetch_by_itself_is_not_counted(site: Path, named: str) -> None:
    page(site, named)
    assert list(weigh(site, "a/").files) == ["a/index.html"]


def test_bytes_are_those_of_the_compressed_file(site: Path) -> None:
    page(site, '<link rel=stylesheet href="../assets/kit.css">')
    assert weigh(site, "a/").files["assets/kit.css"] < 100


def test_after_another_page_only_what_it_did_not_bring_is_counted(site: Path) -> None:
    (site / "index.html").write_text('<link rel=stylesheet href="assets/kit.css">')
    page(site, '<link rel=stylesheet href="../assets/kit.css">')
    found = weigh(site, "a/")
    assert found.after(weigh(site, "")) == found.page < found.first


def test_a_file_that_is_not_there_is_not_passed_over(site: Path) -> None:
    page(site, '<script src="../assets/absent.js"></script>')
    with pytest.raises(FileNotFoundError):
        weigh(site, "a/")
