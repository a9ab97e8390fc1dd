import sys

import pytest

from generator.control_signs import CONTROL, holds_control


def test_the_fast_look_agrees_with_the_pattern_on_every_character() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    assert [sign for sign in signs if holds_control(sign) != bool(CONTROL.match(sign))] == []


@pytest.mark.parametrize("text", ["Été\x07", "l’été\x07", "l’été\u202e", "a\x85"])
def test_a_sign_is_seen_among_letters_of_any_alphabet(text: str) -> None:
    assert holds_control(text)


@pytest.mark.parametrize("text", ["", "Été,\tpuis\n« hiver »\r\n", "l’œuvre à 5 €"])
def test_french_texts_hold_none(text: str) -> None:
    assert not holds_control(text)
