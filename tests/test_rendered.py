from generator.rendered import Rendered


def test_a_file_is_its_text_in_utf_8_or_the_bytes_of_a_picture() -> None:
    assert Rendered("a.html", "été").content == "été".encode()
    assert Rendered("a.png", raw=b"\x89PNG").content == b"\x89PNG"
