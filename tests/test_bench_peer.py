from pathlib import Path

import pytest
import yaml

from bench import peer, peer_content
from generator import layout
from generator.kit import gather
from generator.value import Fact, Value
from generator.views import Views

PAGE = (
    '<html><head></head>\n<body dir="ltr"><a href="../../catalogue/">Catalogue</a>'
    '<nav class="kit-path"><a href="../">Offres</a></nav><article id="kit-content">TEXTE</article>'
    '<a href="../../">Accueil</a></body></html>'
)


@pytest.fixture
def files(small_kit: Path) -> dict[str, str]:
    site = small_kit / layout.SITE
    (site / "offres/exemple").mkdir(parents=True)
    (site / "offres/exemple/index.html").write_text(PAGE, "utf-8")
    return dict(peer_content.files(gather(small_kit), site))


def head(text: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_an_entry_has_its_sections_and_a_head_with_all_that_its_page_shows(small_kit: Path) -> None:
    kit = gather(small_kit)
    entry = kit.by_key["offre", "exemple"]
    text = peer_content.entry_page(entry, Views(kit))
    found = head(text)
    assert (found["title"], found["description"]) == (entry.title, entry.summary)
    assert found["enjeux"] == list(entry.choices("enjeux"))
    assert found["paires"] == [f"{a}--{b}" for a in entry.choices("enjeux") for b in entry.choices("phases")]
    assert text.count("\n## ") == len(entry.sections)
    assert all(section.text.strip() in text for section in entry.sections)


def test_a_fact_is_flat() -> None:
    term = Value("terme", "Publier", "/catalogue/phases/publier/")
    group = Value("groupe", "2 à 3 h", facts=(Fact("n", "Nombre", Value("texte", "4")),))
    rows = Value("tableau", rows=((Value("texte", "Commune"), None, Value("texte", "15")),))
    shown = peer_content.fact(Fact("a", "Libellé", Value("liste", items=(term, group, rows))))
    assert shown == {
        "label": "Libellé",
        "items": [
            {"text": "Publier", "href": "/catalogue/phases/publier/"},
            {"text": "2 à 3 h"},
            {"text": "Nombre : 4"},
            {"text": "Commune, 15"},
        ],
    }


def test_there_is_a_page_for_each_entry_list_term_pair_and_rule(files: dict[str, str]) -> None:
    wanted = (
        "offres/exemple.md",
        "offres/_index.md",
        "catalogue/_index.md",
        "enjeux/transparence/_index.md",
        "paires/transparence--publier/_index.md",
        "regles/c103.md",
    )
    assert [path for path in wanted if f"content/{path}" not in files] == []


def test_terms_of_a_pair_say_where_their_own_pages_are(files: dict[str, str]) -> None:
    terms = head(files["content/paires/transparence--publier/_index.md"])["terms"]
    assert isinstance(terms, list)
    assert [term["address"] for term in terms] == [
        "catalogue/enjeux/transparence/",
        "catalogue/phases/publier/",
    ]


def test_the_shell_is_that_of_our_pages_without_what_is_their_own(files: dict[str, str]) -> None:
    top, article, foot = (
        files[f"layouts/_partials/cadre/{name}.html"] for name in ("haut", "article", "bas")
    )
    assert top == '<body dir="ltr"><a href="/catalogue/">Catalogue</a>'
    assert article == '<article id="kit-content">'
    assert foot == '</article><a href="/">Accueil</a></body>'


def test_a_page_made_otherwise_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="peer_content"):
        list(peer_content.shell("<html></html>"))


def test_the_templates_of_hugo_name_the_facets_that_have_pages(files: dict[str, str]) -> None:
    settings = yaml.safe_load((peer_content.TEMPLATES / "hugo.yaml").read_text("utf-8"))
    facets = head(files["content/_index.md"])["facets"]
    assert isinstance(facets, list)
    assert list(settings["taxonomies"]) == [*(facet["name"] for facet in facets), "paires"]


def test_the_binary_is_run_rather_than_the_script_of_its_package(tmp_path: Path) -> None:
    script, packaged = tmp_path / "bin/hugo", tmp_path / "lib/python3.11/site-packages/hugo/binaries/hugo"
    for path, content in ((script, b"#!/usr/bin/python\n"), (packaged, b"\x7fELF")):
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    assert peer.binary(script) == packaged
    script.write_bytes(b"\x7fELF")
    assert peer.binary(script) == script


def test_a_binary_that_is_not_there_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        peer.find(str(tmp_path / "hugo"))
