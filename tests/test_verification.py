from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from generator.publish import PublishError, write
from generator.rendered import Rendered
from generator.site_files import site_files
from generator.site_links import anchors_and_links
from generator.verification import MAX_PAGE_BYTES, Candidate, verify


def put(site: Path, path: str, text: str) -> None:
    write(site, Rendered(path, text))


def candidate(site: Path, pages: Mapping[str, str], sound: Collection[str] = ()) -> Candidate:
    links = {path: anchors_and_links(text) for path, text in pages.items()}
    return Candidate(site, site_files(site), links, sound)


def refusal(site: Path, **pages: str) -> str:
    with pytest.raises(PublishError) as refused:
        verify(candidate(site, {f"{name}.html": text for name, text in pages.items()}), [])
    return str(refused.value)


def test_a_sound_site_is_accepted(tmp_path: Path) -> None:
    texts = {"index.html": '<a href="a.html#b">', "a.html": '<p id="b">', "d.json": "{}", "e.xml": "<a/>"}
    for path, text in texts.items():
        put(tmp_path, path, text)
    verify(candidate(tmp_path, texts), texts)


@pytest.mark.parametrize("text", [None, ""])
def test_a_missing_or_empty_page_is_refused(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        put(tmp_path, "offres/index.html", text)
    with pytest.raises(PublishError, match=r"offres/index\.html"):
        verify(candidate(tmp_path, {}), ["offres/index.html"])


def test_a_dead_link_is_refused_with_its_page(tmp_path: Path) -> None:
    put(tmp_path, "index.html", "x")
    assert "dans « index.html », le lien « absent/ » ne mène à rien" in refusal(
        tmp_path, index='<a href="absent/">'
    )


def test_a_dead_link_of_many_pages_is_told_once(tmp_path: Path) -> None:
    pages = {name: f'<a href="absent/"><a href="{name}-absent/">' for name in "abc"}
    said = refusal(tmp_path, **pages)
    assert said.count("« absent/ » ne mène à rien (et de même dans 2 autres pages)") == 1
    assert said.count("ne mène à rien") == 4


@pytest.mark.parametrize(
    ("path", "text"), [("a/b.json", '{"a": '), ("a.xml", "<a>"), ("a.xml", ""), ("a.svg", "<a>&b;</a>")]
)
def test_a_file_that_no_program_could_read_is_refused(tmp_path: Path, path: str, text: str) -> None:
    put(tmp_path, path, text)
    assert f"« {path} » est mal écrit" in refusal(tmp_path)


def test_a_page_of_an_absurd_weight_is_refused_and_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, "lourde/index.html", "x" * (MAX_PAGE_BYTES + 1))
    put(tmp_path, "donnees.csv", "x" * (MAX_PAGE_BYTES + 1))
    said = refusal(tmp_path)
    assert "« lourde/index.html » pèse 2\u202f048\u00a0ko" in said
    assert "donnees.csv" not in said


def test_what_is_known_to_be_sound_is_not_looked_into(tmp_path: Path) -> None:
    put(tmp_path, "a.json", "{")
    pages = {"index.html": '<a href="absent/">', "b.html": '<a href="perdu/">'}
    with pytest.raises(PublishError) as refused:
        verify(candidate(tmp_path, pages, sound={"index.html", "a.json"}), [])
    assert "absent/" not in str(refused.value)
    assert "a.json" not in str(refused.value)
    assert "perdu/" in str(refused.value)


def test_the_first_faults_are_told_and_the_others_counted(tmp_path: Path) -> None:
    put(tmp_path, "index.html", "x")
    said = refusal(tmp_path, index="".join(f'<a href="absent-{rank}/">' for rank in range(8)))
    assert said.count("ne mène à rien") == 5
    assert said.endswith("\n  et 3 autres défauts")
