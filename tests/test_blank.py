from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.blank import TO_FILL, Blank, blank, farewell, with_defaults
from generator.diagnostic import Diagnostic
from generator.entry import Entry, interpret
from generator.kit import Kit, gather
from generator.literals import Json
from generator.request import canevas_of, with_fields
from generator.source import from_bytes
from tests.conftest import MINIMAL, REPOSITORY

TODAY = date(2026, 11, 20)
TO_FILL_CODES = {"C106", "T107"}
"""Codes that say of a line that its author has not filled it in: empty, or « à compléter »."""

KNOWN = {
    "offre": [
        "nom=Syndicat numérique de la Vallée",
        "resume=Le syndicat aide les communes de la vallée à publier leurs premières données.",
        "type_structure=Syndicat mixte numérique",
        "niveau=Départemental",
        "territoire.libelle=Vallée de l'Ailleurs",
        "couverture=adherents",
        "enjeux=Transparence, Confiance",
        "phases=publier",
        "sources.titre=Convention du 3 mai 2026",
    ],
    "ressource": [
        "titre=Lire un budget communal",
        "resume=Une méthode en trois pages pour lire le budget d'une petite commune.",
        "type_ressource=guide",
        "acces=en-ligne",
        "url=https://www.exemple.org/budget",
        "enjeux=transparence",
        "phases=cadrer",
        "sources.titre=Convention du 3 mai 2026",
    ],
    "animation": [
        "titre=Lecture publique du budget",
        "accroche=En une soirée, les habitants lisent ensemble le budget de leur commune.",
        "type_animation=infolab",
        "enjeux=transparence",
        "phases=cadrer",
        "duree.evenement=PT3H",
        "participants.min=12",
        "participants.max=24",
        "materiel.nom=Exemplaires imprimés du budget",
        "etapes.moment=pendant",
        "etapes.titre=Lire à voix haute les grandes masses",
        "sources.titre=Convention du 3 mai 2026",
    ],
}
"""What the author of each kind answers, without its sections."""

TEXT = "La commune publie son budget chaque année, et douze habitants le relisent avec les agents."


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL, TODAY)


@pytest.fixture(scope="module")
def whole_kit() -> Kit:
    return gather(REPOSITORY)


def made(kit: Kit, **answers: Json) -> Blank:
    return blank(kit.definitions.canevases[0], kit, {"id": "essai", **answers})


def lines(kit: Kit, **answers: Json) -> list[str]:
    return made(kit, **answers).text.split("\n")


def understood(kit: Kit, **answers: Json) -> Entry:
    document = from_bytes("atd_offers/essai.md", made(kit, **answers).text.encode())
    entry = interpret(document, kit.definitions.canevases[0])
    assert entry is not None
    return entry


def place(kit: Path, new: Blank) -> None:
    (kit / new.path).write_text(new.text, "utf-8")


def pairs_of(kit: Kit, kind: str) -> list[str]:
    return KNOWN[kind] + [f"{part.name}={part.label} {TEXT}" for part in canevas_of(kit, kind).sections]


