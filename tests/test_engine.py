import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

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
def test_what_goes_with_the_pages_is_published_as_it_is(root: Path) -> None:
    assert (root / "build/moteur/plans/plan.pdf").read_bytes() == b"%PDF"


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


@pytest.mark.parametrize(
    "change",
    [
        None,
        lambda root: (root / "content/index.md").write_text(
            "---\ntitle: A\ndescription: B\n---\n\n# A\n", "utf-8"
        ),
        lambda root: (root / "content/plan.pdf").write_bytes(b"%PDF"),
        lambda root: (root / "overrides/assets/kit.css").write_text("a{}", "utf-8"),
        lambda root: (root / "mkdocs.yml").open("a").write("copyright: Tous\n"),
        lambda root: (root / "build/moteur/index.html").write_text("touché", "utf-8"),
        lambda root: (root / "build/moteur/index.html").unlink(),
        lambda root: shutil.rmtree(root / "build/cache"),
    ],
)
def test_what_the_engine_made_serves_again_as_long_as_nothing_it_depends_on_changes(
    small_kit: Path, change: Callable[[Path], object] | None
) -> None:
    frames(gather(small_kit))
    if change:
        change(small_kit)
    with running(gather(small_kit), ()) as engine:
        assert (engine.process is None) is (change is None)
        engine.frames()
    assert (small_kit / "build/moteur/index.html").read_text("utf-8") != "touché"


def test_an_entry_that_changes_is_nothing_to_the_engine(small_kit: Path) -> None:
    frames(gather(small_kit))
    (small_kit / "atd_offers/exemple.md").unlink()
    with running(gather(small_kit), ()) as engine:
        assert engine.process is None
