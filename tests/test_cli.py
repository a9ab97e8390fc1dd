import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.cli import main
from generator.console import FAULTS, MISUSE, OK
from generator.diagnostic import Finding
from generator.kit import Kit
from generator.layout import ADDRESSES
from generator.rules import Scope, discover
from generator.session import Session
from tests.conftest import MINIMAL

Captured = pytest.CaptureFixture[str]
ENTRY = "atd_offers/exemple.md"
STEPS = [
    "définitions",
    "lecture",
    "contrôle",
    "plan",
    "moteur",
    "rendu",
    "exports",
    "listes",
    "vérification",
    "index",
    "publication",
]
"""Steps of a build, as a log names them."""


def odl(root: Path, command: str, *arguments: str) -> int:
    return main([command, *arguments, "--root", str(root)])


def spoil(root: Path, name: str = "exemple") -> None:
    text = (root / ENTRY).read_text("utf-8").replace("id: exemple", f"id: {name}")
    (root / f"atd_offers/{name}.md").write_text(text.replace("[transparence]", "[transparance]"), "utf-8")


def explode(_kit: Kit) -> Iterator[Finding]:
    message = "règle cassée"
    raise RuntimeError(message)


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = replace(discover()[0], scope=Scope.KIT, check=explode)
    monkeypatch.setattr("generator.check.discover", lambda: (rule,))


def test_a_sound_kit_is_checked_with_no_error(capsys: Captured) -> None:
    assert odl(MINIMAL, "check") == OK
    assert capsys.readouterr() == ("1 fiche lue, aucune faute.\n", "")


def test_the_kit_is_found_from_any_folder_inside_it(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_kit / "kit/canevas")
    assert main(["check"]) == OK


def test_faults_are_told_on_the_standard_output(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    assert odl(small_kit, "check") == FAULTS
    out, err = capsys.readouterr()
    assert "atd_offers/exemple.md:6:10  erreur C103" in out
    assert err == ""


@pytest.mark.parametrize(("terminal", "refused"), [(True, ""), (True, "1"), (False, "")])
def test_colours_are_for_a_terminal_whose_reader_wants_them(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, terminal: bool, refused: str
) -> None:
    monkeypatch.setattr("generator.reporters.text.report_in_colours", lambda *_: "en couleurs")
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", refused)
    odl(MINIMAL, "check")
    assert (capsys.readouterr().out == "en couleurs\n") is (terminal and not refused)


def test_a_file_whose_name_cannot_be_written_is_told_all_the_same(small_kit: Path, capsys: Captured) -> None:
    Path(os.fsdecode(os.fsencode(small_kit / "atd_offers") + b"/a\xff.md")).write_text("x", "utf-8")
    assert odl(small_kit, "check") == FAULTS
    assert "atd_offers/a .md:1:1  erreur F103" in capsys.readouterr().out


def test_a_warning_alone_is_no_fault(small_kit: Path, capsys: Captured) -> None:
    entry = small_kit / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("publie_le: 2026-11-22\n", ""), "utf-8")
    assert odl(small_kit, "check") == OK
    assert "avertissement C107" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("atd_offers/autre.md", FAULTS),
        (ENTRY, OK),
        ("atd_offers", FAULTS),
        ("./atd_offers/", FAULTS),
        ("content", OK),
        (".", FAULTS),
    ],
)
def test_only_the_faults_of_the_given_path_count(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, path: str, code: int
) -> None:
    spoil(small_kit, "autre")
    monkeypatch.chdir(small_kit)
    assert odl(small_kit, "check", path) == code
    assert ("C103" in capsys.readouterr().out) is (code == FAULTS)


@pytest.mark.parametrize("absolute", [True, False])
def test_a_path_may_be_given_from_elsewhere(
    small_kit: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    absolute: bool,
) -> None:
    spoil(small_kit)
    monkeypatch.chdir(tmp_path)
    assert odl(small_kit, "check", str(small_kit / ENTRY) if absolute else ENTRY) == FAULTS


def test_a_path_may_be_given_from_a_folder_of_the_kit(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_kit / "kit")
    assert main(["check", f"../{ENTRY}"]) == OK


def test_a_file_that_has_no_entry_can_be_checked(small_kit: Path) -> None:
    (small_kit / "atd_offers/vide.md").touch()
    assert odl(small_kit, "check", "atd_offers/vide.md") == FAULTS


def test_a_path_that_is_not_of_the_kit_is_misuse(capsys: Captured) -> None:
    assert odl(MINIMAL, "check", "atd_offers/absent.md") == MISUSE
    out, err = capsys.readouterr()
    assert (out, err) == ("", "odl : « atd_offers/absent.md » n'est pas un fichier du kit.\n")


