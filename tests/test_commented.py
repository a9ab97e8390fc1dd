from generator.commented import comment


def shown(text: str, margin: str = "", indent: int = 0) -> list[str]:
    return [line.text for line in comment(text, margin, indent)]


def test_a_comment_stays_readable_and_no_sign_is_parted_from_its_word() -> None:
    lines = shown("Un « texte » assez long : il se lit. " * 8, "  ", 2)
    assert len(lines) > 2
    assert all(line.startswith("  #   ") and len(line) <= 100 for line in lines)
    assert not any(line.endswith("«") or line[6:7] in {"»", ":"} for line in lines)
    assert " ".join(line[6:] for line in lines) == ("Un « texte » assez long : il se lit. " * 8).strip()


def test_a_long_word_is_not_cut() -> None:
    assert shown("a" * 200) == [f"# {'a' * 200}"]


def test_spaces_at_the_end_are_left_out() -> None:
    assert shown("Sigle. ") == ["# Sigle."]
