import pytest

from generator.engine_words import refusal

HEAD = "le moteur a refusé le site"
FULL, OTHER = "No space left on device: 'f'", "Input/output error"
TRACE = "Traceback (most recent call last):\n  File x\n"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("INFO a\nWARNING b\nINFO c\nError: d\n", f"{HEAD} ; ses propres mots :\n  WARNING b\n  Error: d"),
        (f"{TRACE}ValueError: e\n", f"{HEAD} ; ses propres mots :\n  ValueError: e"),
        (
            f"{TRACE}OSError: [Errno 28] {FULL}",
            f"{HEAD} (le disque est plein) ; ses propres mots :\n  OSError: [Errno 28] {FULL}",
        ),
        (
            f"OSError: [Errno 5] {OTHER}",
            f"{HEAD} (le système répond « {OTHER} ») ; ses propres mots :\n  OSError: [Errno 5] {OTHER}",
        ),
        (" \n", "le moteur s'est arrêté sans un mot (code -9)."),
    ],
)
def test_the_engine_is_quoted_where_it_says_why_and_the_system_is_said_in_french(
    output: str, said: str
) -> None:
    assert refusal(output, -9) == said


def test_only_the_first_words_of_a_talkative_engine_are_quoted() -> None:
    assert refusal("WARNING x\n" * 50, 1).count("WARNING") == 10