def test_the_links_of_a_summary_may_open_the_branch_of_a_contributor(
    small_kit: Path, capsys: Captured
) -> None:
    spoil(small_kit)
    base = "https://forge.exemple.fr/mairie/kit/edit"
    arguments = ["--format", "summary", "--adresse-modification", f"{base}/ma#branche"]
    assert odl(small_kit, "check", *arguments) == FAULTS
    assert f"[Modifier la ligne 6]({base}/ma%23branche/{ENTRY}#L6)" in capsys.readouterr().out


def test_links_that_would_open_nothing_are_misuse(small_kit: Path, capsys: Captured) -> None:
    assert odl(small_kit, "check", "--adresse-modification", "/edit/main") == MISUSE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("odl : « /edit/main » n'est pas une adresse")


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "offre", "essai"]])
def test_a_folder_that_is_not_a_kit_is_misuse(tmp_path: Path, capsys: Captured, command: list[str]) -> None:
    assert odl(tmp_path, *command) == MISUSE
    assert "il manque « mkdocs.yml »" in capsys.readouterr().err


def test_a_rule_is_explained_without_a_kit(tmp_path: Path) -> None:
    assert odl(tmp_path, "explain", "C103") == OK


def test_no_kit_around_is_misuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == MISUSE
    assert "--root" in capsys.readouterr().err


def test_a_command_badly_written_is_misuse(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["chek"])
    assert stop.value.code == MISUSE
    assert capsys.readouterr().err.startswith("odl : « chek » n'est pas une commande. Écrivez « check ».")


def test_a_build_writes_the_site_where_it_is_asked(small_kit: Path, tmp_path: Path, capsys: Captured) -> None:
    site = tmp_path / "ailleurs"
    assert odl(small_kit, "build", "--site-dir", str(site)) == OK
    assert (site / "offres/exemple/index.html").is_file()
    assert not (small_kit / "site").exists()
    out, err = capsys.readouterr()
    assert out.startswith("1 fiche lue, aucune faute.\n")
    assert f"pages écrites dans {site} en " in out
    assert [line.split()[0] for line in err.splitlines()] == STEPS


def test_a_quiet_build_says_nothing_when_all_is_well(small_kit: Path, capsys: Captured) -> None:
    assert odl(small_kit, "build", "--quiet") == OK
    assert (small_kit / "site/index.html").is_file()
    assert capsys.readouterr() == ("", "")


