import pytest

from generator.decoding import decode, plain_text


@pytest.mark.parametrize(
    ("content", "text", "causes"),
    [
        (b"\xc3\xa9t\xc3\xa9\n", "été\n", []),
        (b"\xef\xbb\xbfa\r\nb", "a\nb", ["byte_order_mark", "carriage_return"]),
        (b"a\x00b", "a b", ["control_character"]),
        (b"\xe9t\xe9", "été", ["wrong_encoding"]),
        ("été".encode("utf-16"), "été", ["wrong_encoding"]),
    ],
)
def test_bytes_become_a_clean_text_and_what_they_had_wrong_is_noted(
    content: bytes, text: str, causes: list[str]
) -> None:
    found, faults = decode("a.md", content)
    assert (found, [fault.cause for fault in faults]) == (text, causes)


def test_a_plain_text_has_no_mark_and_plain_line_ends() -> None:
    assert plain_text(b"\xef\xbb\xbfa\r\nb\rc") == "a\nb\nc"
