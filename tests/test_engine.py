import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.addresses import relative
from generator.config import Config
from generator.engine import ENGINES, Engine, running
from generator.frames import EngineError, Frame, FrameKey
from generator.kit import Kit, gather
from tests.conftest import MINIMAL, REPOSITORY
from tests.test_frames import filled, page


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("moteur") / "kit"
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides")
    home = folder / "content/index.md"
    home.write_text(
        home.read_text("utf-8").replace("title: Kit", "template: piege.html\ntitle: Kit"), "utf-8"
    )
    (folder / "content/plans").mkdir()
    (folder / "content/plans/plan.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture(scope="module")
def kit(root: Path) -> Kit:
    return gather(root)


@pytest.fixture(scope="module")
def built(kit: Kit) -> dict[tuple[str, int], Frame]:
    return frames(kit, {("offres", 1), ("offres", 2), ("catalogue", 3)})


def frames(kit: Kit, keys: Iterable[FrameKey] = ()) -> dict[FrameKey, Frame]:
    with running(kit, keys) as engine:
        return engine.frames()


@pytest.mark.parametrize(
    ("address", "origin", "expected"),
    [
        ("offres/alpi/", "offres/soluris/", "../../offres/alpi/"),
        ("offres/", "", "offres/"),
        ("", "offres/", "../"),
        ("", "", "./"),
        ("offres/alpi/#contexte", "offres/", "../offres/alpi/#contexte"),
        ("#haut", "", "./#haut"),
    ],
)
def test_a_relative_address_leads_from_one_page_to_the_other(
    address: str, origin: str, expected: str
) -> None:
    assert relative(address, origin) == expected


def test_there_is_one_frame_for_each_section_and_depth(built: dict[tuple[str, int], Frame]) -> None:
    assert list(built) == [("catalogue", 3), ("offres", 1), ("offres", 2)]


def test_a_filled_page_has_no_token_left(built: dict[tuple[str, int], Frame]) -> None:
    for (section, depth), frame in built.items():
        text = filled(frame, page(f"{section}/" + "x/" * (depth - 1)))
        assert "odljeton" not in text
        assert text.count("<h1>Corps</h1>") == 1


def test_a_filled_page_has_its_own_canonical_address(built: dict[tuple[str, int], Frame]) -> None:
    text = filled(built["offres", 2], page("offres/alpi/"))
    assert re.findall(r'<link rel="canonical" href="([^"]+)"', text) == [
        "https://kit.exemple.fr/offres/alpi/"
    ]


@pytest.mark.usefixtures("built")
def test_an_editorial_page_links_to_lists_and_quotes_the_configuration_and_holds_its_links_to_entries(
    root: Path,
) -> None:
    text = (root / "build/moteur/index.html").read_text("utf-8")
    assert '<a href="odljetonfiche/atd_offers/exemple.md">la fiche</a>' in text
    assert '<a href="catalogue/">le catalogue</a>' in text
    assert "Collectivité d'Exemple" in text


@pytest.mark.usefixtures("built")
def test_only_title_and_description_of_a_page_reach_the_engine(root: Path) -> None:
    head = (root / "build/docs/index.md").read_text("utf-8").split("---")[1]
    assert set(yaml.safe_load(head)) == {"title", "description"}


@pytest.mark.usefixtures("built")
def test_what_goes_with_the_pages_is_published_as_it_is(root: Path) -> None:
    assert (root / "build/moteur/plans/plan.pdf").read_bytes() == b"%PDF"


@pytest.mark.usefixtures("built")
def test_the_menu_has_an_item_for_each_kind(root: Path) -> None:
    staged = yaml.safe_load((root / "build/mkdocs.yml").read_text("utf-8"))
    assert staged["nav"] == [
        {"Accueil": "index.md"},
        {"Catalogue": "catalogue/index.md"},
        {"Offres": "offres/index.md"},
    ]


@pytest.mark.usefixtures("built")
def test_no_entry_reaches_the_engine(root: Path) -> None:
    assert not any(
        "douze communes" in path.read_text("utf-8") for path in (root / "build/docs").rglob("*.md")
    )


def test_values_of_the_configuration_may_name_others(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "raise SystemExit('appelé')")))
    config = small_kit / "mkdocs.yml"
    added = "extra:\n  pied: { liens: ['Par [[editeur.nom]]', '[[absent]]'], nombre: 3 }\n"
    config.write_text(config.read_text("utf-8").replace("extra:\n", added), "utf-8")
    with pytest.raises(EngineError, match="appelé"):
        frames(gather(small_kit))
    staged = yaml.safe_load((small_kit / "build/mkdocs.yml").read_text("utf-8"))
    assert staged["extra"]["pied"] == {"liens": ["Par Collectivité d'Exemple", "[[absent]]"], "nombre": 3}


def test_an_unknown_engine_is_refused_with_the_known_ones(small_kit: Path) -> None:
    kit = gather(small_kit)
    config = Config(kit.config.document, {**kit.config.raw, "extra": {"moteur": "hugo"}})
    with pytest.raises(EngineError, match=r"« hugo ».*mkdocs, properdocs"):
        frames(replace(kit, config=config))


def test_an_engine_that_fails_is_quoted(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "raise SystemExit('plus de place')")))
    with pytest.raises(EngineError, match="plus de place"):
        frames(gather(small_kit))


def test_an_engine_that_forgets_a_page_is_refused(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "")))
    with pytest.raises(EngineError, match=r"content/index\.md"):
        frames(gather(small_kit))


def test_an_engine_that_forgets_a_frame_is_refused(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "")))
    (small_kit / "content/index.md").unlink()
    with pytest.raises(EngineError, match="cadre offres/"):
        frames(gather(small_kit), [("offres", 1)])


def test_a_theme_given_by_its_name_alone_is_accepted(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "raise SystemExit('appelé')")))
    (small_kit / "mkdocs.yml").write_text("site_name: Kit\ntheme: material\n", "utf-8")
    with pytest.raises(EngineError, match="appelé"):
        frames(gather(small_kit))


def test_a_link_shown_in_a_code_block_is_left_as_it_is_written(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "raise SystemExit('appelé')")))
    with (small_kit / "content/index.md").open("a", encoding="utf-8") as home:
        home.write("\n```markdown\n[la fiche](../atd_offers/exemple.md)\n```\n")
    with pytest.raises(EngineError, match="appelé"):
        frames(gather(small_kit))
    staged = (small_kit / "build/docs/index.md").read_text("utf-8")
    assert "```markdown\n[la fiche](../atd_offers/exemple.md)\n```" in staged