def test_a_quiet_build_says_the_faults(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    assert odl(small_kit, "build", "--quiet") == FAULTS
    out, err = capsys.readouterr()
    assert "erreur C103" in out
    assert out.endswith("1 fiche lue : 1 erreur.\nLe site n'a pas été construit.\n")
    assert err == ""


def test_the_times_of_a_build_are_a_table(small_kit: Path, capsys: Captured) -> None:
    assert odl(small_kit, "build", "--quiet", "--timings") == OK
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [name for name, _ in rows] == ["étape", *STEPS, "total"]


def test_a_build_stopped_by_faults_leaves_the_former_site(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    (small_kit / "site/donnees").mkdir(parents=True)
    (small_kit / "site/donnees/catalogue.json").touch()
    (small_kit / "site/index.html").write_text("ancien", "utf-8")
    assert odl(small_kit, "build") == FAULTS
    assert (small_kit / "site/index.html").read_text("utf-8") == "ancien"
    assert capsys.readouterr().out.endswith(
        "Le site n'a pas été construit. Le précédent est resté en place.\n"
    )


def test_a_first_build_stopped_by_faults_does_not_speak_of_a_former_site(
    small_kit: Path, capsys: Captured
) -> None:
    spoil(small_kit)
    assert odl(small_kit, "build") == FAULTS
    assert "précédent" not in capsys.readouterr().out


def test_an_unknown_engine_is_said_without_a_trace(small_kit: Path, capsys: Captured) -> None:
    config = small_kit / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("extra:\n", "extra:\n  moteur: hugo\n"), "utf-8")
    assert odl(small_kit, "build") == MISUSE
    assert "\nodl : « extra.moteur » vaut « hugo »" in capsys.readouterr().err


def test_serving_a_kit_that_was_never_built_and_has_faults_stops(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    assert odl(small_kit, "serve", "--port", "0") == FAULTS
    assert "C103" in capsys.readouterr().out


def test_serving_on_a_port_already_taken_is_misuse(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    (small_kit / "site").mkdir()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert odl(small_kit, "serve", "--port", str(port)) == MISUSE
    assert f"le port {port} est déjà pris. Essayez --port {port + 1}." in capsys.readouterr().err


def test_a_site_is_served_and_built_again_whatever_a_build_says(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    spoil(small_kit)
    (small_kit / "site").mkdir()

    def run(server: ThreadingHTTPServer, _root: Path, rebuild: Callable[[], None]) -> None:
        server.server_close()
        (small_kit / ENTRY).write_text((MINIMAL / ENTRY).read_text("utf-8"), "utf-8")
        config = small_kit / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("extra:\n", "extra:\n  moteur: hugo\n"), "utf-8")
        rebuild()

    monkeypatch.setattr("generator.serve.run", run)
    assert odl(small_kit, "serve", "--port", "0") == OK
    out, err = capsys.readouterr()
    assert "Le site est sur http://127.0.0.1:" in out
    assert "« hugo »" in err


def test_serving_goes_on_whatever_stops_a_build(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (small_kit / "site").mkdir()
    failures = iter([OSError(28, "", "site"), RuntimeError("règle cassée")])

    def fail(*_: object, **__: object) -> None:
        raise next(failures)

    def run(server: ThreadingHTTPServer, session: Session, rebuild: Callable[[], int]) -> None:
        server.server_close()
        assert [fault.message for fault in session.board.state.faults] == ["« site » : le disque est plein."]
        assert rebuild() == MISUSE
        assert session.board.state.faults[0].message.startswith("Défaut du programme, non de vos fichiers")

    monkeypatch.setattr("generator.building.build", fail)
    monkeypatch.setattr("generator.serve.run", run)
    assert odl(small_kit, "serve", "--port", "0") == OK
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "odl : « site » : le disque est plein."
    assert said[1].startswith("odl : défaut du programme, non de vos fichiers. Le détail est dans ")
    assert len(said) == 2


def test_serving_a_draft_keeps_no_address(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(server: ThreadingHTTPServer, _root: Path, rebuild: Callable[[], int]) -> None:
        server.server_close()
        assert rebuild() == OK

    monkeypatch.setattr("generator.serve.run", run)
    assert odl(small_kit, "serve", "--port", "0") == OK
    assert (small_kit / "site/offres/exemple/index.html").is_file()
    assert not (small_kit / ADDRESSES).exists()


def test_a_port_that_does_not_exist_is_misuse(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    (small_kit / "site").mkdir()
    assert odl(small_kit, "serve", "--port", "99999") == MISUSE
    assert "défaut du programme" not in capsys.readouterr().err


def test_a_new_entry_is_ready_to_be_filled_in(small_kit: Path, capsys: Captured) -> None:
    pairs = ["nom=Mon territoire", "resume=Il aide douze communes.", "enjeux=Confiance"]
    given = [word for pair in pairs for word in ("--champ", pair)]
    assert odl(small_kit, "new", "offre", "mon-territoire", *given) == OK
    assert capsys.readouterr().out.startswith("atd_offers/mon-territoire.md est écrit.\n\nIl reste à remplir")
    assert 'nom: "Mon territoire"' in (small_kit / "atd_offers/mon-territoire.md").read_text("utf-8")
    odl(small_kit, "check", "atd_offers/mon-territoire.md")
    assert "C1" not in capsys.readouterr().out


def test_the_path_of_a_new_entry_is_told_as_one_types_it(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(small_kit / "kit")
    assert main(["new", "offre", "essai"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("../atd_offers/essai.md est écrit.\n")
    assert "odl check ../atd_offers/essai.md\n" in shown
    assert main(["check", "../atd_offers/essai.md"]) == FAULTS


@pytest.mark.parametrize("arguments", [[], ["offre"]])
def test_without_a_terminal_the_kind_and_the_id_must_be_given(
    small_kit: Path, capsys: Captured, arguments: list[str]
) -> None:
    assert odl(small_kit, "new", *arguments) == MISUSE
    assert capsys.readouterr().err == (
        "odl : donnez le genre et l'identifiant, comme « odl new offre mon-territoire ». Genres : offre.\n"
    )


def test_nothing_is_written_through_a_folder_that_is_a_link(small_kit: Path, capsys: Captured) -> None:
    (small_kit / "atd_offers").rename(small_kit.parent / "ailleurs")
    (small_kit / "atd_offers").symlink_to("../ailleurs")
    assert odl(small_kit, "new", "offre", "essai") == MISUSE
    assert "« atd_offers » est un lien" in capsys.readouterr().err
    assert [path.name for path in (small_kit.parent / "ailleurs").iterdir()] == ["exemple.md"]


def test_the_folder_of_a_new_entry_is_made(small_kit: Path) -> None:
    shutil.rmtree(small_kit / "atd_offers")
    assert odl(small_kit, "new", "offre", "premiere") == OK
    assert (small_kit / "atd_offers/premiere.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["recette", "essai"], "« recette » n'est pas un genre de fiche. Genres : offre."),
        (["offre", "Mon Été"], "« Mon Été » ne convient pas : écrivez « mon-ete »."),
        (["offre", "../../essai"], "ne convient pas"),
        (["offre", "/absolu/essai"], "ne convient pas"),
        (["offre", "exemple"], "« atd_offers/exemple.md » existe déjà."),
        (
            ["offre", "essai", "--champ", "couleur=vert"],
            "« couleur » n'est pas un champ que « --champ » peut donner.",
        ),
        (["offre", "essai", "--champ", "enjeux=transparance"], "Écrivez « transparence »."),
    ],
)
def test_a_new_entry_that_cannot_be_made_is_misuse_and_writes_nothing(
    small_kit: Path, capsys: Captured, arguments: list[str], message: str
) -> None:
    before = sorted(small_kit.rglob("*"))
    assert odl(small_kit, "new", *arguments) == MISUSE
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert sorted(small_kit.rglob("*")) == before


@pytest.mark.parametrize("code", ["C103", "c103"])
def test_a_rule_is_explained_with_its_examples(capsys: Captured, code: str) -> None:
    assert odl(MINIMAL, "explain", code) == OK
    out = capsys.readouterr().out
    assert out.startswith("C103 : Terme inconnu (erreur)\n\n## Ce qui est vérifié\n")
    assert "## Exemple accepté" in out


def test_an_unknown_rule_is_misuse_with_the_known_ones(capsys: Captured) -> None:
    assert odl(MINIMAL, "explain", "Z999") == MISUSE
    err = capsys.readouterr().err
    assert "« Z999 » n'est pas une règle" in err
    assert "C103" in err


@pytest.mark.usefixtures("broken_rule")
def test_a_defect_is_said_plainly_and_its_trace_is_kept_aside(small_kit: Path, capsys: Captured) -> None:
    assert odl(small_kit, "check") == MISUSE
    out, err = capsys.readouterr()
    log = small_kit / "build/defaut.log"
    assert (out, err) == ("", f"odl : défaut du programme, non de vos fichiers. Le détail est dans {log}.\n")
    assert "RuntimeError: règle cassée" in log.read_text("utf-8")


@pytest.mark.usefixtures("broken_rule")
def test_a_defect_whose_trace_cannot_be_kept_is_said_all_the_same(small_kit: Path, capsys: Captured) -> None:
    shutil.rmtree(small_kit / "build", ignore_errors=True)
    (small_kit / "build").write_text("un fichier", "utf-8")
    assert odl(small_kit, "check") == MISUSE
    assert "règle cassée" in capsys.readouterr().err


def test_an_interruption_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_root: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.pipeline.survey", interrupt)
    assert odl(MINIMAL, "check") == OK


def test_the_package_runs_as_the_command() -> None:
    command = [sys.executable, "-m", "generator", "explain", "C103", "--root", str(MINIMAL)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == OK
    assert done.stdout.startswith("C103 : Terme inconnu")


def test_fix_mends_what_is_safe_says_it_and_shows_what_is_left(small_kit: Path, capsys: Captured) -> None:
    spoil(small_kit)
    entry = small_kit / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("## Contexte", "## Le contexte"), "utf-8")
    assert odl(small_kit, "check", "--fix") == FAULTS
    out = capsys.readouterr().out
    assert "atd_offers/exemple.md:11  corrigé C112  Cette section s'appelle « Contexte »." in out
    assert "   - ## Le contexte\n   + ## Contexte\n\n1 faute corrigée.\n" in out
    assert "atd_offers/exemple.md:6:10  erreur C103" in out
    assert "C112" not in out.partition("corrigée.")[2]


def test_fix_touches_the_wanted_files_only(small_kit: Path, capsys: Captured) -> None:
    text = (small_kit / ENTRY).read_text("utf-8").replace("## Contexte", "## Le contexte")
    for name in ("alice", "zoe"):
        (small_kit / f"atd_offers/{name}.md").write_text(text.replace("id: exemple", f"id: {name}"), "utf-8")
    assert odl(small_kit, "check", "--fix", str(small_kit / "atd_offers/zoe.md")) == OK
    assert "alice" not in capsys.readouterr().out
    assert "## Le contexte" in (small_kit / "atd_offers/alice.md").read_text("utf-8")
    assert "## Contexte" in (small_kit / "atd_offers/zoe.md").read_text("utf-8")


def test_fix_leaves_the_report_of_a_program_alone(small_kit: Path, capsys: Captured) -> None:
    entry = small_kit / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("## Contexte", "## Le contexte"), "utf-8")
    assert odl(small_kit, "check", "--fix", "--format", "json") == OK
    out, err = capsys.readouterr()
    assert json.loads(out)["diagnostics"] == []
    assert "1 faute corrigée." in err
