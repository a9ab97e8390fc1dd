import pytest

from generator.field_order import first_disorder, in_order
from generator.mend import apply
from tests.entries import entry


def ordered(head: str, path: str = "atd_offers/essai.md") -> str:
    """Put a head in order; give it back as it is where nothing can be done."""
    text = f"---\n{head}---\n\n## Contexte\n" if path.endswith(".md") else head
    new = apply(text, in_order(entry(text, path)))
    return new.removeprefix("---\n").partition("---\n")[0] if path.endswith(".md") else new


def test_fields_in_order_have_no_disorder() -> None:
    assert first_disorder(entry("---\nid: a\nnom: b\nstatut: c\n---\n")) is None


def test_the_first_key_that_comes_too_late_is_told_with_what_it_should_precede() -> None:
    found = first_disorder(entry("---\nnom: b\nstatut: c\ninconnu: d\nid: a\n---\n"))
    assert found is not None
    assert (found.key.text, found.key.span.line, found.before) == ("id", 5, "statut")


def test_each_key_moves_with_its_lines_and_the_comments_above_it() -> None:
    head = "nom: b\n# L'enjeu.\nenjeux:\n  - x # un\n\n  - y\n# Le statut.\nstatut: c\nid: a\n"
    assert ordered(head) == (
        "id: a\nnom: b\n# Le statut.\nstatut: c\n# L'enjeu.\nenjeux:\n  - x # un\n\n  - y\n"
    )


def test_what_stands_above_the_first_key_stays_first() -> None:
    assert ordered("# yaml-language-server: $schema=x\nnom: b\nid: a\n") == (
        "# yaml-language-server: $schema=x\nid: a\nnom: b\n"
    )


def test_a_file_of_yaml_is_ordered_to_its_end() -> None:
    assert ordered("nom: b\ncontexte: |\n  c\n\n  d\nid: a\n\n", "atd_offers/essai.yml") == (
        "id: a\nnom: b\ncontexte: |\n  c\n\n  d\n\n"
    )


@pytest.mark.parametrize(
    "head", ["nom: b\ninconnu: c\nid: a\n", "{ nom: b, id: a }\n", "  nom: b\n  id: a\n"]
)
def test_what_only_its_author_can_order_is_left_as_it_is(head: str) -> None:
    assert ordered(head) == head


def test_a_line_of_a_quoted_value_is_no_comment() -> None:
    head = 'nom: "Syndicat\n# de la Lande"\nid: a\n'
    assert ordered(head) == 'id: a\nnom: "Syndicat\n# de la Lande"\n'


def test_a_head_closed_by_four_hyphens_keeps_its_fields() -> None:
    text = "---\nnom: b\nid: a\n----\n\n## Contexte\n\n---\n"
    new = apply(text, in_order(entry(text)))
    assert new == "---\nid: a\nnom: b\n----\n\n## Contexte\n\n---\n"


def test_the_end_of_a_yaml_document_stays_at_its_end() -> None:
    assert ordered("nom: b\nenjeux:\n  - x\nid: a\n...\n", "atd_offers/essai.yml") == (
        "id: a\nnom: b\nenjeux:\n  - x\n...\n"
    )


def test_a_block_keeps_its_own_lines_and_the_comment_that_follows_goes_with_the_next_key() -> None:
    head = "resume: >\n  a\n  # b\n\n# Le nom.\nnom: c\nid: a\n"
    assert ordered(head) == "id: a\n# Le nom.\nnom: c\nresume: >\n  a\n  # b\n\n"
