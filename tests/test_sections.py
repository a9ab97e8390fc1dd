import pytest

from generator.canevas import Canevas
from generator.schema import Schema
from generator.sections import retitled
from generator.source import Document, from_bytes
from tests.entries import BODY, HEAD, entry, fault, noted


def test_sections_are_the_headings_of_the_canevas() -> None:
    found = entry(HEAD + BODY)
    assert [(part.name, part.text) for part in found.sections] == [
        ("contexte", "Douze communes."),
        ("objectifs", "Publier."),
    ]
    assert found.value["contexte"] == "Douze communes."


@pytest.mark.parametrize(
    "title", ["Le contexte", "CONTEXTE", "contexte :", "**Contexte**", "  Contexte  ", "Contexte ##"]
)
def test_a_section_is_recognised_under_its_other_titles(title: str) -> None:
    assert entry(HEAD + BODY.replace("Contexte", title)).faults == ()


def test_a_section_may_be_underlined_rather_than_marked() -> None:
    assert entry(HEAD + BODY.replace("## Contexte", "Contexte\n--------")).faults == ()


def test_an_unknown_section_is_noted_with_the_known_ones() -> None:
    found = fault(f"{HEAD}{BODY}\n## Recette\n\nTexte.\n")
    assert (found.cause, found.span.line) == ("unknown_section", 17)
    assert found.values["known"].split("\n") == ["Contexte", "Objectifs", "Suites"]


def test_an_empty_title_is_no_unknown_section() -> None:
    assert noted(f"{HEAD}{BODY}\n##\n\nTexte.\n") == []


def test_the_second_of_two_equal_sections_is_noted_with_the_line_of_the_first() -> None:
    found = fault(f"{HEAD}{BODY}\n## Le contexte\n\nEncore.\n")
    assert (found.cause, found.span.line, found.values["line"]) == ("duplicate_section", 17, "9")


def test_a_section_given_in_the_head_and_in_the_body_is_a_duplicate() -> None:
    assert noted(HEAD.replace("enjeux", "contexte: Ici.\nenjeux") + BODY) == [("duplicate_section", 10)]


def test_an_empty_section_is_not_also_missing() -> None:
    assert noted(HEAD + BODY.replace("Douze communes.", "")) == [("empty_section", 9)]


def test_a_section_out_of_order_is_noted_with_the_one_it_should_precede() -> None:
    found = fault(f"{HEAD}\n## Objectifs\n\nPublier.\n\n## Contexte\n\nDouze.\n")
    assert (found.cause, found.span.line, found.values["before"]) == ("misordered_section", 13, "Objectifs")


def test_text_before_the_first_section_is_noted_where_it_stands() -> None:
    found = fault(f"{HEAD}\n\nBonjour à tous.\nSuite.\n{BODY}")
    assert (found.cause, found.span.line, found.span.end_column) == ("text_outside_sections", 10, 16)


def test_a_missing_section_is_noted_at_the_heading_after_which_it_should_stand() -> None:
    found = fault(f"{HEAD}\n## Contexte\n\nDouze communes.\n")
    assert (found.cause, found.span.line, found.values["after"]) == ("missing_section", 9, "Contexte")


def test_a_first_section_that_is_missing_is_noted_at_the_head() -> None:
    found = fault(f"{HEAD}\n## Objectifs\n\nPublier.\n")
    assert (found.cause, found.span.line, found.values["after"]) == ("missing_section", 1, "")


def test_a_heading_in_a_code_block_is_no_section() -> None:
    text = HEAD + BODY.replace("Publier.", "```\n## Recette\n```")
    assert noted(text) == []
    assert entry(text).value["objectifs"] == "```\n## Recette\n```"


@pytest.mark.parametrize("line", ["# Titre", "> ## Titre", "- ## Titre"])
def test_a_heading_of_a_wrong_level_or_place_is_stray_and_cuts_nothing(line: str) -> None:
    found = entry(HEAD + BODY.replace("Publier.", line))
    assert [(heading.text, heading.span.line) for heading in found.headings] == [("Titre", 15)]
    assert found.value["objectifs"] == line


