from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kit import gather
from generator.plan import PagePlan
from generator.planned import Planned

ENTRY = "atd_offers/exemple.md"


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


IN_A_BODY = edit(ENTRY, "douze communes", "treize communes")


def shown(pages: list[PagePlan]) -> list[str]:
    """Give what each page shows, as a text."""
    return [repr((page.address, page.title, page.description, page.context(str))) for page in pages]


def test_an_edit_that_no_other_page_shows_plans_again_the_pages_of_its_entry_alone(small_kit: Path) -> None:
    planned = Planned()
    views, before = planned.of(gather(small_kit))
    IN_A_BODY(small_kit)
    kit = gather(small_kit)
    same, after = planned.of(kit)
    assert same is views
    assert [new for old, new in zip(before, after, strict=True) if new is not old] == [
        page for page in after if page.entry
    ]
    assert all(page.entry is kit.by_key[page.entry.key] for page in after if page.entry)
    assert shown(after) == shown(Planned().of(kit)[1])
    assert "treize communes" in "".join(shown(after))


@pytest.mark.parametrize(
    "change",
    [
        edit(ENTRY, "nom: ", "nom: Autre "),
        edit(ENTRY, "[transparence]", "[confiance]"),
        edit("content/index.md", "title: Kit", "title: Autre kit"),
        edit("mkdocs.yml", "site_name: ", "site_name: Autre "),
        edit("kit/vocabulaires/enjeux.yml", "libelle: ", "libelle: Autre "),
        lambda root: (root / "content/plan.pdf").write_bytes(b"%PDF"),
        lambda root: (root / ENTRY).rename(root / "atd_offers/autre.md"),
    ],
)
def test_any_other_change_plans_all_again(small_kit: Path, change: Callable[[Path], object]) -> None:
    planned = Planned()
    views, _ = planned.of(gather(small_kit))
    change(small_kit)
    kit = gather(small_kit)
    new, pages = planned.of(kit)
    assert new is not views
    assert shown(pages) == shown(Planned().of(kit)[1])
