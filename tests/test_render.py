import posixpath
import re
from collections import defaultdict
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator import layout
from generator.engine import Frame
from generator.kit import gather
from generator.measures import Measure
from generator.plan import plan
from generator.render import RenderError, environment, render
from generator.views import Views
from tests.conftest import REPOSITORY

BODY_ONLY = Frame(("", ""), ("odljetoncorps",))


def rendered(root: Path, frame: Frame = BODY_ONLY) -> dict[str, str]:
    """Render a kit in frames of our own: the engine has no part in it."""
    kit = gather(root)
    views = Views(kit)
    plans = list(plan(kit, views))
    frames = {(page.section, page.depth): frame for page in plans}
    return {file.path: file.text for file in render(kit, views, plans, frames)}


def change(root: Path, *changes: tuple[str, str]) -> None:
    entry = root / "atd_offers/exemple.md"
    text = entry.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    entry.write_text(text, "utf-8")


def test_every_plan_becomes_the_index_of_its_folder(small_kit: Path) -> None:
    kit = gather(small_kit)
    expected = {f"{page.address}index.html" for page in plan(kit, Views(kit))}
    assert set(rendered(small_kit)) == expected


def test_the_page_of_an_entry_shows_its_title_its_facts_and_its_sections(small_kit: Path) -> None:
    text = rendered(small_kit)["offres/exemple/index.html"]
    assert "<h1>Syndicat d'Exemple</h1>" in text
    assert "<p>Le syndicat aide douze communes.</p>" in text
    assert '<a href="../../catalogue/enjeux/transparence/"' in text


def test_what_contributors_write_in_fields_is_escaped_on_every_page(small_kit: Path) -> None:
    change(
        small_kit,
        ("Syndicat d'Exemple", "<script>alert(1)</script>"),
        ("resume: Une fiche complète,", 'resume: "\\"><img src=x onerror=1>'),
        ("les tests.", 'les tests."'),
    )
    pages = rendered(small_kit)
    assert "&lt;script&gt;alert(1)" in pages["offres/exemple/index.html"]
    assert not any("<script>alert" in text or "<img src=x" in text for text in pages.values())


def test_content_is_never_a_template(small_kit: Path) -> None:
    change(small_kit, ("Syndicat d'Exemple", "'{{ 6 * 7 }}'"), ("douze communes", "{% raw %}"))
    text = rendered(small_kit)["offres/exemple/index.html"]
    assert "<h1>{{ 6 * 7 }}</h1>" in text
    assert "{% raw %}" in text


def test_every_relative_link_leads_to_a_page_of_the_site(small_kit: Path) -> None:
    pages = rendered(small_kit)
    for path, text in pages.items():
        for target in re.findall(r'<a[^>]* href="(\.[^"#?]*)', text):
            address = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if not address.startswith("assets/") and not address.endswith(".xml"):  # exports
                assert f"{address}/index.html" in {*pages, "./index.html"}


