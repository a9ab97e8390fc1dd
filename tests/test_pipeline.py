"""The whole flow on real files: what a build makes, what stops it, what editing `kit/` alone adds."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building import build
from generator.cli import main
from generator.diagnostic import Diagnostic
from generator.kit import Kit, gather
from generator.layout import ADDRESSES
from generator.register import RegisterError
from tests.conftest import REPOSITORY


def files(site: Path) -> dict[str, bytes]:
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def built(root: Path) -> Path:
    result = build(root, root / "site")
    assert result.site, [found.message for found in result.diagnostics]
    return result.site


@pytest.fixture(scope="module")
def real() -> Kit:
    return gather(REPOSITORY)


def test_the_real_kit_has_all_its_entries_and_no_fault(
    real: Kit, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    full = [entry for entry in real.by_kind["offre"] if entry.value["statut"] == "publiee"]
    assert (len(real.by_kind["offre"]), len(full)) == (57, 23)
    assert len(real.by_kind["ressource"]) >= 60
    assert len(real.by_kind["animation"]) >= 12
    notes = [(one.code, one.span.path) for one in diagnose(REPOSITORY)]
    assert notes == [("R108", "kit/vocabulaires/niveaux.yml")] * 3  # notes: terms that no entry has yet


def test_every_published_offer_has_its_six_sections_in_order(real: Kit) -> None:
    order = [part.name for part in real.definitions.canevases[0].sections]
    assert len(order) == 6
    for entry in real.by_kind["offre"]:
        if entry.value["statut"] == "publiee":
            assert [section.name for section in entry.sections] == order


def test_the_site_has_a_page_for_each_entry_term_pair_and_rule(small_kit: Path) -> None:
    site = built(small_kit)
    for path in (
        "offres/exemple",
        "offres",
        "catalogue",
        "catalogue/enjeux/confiance",
        "catalogue/enjeux/transparence/phases/publier",
        "recherche",
        "regles/c103",
    ):
        assert (site / path / "index.html").is_file(), path
    assert (site / "404.html").is_file()
    assert not list(site.rglob("*odljeton*"))
    assert all(
        "odljeton" not in text.decode() for name, text in files(site).items() if name.endswith(".html")
    )


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(small_kit: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "un autre dossier"
    shutil.copytree(small_kit, elsewhere)
    assert files(built(small_kit)) == files(built(elsewhere))


def test_a_fault_leaves_the_former_site_untouched(
    small_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(built(small_kit))
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("transparence", "transparance"), "utf-8")
    assert main(["build", "--root", str(small_kit)]) == 1
    assert "C103" in capsys.readouterr().out
    assert files(small_kit / "site") == before


def test_an_engine_that_fails_leaves_the_former_site_untouched(
    small_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(built(small_kit))
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("name: material", "name: inexistant"), "utf-8")
    assert main(["build", "--root", str(small_kit)]) == 2
    assert "inexistant" in capsys.readouterr().err
    assert files(small_kit / "site") == before


def test_a_link_of_the_footer_that_leads_nowhere_leaves_the_former_site_untouched(
    small_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(built(small_kit))
    config = small_kit / "mkdocs.yml"
    footer = "extra:\n  pied: [{ titre: Mentions, adresse: mentions/ }]\n"
    config.write_text(config.read_text("utf-8").replace("extra:\n", footer), "utf-8")
    assert main(["build", "--root", str(small_kit)]) == 2
    said = capsys.readouterr().err
    assert (
        "dans « 404.html », le lien « /mentions/ » ne mène à rien (et de même dans 118 autres pages)" in said
    )
    assert files(small_kit / "site") == before


def test_a_field_added_to_the_canevas_appears_on_the_page_in_the_schema_and_in_the_blank(
    small_kit: Path,
) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    added = "  horaires: { title: Horaires d'ouverture, type: string, examples: [Lundi matin] }\n  contexte:"
    canevas.write_text(canevas.read_text("utf-8").replace("  contexte:", added), "utf-8")
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(
        entry.read_text("utf-8").replace("publie_le", "horaires: Mardi et jeudi\npublie_le"), "utf-8"
    )
    site = built(small_kit)
    page = (site / "offres/exemple/index.html").read_text("utf-8")
    assert "Horaires d'ouverture" in page
    assert "Mardi et jeudi" in page
    assert "horaires" in json.loads((site / "canevas/offre.schema.json").read_text("utf-8"))["properties"]
    assert main(["new", "offre", "autre", "--root", str(small_kit)]) == 0
    assert "horaires: " in (small_kit / "atd_offers/autre.md").read_text("utf-8")


def test_a_term_added_to_a_vocabulary_is_accepted_and_gets_its_page(small_kit: Path) -> None:
    vocabulary = small_kit / "kit/vocabulaires/enjeux.yml"
    term = "  - id: sobriete\n    libelle: Sobriété\n    definition: Faire mieux avec moins.\n"
    vocabulary.write_text(vocabulary.read_text("utf-8") + term, "utf-8")
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("[transparence]", "[transparence, sobriete]"), "utf-8")
    site = built(small_kit)
    page = (site / "catalogue/enjeux/sobriete/index.html").read_text("utf-8")
    assert "Faire mieux avec moins." in page
    assert "Syndicat d'Exemple" in page


KIND = """\
$schema: https://json-schema.org/draft/2020-12/schema
title: Parcours
description: Une suite de ressources pour apprendre.
x-pluriel: Parcours
x-dossier: kit/parcours
x-adresse: parcours
type: object
additionalProperties: false
required: [id, titre, accroche, enjeux]
properties:
  id: { $ref: "#/$defs/id" }
  titre: { title: Titre, x-role: titre, type: string, examples: [Débuter] }
  accroche: { title: Accroche, x-role: resume, type: string, examples: [Pour bien commencer.] }
  enjeux:
    title: Enjeux
    x-facette: page
    type: array
    items: { type: string, x-vocabulaire: enjeux }
    examples: [[confiance]]
  programme: { title: Programme, description: Dans l'ordre., type: string, contentMediaType: text/markdown }
"""
COURSE = """\
---
id: debuter
titre: Débuter en une journée
accroche: Une première journée pour comprendre.
enjeux: [confiance]
---

## Programme

Le matin, **lire** ; l'après-midi, faire.
"""


def test_a_fourth_kind_needs_only_its_canevas_and_its_entries(small_kit: Path) -> None:
    (small_kit / "kit/canevas/parcours.yml").write_text(KIND, "utf-8")
    (small_kit / "kit/parcours").mkdir()
    (small_kit / "kit/parcours/debuter.md").write_text(COURSE, "utf-8")
    site = built(small_kit)
    page = (site / "parcours/debuter/index.html").read_text("utf-8")
    assert "<strong>lire</strong>" in page
    assert "Débuter en une journée" in (site / "parcours/index.html").read_text("utf-8")
    assert "Débuter en une journée" in (site / "catalogue/enjeux/confiance/index.html").read_text("utf-8")
    assert 'href="../parcours/"' in (site / "catalogue/index.html").read_text("utf-8")
    assert json.loads((site / "canevas/parcours.schema.json").read_text("utf-8"))["title"] == "Parcours"
    kinds = {
        entry["kind"] for entry in json.loads((site / "donnees/catalogue.json").read_text("utf-8"))["entries"]
    }
    assert kinds == {"offre", "parcours"}
    given = [
        "titre=Suivre",
        "accroche=Pour continuer.",
        "enjeux=confiance",
        "programme=Le soir, tout relire.",
    ]
    options = [word for pair in given for word in ("--champ", pair)]
    assert main(["new", "parcours", "suivre", *options, "--root", str(small_kit)]) == 0
    assert "## Programme\n\nLe soir" in (small_kit / "kit/parcours/suivre.md").read_text("utf-8")
    assert main(["check", "--root", str(small_kit)]) == 0


def test_a_former_id_leads_to_the_present_page(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("---\n\n", "anciens_ids: [jadis]\n---\n\n", 1), "utf-8")
    assert "../../offres/exemple/" in (built(small_kit) / "offres/jadis/index.html").read_text("utf-8")


def test_markup_never_reaches_the_page_as_code(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    text = entry.read_text("utf-8").replace("nom: Syndicat d'Exemple", "nom: 'A & B < C \" D {{ 7*7 }}'")
    entry.write_text(text, "utf-8")
    page = (built(small_kit) / "offres/exemple/index.html").read_text("utf-8")
    assert "<title>A &amp; B &lt; C &quot; D {{ 7*7 }} - Kit d'essai</title>" in page.replace(
        "&#34;", "&quot;"
    )
    assert 'B < C " D' not in page


def test_the_addresses_of_a_built_site_are_kept_and_a_second_build_leaves_the_file_alone(
    small_kit: Path, tmp_path: Path
) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("---\n\n", "anciens_ids: [jadis]\n---\n\n", 1), "utf-8")
    built(small_kit)
    register = small_kit / ADDRESSES
    kept = register.read_text("utf-8").splitlines()
    assert [line for line in kept if not line.startswith("#")] == ["offres/exemple/", "offres/jadis/"]
    before = register.stat().st_mtime_ns
    assert build(small_kit, tmp_path / "ailleurs").site
    assert register.stat().st_mtime_ns == before


def test_an_entry_whose_published_address_goes_stops_the_next_build(
    small_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(small_kit)
    entry = small_kit / "atd_offers/exemple.md"
    renamed = small_kit / "atd_offers/exemplaire.md"
    entry.write_text(entry.read_text("utf-8").replace("id: exemple", "id: exemplaire"), "utf-8")
    entry.rename(renamed)
    (small_kit / "content/index.md").write_text(
        "---\ntitle: Essai\ndescription: Une page écrite pour les tests.\n---\n"
    )
    assert main(["build", "--root", str(small_kit)]) == 1
    assert "R110" in capsys.readouterr().out
    renamed.write_text(
        renamed.read_text("utf-8").replace("---\n\n", "anciens_ids: [exemple]\n---\n\n", 1), "utf-8"
    )
    assert main(["build", "--root", str(small_kit)]) == 0
    assert "offres/exemplaire/" in (small_kit / ADDRESSES).read_text("utf-8")


def test_a_build_that_faults_stop_keeps_no_address(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("transparence", "transparance"), "utf-8")
    assert build(small_kit, small_kit / "site").site is None
    assert not (small_kit / ADDRESSES).exists()


def test_a_site_whose_addresses_cannot_be_kept_is_in_place_and_the_failure_is_said(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(root: Path, text: str) -> None:
        assert (root / "site/index.html").is_file()
        raise RegisterError(text)

    monkeypatch.setattr("generator.register.record", refuse)
    assert main(["build", "--root", str(small_kit)]) == 2
    assert "offres/exemple/" in capsys.readouterr().err
    assert (small_kit / "site/index.html").is_file()