def test_a_heading_inside_a_section_is_not_stray() -> None:
    assert entry(HEAD + BODY.replace("Publier.", "### Titre")).headings == ()


def test_sections_of_a_yaml_entry_are_its_keys_with_places_inside_a_literal_block() -> None:
    head = HEAD.replace("---\n", "")
    found = entry(
        f"{head}contexte: |\n  Été [ici](alpi.md)\n\n  [là](mel.md)\nobjectifs: Publier.\n",
        "atd_offers/essai.yml",
    )
    assert found.faults == ()
    assert found.value["contexte"] == "Été [ici](alpi.md)\n\n[là](mel.md)\n"
    assert [(link.span.line, link.span.column) for link in found.links] == [(7, 7), (9, 3)]


def test_a_link_in_a_quoted_section_stands_at_its_value() -> None:
    head = HEAD.replace("---\n", "")
    found = entry(f'{head}contexte: "Voir [ici](alpi.md)"\nobjectifs: Publier.\n', "atd_offers/essai.yml")
    assert [(link.span.line, link.span.column) for link in found.links] == [(6, 11)]


def test_a_section_beyond_its_limits_is_noted_at_its_heading() -> None:
    raw = {
        "properties": {"contexte": {"title": "Contexte", "contentMediaType": "text/markdown", "maxLength": 5}}
    }
    canevas = Canevas("x", Schema(raw), Document("kit/canevas/x.yml"))
    found = entry("---\nid: x\n---\n\n## Contexte\n\nDouze communes.\n", canevas=canevas)
    assert [(one.cause, one.span.line) for one in found.faults] == [("out_of_bounds", 5)]


def test_a_heading_of_a_quoted_section_is_placed_where_the_quotation_starts() -> None:
    found = entry(
        HEAD.replace("enjeux", 'contexte: "Un\\n\\n# Deux"\nenjeux') + "\n## Objectifs\n\nPublier.\n"
    )
    assert [(heading.text, heading.span.line, heading.span.column) for heading in found.headings] == [
        ("Deux", 6, 11)
    ]


@pytest.mark.parametrize(
    ("heading", "is_mended"),
    [
        ("## Le contexte", True),
        ("## Le contexte ##", True),
        ("Le contexte\n---", True),
        ("## [Le contexte](a.md)", False),
        ("## **Le contexte**", False),
        ("## Le contexte\\:", False),
        ("[Le contexte](a.md)\n---", False),
    ],
)
def test_a_heading_is_written_anew_only_when_nothing_is_lost(heading: str, is_mended: bool) -> None:
    text = HEAD + BODY.replace("## Contexte", heading)
    section = entry(text).sections[0]
    document = from_bytes("atd_offers/essai.md", text.encode())
    assert section.title.startswith("Le contexte")
    assert bool(retitled(document, section.span, section.title, "## Contexte")) is is_mended


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        ("**Objectifs**", "unmarked_title"),
        ("__Objectifs :__", "unmarked_title"),
        ("##Objectifs", "unmarked_title"),
        ("Objectifs", "unmarked_title"),
        ("### Objectifs", None),
        ("##### 2. Objectifs", None),
    ],
)
def test_a_title_that_is_not_marked_as_one_opens_its_section_all_the_same(
    written: str, cause: str | None
) -> None:
    found = entry(HEAD + BODY.replace("## Objectifs", written))
    assert found.value["objectifs"] == "Publier."
    assert [fault.cause for fault in found.faults] == ([cause] if cause else [])
    assert [head.text for head in found.headings] == ([] if cause else [written.strip("# ")])


def test_a_line_in_bold_is_no_title_of_a_section_that_has_its_own() -> None:
    assert entry(HEAD + BODY.replace("Douze communes.", "**Objectifs**\n\nDouze communes.")).faults == ()
