from pathlib import Path

import pytest

from generator.check import check
from generator.kit import gather
from generator.mend import mend
from generator.web_addresses import is_private, without_tracking

ENTRY = "atd_offers/exemple.md"
TRACKING = ("utm_*", "fbclid", "xtor")


def found(root: Path) -> list[tuple[str, int, int]]:
    return [
        (address.text, address.span.line, address.span.column)
        for address in gather(root).web_addresses
        if address.span.path == ENTRY
    ]


def write(root: Path, old: str, new: str) -> None:
    path = root / ENTRY
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://a.fr/b)", "https://a.fr/b"),
        ("[a](https://a.fr/b.)", "https://a.fr/b."),
        ("<http://a.fr/b_>", "http://a.fr/b_"),
        ("Voir https://a.fr/b.", "https://a.fr/b"),
        ("Voir **https://a.fr/b** !", "https://a.fr/b"),
        ("(voir https://a.fr/b)", "https://a.fr/b"),
        ("« https://a.fr/b »", "https://a.fr/b"),
        ("https://a.fr/b_(c)?d=e&f#g", "https://a.fr/b_(c)?d=e&f#g"),
        ("| https://a.fr/b|", "https://a.fr/b"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
        ("HTTPS://A.fr/", "HTTPS://A.fr/"),
        ('[a](https://a.fr/b "titre")', "https://a.fr/b"),
    ],
)
def test_an_address_is_found_whole_and_without_the_sentence_around_it(
    small_kit: Path, text: str, expected: str
) -> None:
    write(small_kit, "Le syndicat aide douze communes.", text)
    assert found(small_kit) == [(expected, 13, text.index(expected) + 1)]


def test_addresses_of_fields_are_found_where_they_stand_in_any_writing(small_kit: Path) -> None:
    lines = "portail: \"https://a.fr/\"\nsources:\n  - { titre: Bilan, url: 'https://b.fr/' }\n"
    write(small_kit, "---\n\n", f"{lines}---\n\n")
    assert found(small_kit) == [("https://a.fr/", 9, 11), ("https://b.fr/", 11, 27)]


@pytest.mark.parametrize(
    "text", ["`https://a.fr/`", "```\nhttps://a.fr/\n```", "ftp://a.fr", "https:", "https://"]
)
def test_code_and_what_is_no_web_address_are_left_out(small_kit: Path, text: str) -> None:
    write(small_kit, "Le syndicat aide douze communes.", text)
    assert found(small_kit) == []


def test_comments_of_a_head_are_left_out(small_kit: Path) -> None:
    write(small_kit, "statut: publiee", "# https://a.fr/\nstatut: publiee # https://b.fr/")
    assert found(small_kit) == []


def test_a_document_without_a_head_gives_nothing(small_kit: Path) -> None:
    (small_kit / ENTRY).write_text("Voir https://a.fr/\n", "utf-8")
    assert found(small_kit) == []


def test_an_address_whose_host_cannot_be_read_has_none(small_kit: Path) -> None:
    write(small_kit, "Le syndicat aide douze communes.", "Voir http://[1.2.3]/a et https://A.fr:80/.")
    hosts = [address.host for address in gather(small_kit).web_addresses if address.span.path == ENTRY]
    assert hosts == ["", "a.fr"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.fr/?utm_source=x", "https://a.fr/"),
        ("https://a.fr/b?utm_source=x&c=d", "https://a.fr/b?c=d"),
        ("https://a.fr/b?c=d&utm_source=x", "https://a.fr/b?c=d"),
        ("https://a.fr/b?c=d&utm_source=x&e=f#g", "https://a.fr/b?c=d&e=f#g"),
        ("https://a.fr/b?c=d&amp;utm_source=x&amp;e=f", "https://a.fr/b?c=d&amp;e=f"),
        ("https://a.fr/b?utm\\_source=x&amp;e=f", "https://a.fr/b?e=f"),
        ("https://a.fr/b?UTM_Source=x&FBCLID=y", "https://a.fr/b"),
        ("https://a.fr/b#xtor=RSS-1", "https://a.fr/b"),
        ("https://a.fr/b?c#xtor=RSS-1&h=1", "https://a.fr/b?c#h=1"),
        ("https://a.fr/b?fbclid=", "https://a.fr/b"),
    ],
)
def test_only_the_parameters_that_track_are_taken_out(address: str, expected: str) -> None:
    assert without_tracking(address, TRACKING)[0] == expected


@pytest.mark.parametrize(
    "address",
    [
        *("https://a.fr", "https://a.fr/?", "https://a.fr/b?&&c=%C3%A9&&#", "https://a.fr/b?utm=1&xtorx=2"),
        *("https://a.fr/utm_source=x", "https://a.fr/?a=utm_source", "https://a.fr/#utm_source"),
        "https://a.fr/?&amp;b",
    ],
)
def test_an_address_that_tracks_nobody_is_given_back_byte_for_byte(address: str) -> None:
    assert without_tracking(address, TRACKING) == (address, ())


def test_the_parameters_taken_out_are_named() -> None:
    assert without_tracking("https://a.fr/?utm_a=1&b=2#xtor=3", TRACKING)[1] == ("utm_a", "xtor")


def test_tracking_is_mended_and_nothing_else_moves(small_kit: Path) -> None:
    text = (
        "Voir [a](https://a.fr/é?utm_source=x&b=c), <https://b.fr/?fbclid=1>\net https://c.fr/?b=1&utm_a=2."
    )
    write(small_kit, "Le syndicat aide douze communes.", text)
    write(small_kit, "---\n\n", 'portail: "https://d.fr/?utm_b=1"  # le nôtre\n---\n\n')
    before = (small_kit / ENTRY).read_text("utf-8")
    mend(small_kit, check(gather(small_kit)))
    expected = (
        before.replace("utm_source=x&", "")
        .replace("?fbclid=1", "")
        .replace("&utm_a=2", "")
        .replace("?utm_b=1", "")
    )
    assert (small_kit / ENTRY).read_text("utf-8") == expected
    assert {one.code for one in check(gather(small_kit))} == {"T110"}


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "localhost.", "intranet", "srv-mairie.local", "a.b.lan", "x.internal"),
        *("127.0.0.1", "10.0.0.1", "192.168.1.20", "172.16.0.1", "169.254.0.1", "::1", "fd00::1"),
    ],
)
def test_a_host_of_a_private_network_is_told(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "www.exemple.fr",
        "www.exemple.fr.",
        "8.8.8.8",
        "2001:4860:4860::8888",
        "local.fr",
        "monlan.fr",
        "127.1",
    ],
)
def test_a_public_host_is_not_private(host: str) -> None:
    assert not is_private(host)
