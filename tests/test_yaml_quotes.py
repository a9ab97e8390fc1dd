import pytest
import yaml

from generator.yaml_quotes import closing, meant, without_stray, written

TEXTS = ["l'été", 'le "grand" syndicat', "C:\\Partage", "Une offre : la nôtre", "C:\\l'eau", "", "# rien"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_back_from_its_quotes(text: str) -> None:
    assert yaml.load(f"a: {written(text)}", Loader=yaml.CBaseLoader) == {"a": text}  # noqa: S506 — text only


def test_a_text_with_both_quotes_takes_french_ones_inside() -> None:
    assert written('"Syndicat" d\'Exemple') == '"« Syndicat » d\'Exemple"'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('"a"', "a"),
        ("'l''été'", "l'été"),
        ("“Une offre : la nôtre”", "Une offre : la nôtre"),
        ("«\u00a0Une offre\u00a0»", "Une offre"),
        ("`a`", "a"),
        ("a « b »", "a « b »"),
        ('"', '"'),
    ],
)
def test_the_quotes_around_a_value_are_left_out(value: str, text: str) -> None:
    assert meant(value) == text


@pytest.mark.parametrize(
    ("text", "place"),
    [('"a" b', 2), ('"a\\" b"', 6), ("'l''été'", 7), ("'l'été", 2), ('"a', -1), ("'", -1), ('"a\\\\"', 4)],
)
def test_the_quote_that_closes_is_found(text: str, place: int) -> None:
    assert closing(text) == place


def test_one_quote_alone_is_left_out() -> None:
    assert (without_stray('85"'), without_stray('le "grand" syndicat')) == ("85", 'le "grand" syndicat')
