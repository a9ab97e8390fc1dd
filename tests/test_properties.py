from generator.properties import MARKDOWN, Property


def test_a_field_says_what_its_schema_says() -> None:
    part = Property("nom", {"title": "Nom", "description": "Le nom.", "x-role": "titre", "x-facette": "page"})
    assert (part.label, part.help, part.role, part.facet) == ("Nom", "Le nom.", "titre", "page")
    assert Property("nom", {}).label == "nom"


def test_a_list_is_known_by_its_items() -> None:
    schema = {"type": "array", "items": {"type": "string", "x-vocabulaire": "enjeux", "enum": ["a", "b"]}}
    part = Property("enjeux", schema)
    assert (part.is_list, part.vocabulary, part.allowed, part.item_type) == (
        True,
        "enjeux",
        ("a", "b"),
        "string",
    )
    assert not part.is_list_of_groups
    assert Property("contacts", {"type": "array", "items": {"type": "object"}}).is_list_of_groups


def test_a_section_is_a_text_in_markdown_under_one_of_its_titles() -> None:
    part = Property("contexte", {"title": "Contexte", "contentMediaType": MARKDOWN, "x-alias": ["Cadre"]})
    assert part.is_section
    assert part.titles == ("Contexte", "Cadre")
    assert not Property("nom", {"type": "string"}).is_section