def test_a_former_address_leads_to_the_present_one(small_kit: Path) -> None:
    change(
        small_kit, ("publie_le:", "anciens_ids: [jadis]\npublie_le:"), ("Syndicat d'Exemple", "<Syndicat>")
    )
    text = rendered(small_kit)["offres/jadis/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../offres/exemple/">' in text
    assert '<a href="../../offres/exemple/">&lt;Syndicat&gt;</a>' in text
    assert '<meta name="robots" content="noindex">' in text


def test_only_the_pages_that_show_nothing_ask_not_to_be_found(small_kit: Path) -> None:
    pages = rendered(small_kit, Frame(("", "", ""), ("odljetontete", "odljetoncorps")))
    asked = {path for path, text in pages.items() if '<meta name="robots" content="noindex">' in text}
    assert {"recherche/index.html", "catalogue/enjeux/confiance/index.html"} <= asked
    assert asked.isdisjoint({"offres/exemple/index.html", "catalogue/index.html", "regles/c103/index.html"})


def test_a_value_that_a_template_misspells_is_a_defect(small_kit: Path) -> None:
    with pytest.raises(UndefinedError):
        environment(small_kit).from_string("{{ page.titel }}").render(page=object())


def test_templates_escape_what_they_print(small_kit: Path) -> None:
    assert environment(small_kit).from_string("{{ x }}").render(x="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"


def test_two_renderings_are_the_same(small_kit: Path) -> None:
    assert rendered(small_kit) == rendered(small_kit)


def test_a_template_badly_written_is_said_with_its_line(small_kit: Path) -> None:
    (small_kit / "overrides/kit/liste.html").write_text("<h1>\n{% if %}", "utf-8")
    kit = gather(small_kit)
    with pytest.raises(RenderError, match=r"liste\.html », ligne 2"):
        list(render(kit, Views(kit), plan(kit, Views(kit)), defaultdict(lambda: Frame(("",), ()))))


def quoting(root: Path, quoted: str, engine_text: str) -> dict[str, str]:
    """Render a kit whose home page quotes a canevas; the engine's page is given."""
    home = root / "content/index.md"
    home.write_text(f"{home.read_text('utf-8')}\n\n{quoted}\n", "utf-8")
    page = root / layout.ENGINE_OUTPUT / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(engine_text, "utf-8")
    return rendered(root)


def test_a_page_that_quotes_a_canevas_gets_its_fields(small_kit: Path) -> None:
    pages = quoting(small_kit, "[[canevas.offre.champs]]", "<h1>A</h1><p>[[canevas.offre.champs]]</p><hr>")
    text = pages["index.html"]
    assert re.match(r"<h1>A</h1>\s*<ul", text)
    assert text.endswith("<hr>")
    assert '<div id="champ-offre-nom"><dt><code>nom</code> Nom</dt>' in text
    assert "<pre><code>nom: &#34;Nom de l&#39;Exemple&#34;</code></pre>" in text
    assert 'Voir <a href="offres/">Offres</a>' in text
    anchors, ids = re.findall(r'href="#([^"]+)"', text), re.findall(r' id="([^"]+)"', text)
    assert sorted(anchors) == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_a_page_that_quotes_a_canevas_gets_its_sections(small_kit: Path) -> None:
    pages = quoting(small_kit, "[[canevas.offre.sections]]", "<p>[[canevas.offre.sections]]</p>")
    assert '<tr><th scope="row">Contexte</th><td>Pourquoi.</td></tr>' in pages["index.html"]


def test_what_a_canevas_says_is_escaped_in_a_page_that_quotes_it(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8").replace("title: Nom,", 'title: "<b>|Nom`", description: "[x](y)",')
    canevas.write_text(text, "utf-8")
    pages = quoting(small_kit, "[[canevas.offre.champs]]", "<p>[[canevas.offre.champs]]</p>")
    assert "<code>nom</code> &lt;b&gt;|Nom`</dt>" in pages["index.html"]
    assert "<p>[x](y) Texte, de 2 à 60 caractères.</p>" in pages["index.html"]


def test_a_page_that_quotes_nothing_is_left_to_the_engine(small_kit: Path) -> None:
    assert "index.html" not in rendered(small_kit)


def test_a_bar_is_drawn_only_when_a_target_and_a_value_are_known() -> None:
    measures = [Measure("Communes", "4 pour un objectif de 10", 40, "Bilan"), Measure("Jeux", "Objectif : 3")]
    source = '{% import "_fiche.html" as f with context %}{{ f.measures(measures, "Indicateurs") }}'
    text = environment(REPOSITORY).from_string(source).render(measures=measures, url=str)
    first, second = re.findall("<tr><th scope=.row.*</tr>", text)
    assert 'width="40"' in first
    assert 'aria-hidden="true"' in first
    assert "Bilan" in first
    assert "svg" not in second
    assert "Objectif : 3" in second
