import shutil
from pathlib import Path

from generator.kit import by_title, gather
from tests.conftest import MINIMAL, REPOSITORY


def add(root: Path, name: str, text: str) -> None:
    (root / "atd_offers" / name).write_text(text, "utf-8")


def variant(root: Path, name: str, *changes: tuple[str, str]) -> str:
    text = (root / "atd_offers/exemple.md").read_text("utf-8").replace("id: exemple", f"id: {name}")
    for old, new in changes:
        text = text.replace(old, new)
    return text


def test_a_kit_holds_its_entries_pages_and_definitions() -> None:
    kit = gather(MINIMAL)
    assert list(kit.by_key) == [("offre", "exemple")]
    assert [page.path for page in kit.pages] == ["content/index.md"]
    assert list(kit.by_path) == ["atd_offers/exemple.md"]
    assert kit.faults == ()


def test_every_document_read_is_a_source() -> None:
    paths = {document.path for document in gather(MINIMAL).sources}
    files = {path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.is_file()}
    assert paths == {name for name in files if not name.startswith("build/")}  # what checks keep


def test_a_yaml_entry_is_read_as_a_markdown_one(small_kit: Path) -> None:
    head = variant(small_kit, "autre").split("---\n")[1]
    add(small_kit, "autre.yml", f"{head}contexte: Ici.\nobjectifs: Là.\n")
    kit = gather(small_kit)
    assert kit.faults == ()
    assert kit.by_key["offre", "autre"].value["contexte"] == "Ici."


def test_entries_of_a_kind_are_sorted_by_id(small_kit: Path) -> None:
    add(small_kit, "zz.md", variant(small_kit, "alpha"))
    assert [entry.id for entry in gather(small_kit).by_kind["offre"]] == ["alpha", "exemple"]


def test_a_kind_without_entries_is_known_all_the_same(small_kit: Path) -> None:
    (small_kit / "atd_offers/exemple.md").unlink()
    assert gather(small_kit).by_kind == {"offre": ()}


def test_the_first_of_two_entries_of_the_same_id_is_kept(small_kit: Path) -> None:
    add(small_kit, "zz.md", variant(small_kit, "exemple"))
    kit = gather(small_kit)
    assert len(kit.entries) == 2
    assert kit.by_key["offre", "exemple"].path == "atd_offers/exemple.md"


def test_former_ids_lead_to_the_entry(small_kit: Path) -> None:
    add(
        small_kit,
        "autre.md",
        variant(small_kit, "autre", ("publie_le", "anciens_ids: [jadis, naguere]\npublie_le")),
    )
    kit = gather(small_kit)
    assert set(kit.by_former_key) == {("offre", "jadis"), ("offre", "naguere")}
    assert kit.by_former_key["offre", "jadis"].id == "autre"


def test_entries_are_found_by_their_terms_once_each(small_kit: Path) -> None:
    add(
        small_kit, "autre.md", variant(small_kit, "autre", ("[transparence]", "[transparence, transparence]"))
    )
    kit = gather(small_kit)
    assert [entry.id for entry in kit.by_term["enjeux", "transparence"]] == ["autre", "exemple"]
    assert [entry.id for entry in kit.by_term["statut", "publiee"]] == ["autre", "exemple"]
    assert ("enjeux", "confiance") not in kit.by_term


def test_an_unreadable_entry_is_a_document_with_its_fault_and_no_entry(small_kit: Path) -> None:
    add(small_kit, "vide.md", "")
    kit = gather(small_kit)
    assert [entry.id for entry in kit.entries] == ["exemple"]
    assert [(fault.cause, fault.span.path) for fault in kit.faults] == [("empty_file", "atd_offers/vide.md")]


def test_the_files_that_gave_no_entry_are_known(small_kit: Path) -> None:
    add(small_kit, "vide.md", "")
    assert gather(small_kit).unread == {"atd_offers/vide.md"}


def test_the_files_of_a_kind_are_known_whether_they_gave_an_entry_or_not(small_kit: Path) -> None:
    add(small_kit, "vide.md", "")
    add(small_kit, "bureau.docx", "")
    kit = gather(small_kit)
    found = [kit.has_file("offre", name) for name in ("exemple", "vide", "bureau", "index", "absent")]
    assert found == [True, True, True, False, False]
    assert not kit.has_file("recette", "exemple")


def test_faults_come_from_files_definitions_entries_pages_and_configuration(small_kit: Path) -> None:
    add(small_kit, "offre.docx", "")
    add(small_kit, "autre.md", variant(small_kit, "autre", ("[publier]", "[inventer]")))
    vocabulary = small_kit / "kit/vocabulaires/enjeux.yml"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("titre: Enjeux\n", ""), "utf-8")
    (small_kit / "content/index.md").write_text("Bonjour.\n", "utf-8")
    (small_kit / "mkdocs.yml").write_text("site_url: https://exemple.fr/\n", "utf-8")
    assert {Path(fault.span.path).name for fault in gather(small_kit).faults} == {
        "offre.docx", "autre.md", "enjeux.yml", "index.md", "mkdocs.yml",
    }  # fmt: skip


def test_a_vocabulary_without_terms_does_not_make_every_entry_wrong(small_kit: Path) -> None:
    (small_kit / "kit/vocabulaires/enjeux.yml").write_text("titre: Enjeux\nsingulier: un enjeu\n", "utf-8")
    assert {fault.span.path for fault in gather(small_kit).faults} == {"kit/vocabulaires/enjeux.yml"}


def test_two_files_of_one_kind_do_not_read_its_entries_twice(small_kit: Path) -> None:
    shutil.copy(small_kit / "kit/canevas/offre.yml", small_kit / "kit/canevas/offre.yaml")
    assert [entry.id for entry in gather(small_kit).entries] == ["exemple"]


def test_entries_are_read_in_the_order_of_their_paths(small_kit: Path) -> None:
    for name in ("b", "a", "z"):
        add(small_kit, f"{name}.md", variant(small_kit, name))
    assert [entry.id for entry in gather(small_kit).entries] == ["a", "b", "exemple", "z"]


def test_entries_that_have_every_term_are_found_together(small_kit: Path) -> None:
    kit = gather(small_kit)
    assert kit.answering([("enjeux", "transparence"), ("phases", "publier")]) == {("offre", "exemple")}
    assert kit.answering([("enjeux", "transparence"), ("phases", "evaluer")]) == frozenset()


def test_a_range_that_a_value_answers_is_indexed_as_a_term() -> None:
    kit = gather(REPOSITORY)
    assert "datalab" in {entry.id for entry in kit.by_term["budget", "sans-budget"]}


def test_a_list_by_title_mixes_the_kinds() -> None:
    kinds = [entry.kind for entry in by_title(gather(REPOSITORY).entries)]
    assert kinds != sorted(kinds)


def test_an_entry_in_the_folder_of_another_kind_is_read_as_what_it_is(real_kit: Path) -> None:
    (real_kit / "atd_offers/alpi.md").rename(real_kit / "kit/ressources/alpi.md")
    kit = gather(real_kit)
    assert kit.by_key["offre", "alpi"].path == "kit/ressources/alpi.md"
    assert [fault.cause for fault in kit.file_faults] == ["wrong_folder"]
