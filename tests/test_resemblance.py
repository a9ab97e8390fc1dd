import random

import pytest

from generator.resemblance import LEAST, Pair, resemblances, sample

CHANCE = random.Random(1)  # noqa: S311 — made-up texts, no secret
WORDS = [f"mot{rank}" for rank in range(2000)]


@pytest.fixture(autouse=True)
def the_same_chance_in_each_test() -> None:
    CHANCE.seed(1)


def text(words: int) -> str:
    return " ".join(CHANCE.choice(WORDS) for _ in range(words))


def changed(original: str, part: float) -> str:
    return " ".join(CHANCE.choice(WORDS) if CHANCE.random() < part else word for word in original.split())


def pairs(*texts: str) -> list[Pair]:
    return list(resemblances(texts, [sample(one) for one in texts], 0.7))


def ranks(*texts: str) -> list[tuple[int, int]]:
    return [(pair.rank, pair.earlier) for pair in pairs(*texts)]


def test_a_copy_is_found_with_its_share() -> None:
    original = text(300)
    assert pairs(text(300), original, original) == [Pair(2, 1, 1.0)]


def test_a_copy_with_a_word_in_twenty_changed_is_found_and_one_with_a_word_in_four_is_not() -> None:
    original = text(400)
    assert ranks(original, changed(original, 0.05)) == [(1, 0)]
    assert ranks(original, changed(original, 0.25)) == []


def test_case_punctuation_and_line_ends_do_not_hide_a_copy() -> None:
    original = text(300)
    assert ranks(original, original.upper().replace(" ", ",\n")) == [(1, 0)]


def test_a_short_text_inside_a_long_one_is_found_whichever_comes_first() -> None:
    short = text(150)
    long = f"{text(2000)} {short} {text(2000)}"
    assert ranks(long, short) == [(1, 0)]
    assert ranks(short, long) == [(1, 0)]


def test_the_same_words_in_another_order_are_another_text() -> None:
    original = text(300)
    assert ranks(original, " ".join(reversed(original.split()))) == []


def test_texts_of_a_few_sentences_are_not_compared() -> None:
    original = text(LEAST + 1)
    assert ranks(original, original) == []
    assert ranks("", "") == []


def test_a_text_is_said_once_with_the_nearest_of_those_before() -> None:
    first = text(300)
    second = changed(first, 0.25)
    assert ranks(first, second) == []
    assert ranks(first, second, second) == [(2, 1)]


def test_ten_thousand_copies_give_as_many_pairs_and_no_more() -> None:
    found = ranks(*[text(150)] * 10_000)
    assert found == [(rank, 0) for rank in range(1, 10_000)]


def test_thousands_of_texts_of_the_same_paragraphs_are_compared_without_hanging() -> None:
    paragraphs = [text(30) for _ in range(100)]
    assert len(ranks(*(" ".join(CHANCE.sample(paragraphs, 5)) for _ in range(3_000)))) < 3_000
