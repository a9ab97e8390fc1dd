from pathlib import Path

import pytest

from generator.files import list_files, list_tree, lost_entries, proposed_name, stands, strays

SUFFIXES = (".md", ".yml")


def causes(root: Path) -> list[tuple[str, str]]:
    return [(fault.cause, fault.span.path) for fault in list_files(root, "fiches", SUFFIXES).faults]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "fiches").mkdir()
    return tmp_path


def test_files_are_listed_sorted_and_relative_to_the_root(root: Path) -> None:
    for name in ("b.md", "a.yml", "_communs.yml"):
        (root / "fiches" / name).touch()
    found = list_files(root, "fiches", SUFFIXES)
    assert found.paths == ("fiches/_communs.yml", "fiches/a.yml", "fiches/b.md")
    assert found.faults == ()


def test_hidden_files_belong_to_the_system(root: Path) -> None:
    (root / "fiches/.DS_Store").touch()
    (root / "fiches/.cache.md").touch()
    assert list_files(root, "fiches", SUFFIXES).paths == ()
    assert causes(root) == []


def test_another_format_and_a_folder_are_unexpected(root: Path) -> None:
    (root / "fiches/offre.docx").touch()
    (root / "fiches/archives").mkdir()
    assert causes(root) == [
        ("unexpected_file", "fiches/archives"),
        ("unexpected_file", "fiches/offre.docx"),
    ]


@pytest.mark.parametrize(
    "name", ["Été.md", "mon territoire.md", "mon_territoire.md", "a--b.md", "A.md", "a.MD", "-a.md"]
)
def test_a_badly_named_file_is_a_fault_and_is_read_all_the_same(root: Path, name: str) -> None:
    (root / "fiches" / name).touch()
    assert causes(root) == [("bad_file_name", f"fiches/{name}")]
    assert list_files(root, "fiches", SUFFIXES).paths == (f"fiches/{name}",)


def test_a_missing_folder_is_empty(root: Path) -> None:
    assert list_files(root, "absent", SUFFIXES).paths == ()


def test_a_file_in_the_place_of_a_folder_is_unreadable(root: Path) -> None:
    (root / "plat").touch()
    assert [fault.cause for fault in list_files(root, "plat", SUFFIXES).faults] == ["unreadable"]


def test_a_tree_is_listed_sorted_with_its_folders(root: Path) -> None:
    for name in ("b.md", "a/z.md", "a/notes.txt", "Été.md"):
        (root / "fiches" / name).parent.mkdir(exist_ok=True)
        (root / "fiches" / name).touch()
    found = list_tree(root, "fiches", SUFFIXES)
    assert found.paths == ("fiches/a/z.md", "fiches/b.md", "fiches/Été.md")
    assert [(fault.cause, fault.span.path) for fault in found.faults] == [
        ("unexpected_file", "fiches/a/notes.txt"),
        ("bad_file_name", "fiches/Été.md"),
    ]


def test_links_of_a_tree_are_refused_and_never_entered(root: Path) -> None:
    (root / "dehors").mkdir()
    (root / "dehors/secret.md").touch()
    (root / "fiches/dossier").symlink_to(root / "dehors")
    (root / "fiches/lien.md").symlink_to(root / "dehors/secret.md")
    found = list_tree(root, "fiches", SUFFIXES)
    assert found.paths == ()
    assert [(fault.cause, fault.span.path) for fault in found.faults] == [
        ("symbolic_link", "fiches/dossier"),
        ("symbolic_link", "fiches/lien.md"),
    ]


def test_a_missing_tree_is_empty(root: Path) -> None:
    assert list_tree(root, "absent", SUFFIXES).paths == ()


def test_a_hidden_folder_of_a_tree_belongs_to_the_system(root: Path) -> None:
    (root / "fiches/.cache").mkdir()
    (root / "fiches/.cache/a.md").touch()
    assert list_tree(root, "fiches", SUFFIXES).paths == ()


def test_a_badly_named_folder_of_a_tree_is_a_fault(root: Path) -> None:
    (root / "fiches/Mes fiches").mkdir()
    (root / "fiches/Mes fiches/a.md").touch()
    assert [fault.cause for fault in list_tree(root, "fiches", SUFFIXES).faults] == ["bad_file_name"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pays Basque (été).md", "pays-basque-ete.md"),
        ("Cœur de ville.MD", "coeur-de-ville.md"),
        ("mon_territoire", "mon-territoire"),
        ("alpi", "alpi"),
        ("---.md", "ma-fiche.md"),
        ("日本.md", "ma-fiche.md"),
    ],
)
def test_the_proposed_name_is_well_formed(name: str, expected: str) -> None:
    assert proposed_name(name) == expected


@pytest.mark.parametrize(("name", "expected"), [("Œuvre.md", "oeuvre.md"), ("lætitia.md", "laetitia.md")])
def test_a_ligature_is_two_letters(name: str, expected: str) -> None:
    assert proposed_name(name) == expected


READ = ("kit/canevas", "kit/relectures.yml", "kit/fiches/offres", "atd_offers")


def found_strays(root: Path) -> list[str]:
    return [fault.span.path for fault in strays(root, READ)]


def test_what_stands_beside_what_is_read_is_a_stray(tmp_path: Path) -> None:
    for name in ("kit/canevas/offre.yml", "kit/canevass/offre.yml", "kit/fiches/offre/a.md", "kit/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert found_strays(tmp_path) == ["kit/a.md", "kit/canevass", "kit/fiches/offre"]
    folders = [fault.span.path for fault in strays(tmp_path, READ) if "folder" in fault.values]
    assert folders == ["kit/canevass", "kit/fiches/offre"]


def test_hidden_files_notices_and_empty_folders_are_no_strays(tmp_path: Path) -> None:
    (tmp_path / "kit/vide").mkdir(parents=True)
    for name in ("kit/.DS_Store", "kit/README.md", "kit/LICENSE", "kit/vide/.gitkeep"):
        (tmp_path / name).touch()
    assert found_strays(tmp_path) == []


def test_a_linked_stray_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit/ici").symlink_to(tmp_path)
    assert found_strays(tmp_path) == ["kit/ici"]


def test_nothing_strays_where_nothing_is(tmp_path: Path) -> None:
    assert found_strays(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_that_holds_all_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "kit").touch()
    assert [(fault.cause, fault.span.path) for fault in strays(tmp_path, READ)] == [
        ("unreadable", "kit"),
        ("unreadable", "kit/fiches"),
    ]


def test_a_link_that_leads_nowhere_stands_there_too(root: Path) -> None:
    (root / "lien").symlink_to("nulle-part")
    assert [stands(root, name) for name in ("fiches", "lien", "absent")] == [True, True, False]


def test_an_entry_at_the_root_or_in_a_folder_of_its_own_is_lost(tmp_path: Path) -> None:
    for name in ("essai.md", "offres/alpi.md", "atd_offers/alpi.md", "outil/alpi.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("---\n# La fiche.\n\nid: alpi\n---\n", "utf-8")
    (tmp_path / "outil/outil.py").write_text("", "utf-8")
    (tmp_path / "LISEZMOI.md").write_text("# Lisez-moi\n", "utf-8")
    (tmp_path / ".odl").mkdir()
    lost = lost_entries(tmp_path, ["atd_offers", "kit/ressources"], (".md",))
    assert [fault.span.path for fault in lost] == ["essai.md", "offres/alpi.md"]