def test_a_blank_entry_only_lacks_what_its_author_knows(
    small_kit: Path, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    new = made(gather(small_kit))
    place(small_kit, new)
    found = diagnose(small_kit)
    assert {one.code for one in found} <= TO_FILL_CODES
    assert {one.span.line for one in found} <= dict(new.gaps).keys()


@pytest.mark.parametrize("kind", KNOWN)
def test_a_blank_of_each_real_kind_is_only_faulty_at_the_lines_to_fill(
    real_kit: Path, diagnose: Callable[[Path], list[Diagnostic]], kind: str
) -> None:
    kit = gather(real_kit)
    new = blank(canevas_of(kit, kind), kit, {"id": "essai-vierge"})
    before = set(diagnose(real_kit))
    place(real_kit, new)
    found = [one for one in diagnose(real_kit) if one not in before]
    assert {one.span.path for one in found} == {new.path}
    assert {one.code for one in found} <= TO_FILL_CODES
    said = [one.span.line for one in found]
    assert len(said) == len(set(said))
    assert set(said) <= dict(new.gaps).keys()
    empty = {number for number, _ in new.gaps if new.lines[number - 1].text.endswith(":")}
    assert empty <= set(said)


@pytest.mark.parametrize("kind", KNOWN)
def test_an_entry_of_each_real_kind_that_is_filled_has_no_fault(
    real_kit: Path, diagnose: Callable[[Path], list[Diagnostic]], kind: str
) -> None:
    kit = gather(real_kit)
    canevas = canevas_of(kit, kind)
    new = blank(canevas, kit, with_fields(kit, canevas, {"id": "essai-rempli"}, pairs_of(kit, kind)))
    assert new.gaps == ()
    before = set(diagnose(real_kit))
    place(real_kit, new)
    assert [(one.code, one.message) for one in diagnose(real_kit) if one not in before] == []


@pytest.mark.parametrize("kind", KNOWN)
def test_every_field_of_a_real_kind_stands_or_is_proposed(whole_kit: Kit, kind: str) -> None:
    canevas = canevas_of(whole_kit, kind)
    written = [line.text for line in blank(canevas, whole_kit, {"id": "essai"}).lines]
    keys = {line.removeprefix("# ").partition(":")[0] for line in written}
    assert {part.name for part in canevas.properties if not part.is_section} <= keys


def test_the_words_to_fill_are_among_those_that_the_kit_refuses(whole_kit: Kit) -> None:
    assert TO_FILL in whole_kit.definitions.review.words("textes_provisoires")


def test_an_announced_offer_is_asked_no_section(
    real_kit: Path, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    kit = gather(real_kit)
    canevas = canevas_of(kit, "offre")
    pairs = [*KNOWN["offre"][:6], "sources.titre=Convention du 3 mai 2026", "statut=annoncee"]
    new = blank(canevas, kit, with_fields(kit, canevas, {"id": "essai-annonce"}, pairs))
    assert new.gaps == ()
    assert new.text.endswith("\n---\n")
    assert "\n#   ## Objectifs pour l'ATD — Ce que la structure veut obtenir.\n" in new.text
    assert "\n# enjeux: [transparence, conformite]\n" in new.text
    before = diagnose(real_kit)
    place(real_kit, new)
    assert diagnose(real_kit) == before


def test_the_first_lines_name_the_schema_for_editors_and_tell_how_to_fill(kit: Kit) -> None:
    first, second, third, *_ = lines(kit)
    assert first == "---"
    assert second.startswith("# yaml-language-server: $schema=https://kit.exemple.fr/canevas/offre.")
    assert third.startswith("# Offre. Remplissez les champs vides ou « à compléter ».")


def test_a_required_text_is_to_be_completed_with_its_example_beside(kit: Kit) -> None:
    found = lines(kit)
    rank = found.index('nom: "à compléter"')
    assert found[rank - 2 : rank] == ["# Nom (obligatoire).", '#   exemple : "Nom de l\'Exemple"']


@pytest.mark.parametrize("field", ["enjeux:", 'resume: "à compléter"', "statut: publiee", "id: essai"])
def test_what_no_words_can_stand_for_is_left_empty(kit: Kit, field: str) -> None:
    assert field in lines(kit)


def test_dates_are_today_and_not_those_of_the_examples(kit: Kit) -> None:
    assert 'publie_le: "2026-11-20"' in lines(kit)
    assert with_defaults(kit.definitions.canevases[0], {}, TODAY) == {
        "publie_le": "2026-11-20",
        "statut": "publiee",
    }


def test_optional_fields_are_comments(kit: Kit) -> None:
    found = lines(kit)
    assert "# nombre: 12" in found
    assert found[found.index("# contact:") + 1] == '#   fonction: "Pôle données"'


def test_the_terms_of_a_vocabulary_are_quoted_above_the_field(kit: Kit) -> None:
    found = lines(kit)
    rank = found.index("enjeux:")
    assert found[rank - 2 : rank] == ["#   valeurs : transparence, confiance", "#   exemple : [transparence]"]


def test_each_section_has_its_heading_and_its_advice(kit: Kit) -> None:
    text = made(kit).text
    assert text.endswith(
        "## Contexte\n\nÀ compléter : Pourquoi.\n\n## Objectifs\n\nÀ compléter : Pour quoi faire.\n"
    )
    assert "#   ## Suites — Et après.\n---\n" in text


def test_a_group_is_written_with_the_fields_that_it_may_still_have(kit: Kit) -> None:
    found = lines(kit, sources=[{"titre": "Bilan"}], contact={"fonction": "Pôle"})
    rank = found.index("contact:")
    assert found[rank : rank + 4] == [
        "contact:",
        "  # Fonction (obligatoire).",
        '  fonction: "Pôle"',
        "  # Courriel.",
    ]
    rank = found.index("sources:")
    assert found[rank + 2 : rank + 5] == [
        "  - titre: Bilan",
        "    # Adresse.",
        '    # url: "https://adresse.exemple.fr/"',
    ]


def test_the_gaps_are_told_with_their_lines(kit: Kit) -> None:
    new = made(kit)
    assert [label for _, label in new.gaps] == ["Nom", "Résumé", "Enjeux", "Contexte", "Objectifs"]
    assert all(new.text.split("\n")[number - 1] == new.lines[number - 1].text for number, _ in new.gaps)
    assert made(kit, nom="Syndicat").gaps[0][1] == "Résumé"


def test_a_gap_in_a_group_is_told_with_the_label_of_the_group(whole_kit: Kit) -> None:
    labels = [label for _, label in blank(canevas_of(whole_kit, "animation"), whole_kit, {"id": "e"}).gaps]
    assert {"Sources : Titre", "Participants : Au moins", "Étapes : Moment"} <= set(labels)


def test_a_known_answer_is_written_even_for_an_optional_field(kit: Kit) -> None:
    entry = understood(kit, niveau="local", nombre=7, phases=["publier", "evaluer"])
    assert entry.value["niveau"] == "local"
    assert entry.value["nombre"] == 7
    assert entry.terms("phases") == ("publier", "evaluer")


HOSTILE = [
    'Le « pôle » : "données"',
    "a # b",
    "- tiret",
    "no",
    "0123",
    "[x]",
    "l'été\\n",
    "null",
    "a: b",
    "%",
    "@x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_answer_is_read_back_as_it_was_given(kit: Kit, text: str) -> None:
    entry = understood(kit, nom=text, sources=[{"titre": text}], phases=[text])
    assert (entry.title, entry.value["sources"], entry.terms("phases")) == (text, [{"titre": text}], (text,))


@pytest.mark.parametrize("text", HOSTILE)
def test_another_reader_of_yaml_reads_the_same(kit: Kit, text: str) -> None:
    head = made(kit, nom=text, sources=[{"titre": text}]).text.split("---\n")[1]
    assert yaml.safe_load(head)["nom"] == text
    assert yaml.safe_load(head)["sources"] == [{"titre": text}]


def test_an_answer_for_a_section_is_its_text(kit: Kit) -> None:
    text = "Douze communes.\n\nElles publient."
    assert understood(kit, contexte=text).value["contexte"] == text
    assert understood(kit, suites="Un bilan.").value["suites"] == "Un bilan."


def test_who_made_an_entry_is_told_what_remains_and_how_to_go_on(whole_kit: Kit) -> None:
    new = blank(canevas_of(whole_kit, "offre"), whole_kit, {"id": "essai"})
    number, label = new.gaps[0]
    text = farewell(new, whole_kit.config, "atd_offers/essai.md").split("\n")
    assert text[:4] == [
        "atd_offers/essai.md est écrit.",
        "",
        "Il reste à remplir, dans ce fichier :",
        f"  ligne {number} : {label}",
    ]
    page = f"{whole_kit.config.site_url}contribuer/proposer-une-offre/"
    assert text[-2:] == [
        "Contrôlez-le ensuite : odl check atd_offers/essai.md",
        f"Pour l'envoyer, suivez la page « Proposer une fiche » : {page}",
    ]


def test_who_has_filled_everything_is_told_so_and_a_kit_may_have_no_page_to_contribute(kit: Kit) -> None:
    full = made(kit, nom="Syndicat", resume="x" * 20, enjeux=["confiance"], contexte="a", objectifs="b")
    assert farewell(full, kit.config, "x.md") == (
        "x.md est écrit.\n\nIl ne reste rien à remplir.\n\nContrôlez-le ensuite : odl check x.md"
    )
