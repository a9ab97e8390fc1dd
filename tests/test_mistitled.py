import pytest

from generator.mistitled import low_titles, unmarked_titles
from generator.outline import outline
from generator.positions import Positions


def unmarked(text: str) -> list[tuple[str, int]]:
    """Give the lines that may stand for a title, with their own."""
    positions = Positions("a.md", text)
    found = unmarked_titles(text, outline(text, positions), positions, 2)
    return [(head.text, head.span.line) for head in found]


@pytest.mark.parametrize(
    "line", ["**Objectifs**", "__Objectifs__", "*Objectifs*", "##Objectifs", "Objectifs"]
)
def test_a_line_in_bold_or_alone_may_stand_for_a_title(line: str) -> None:
    assert unmarked(f"Été.\nSuite.\n\n{line}\n") == [("Objectifs", 4)]


def test_a_line_in_bold_may_stand_for_a_title_inside_a_paragraph() -> None:
    assert unmarked("Été.\n  **Objectifs**\nPublier.\n") == [("Objectifs", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "> **Objectifs**",
        "- un\n\n  **Objectifs**",
        "```\n**Objectifs**\n```",
        "**" + "a" * 300 + "**",
        "## Oui",
    ],
)
def test_what_is_inside_a_list_a_quotation_or_code_stands_for_no_title(text: str) -> None:
    assert unmarked(text) == []


def test_a_title_is_low_when_its_level_is_below_the_one_asked() -> None:
    text = "## Un\n\n### Deux\n\n> ### Trois\n"
    assert [head.text for head in low_titles(outline(text, Positions("a.md", text)), 2)] == ["Deux"]
