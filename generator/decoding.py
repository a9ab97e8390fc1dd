"""Bytes -> text: its encoding, its marks, what no text needs."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from generator.control_signs import CONTROL, holds_control
from generator.diagnostic import MOST, Fault, Span
from generator.positions import Positions

_BOM = "\ufeff"
_CONTROLS = re.compile(f"(?:{CONTROL.pattern})+")
_AS_WINDOWS = "odl-as-windows"


def plain_text(content: bytes) -> str:
    """Give the text of a file with LF line ends and no byte order mark: that in which places are counted.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
    """
    return _plain(content.decode("utf-8"))


def _plain(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def decode(path: str, content: bytes) -> tuple[str, list[Fault]]:
    """Give the text of a file, and the faults of its bytes: with LF line ends, no byte order mark and no
    control character.
    """
    text, faults = _decode(path, content)
    text, cleaned = _clean(path, text)
    return text, faults + cleaned


def _decode(path: str, content: bytes) -> tuple[str, list[Fault]]:
    """Decode as UTF-8; bytes of another encoding are read as Windows-1252 so that the rest is checked."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
        return text, [Fault("wrong_encoding", Span(path), {"text": text.split("\n", 1)[0].strip()[:60]})]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        start = len(_plain(content[: error.start].decode("utf-8")))
        text = content.decode("utf-8", errors=_AS_WINDOWS)
        span = Positions(path, _plain(text)).span(start, start + 1)
        line = _plain(text).split("\n")[span.line - 1].strip()
        return text, [Fault("wrong_encoding", span, {"text": line[:60]})]


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as Windows-1252, the other usual encoding of French files."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)


def _clean(path: str, text: str) -> tuple[str, list[Fault]]:
    """Remove what hinders the reading (mark, carriage returns, control characters), noting each once."""
    faults = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        faults.append(Fault("byte_order_mark", Span(path, 1, 1, 1, 2)))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        length = len(text.split("\r", 1)[0].rsplit("\n", 1)[-1])
        faults.append(Fault("carriage_return", Span(path, line, length + 1, line, length + 1)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if holds_control(text):
        faults += islice(_control_faults(path, text), MOST + 1)
        text = CONTROL.sub(" ", text)
    return text, faults


def _control_faults(path: str, text: str) -> Iterator[Fault]:
    """Note each place that holds control characters, those that follow each other at once."""
    positions = Positions(path, text)
    for found in _CONTROLS.finditer(text):
        values = {"code": f"{ord(found[0][0]):04X}", "count": str(len(found[0]))}
        yield Fault("control_character", positions.span(found.start(), found.end()), values)
