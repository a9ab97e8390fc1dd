"""Bytes -> Document: head as nodes, body as text, every part with its span.

Reading notes faults and goes on; it reports nothing and raises nothing about the content.
"""

import codecs
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from generator import layout
from generator.diagnostic import MOST, Fault, Span
from generator.french import reason
from generator.head import Head, guess, guess_before
from generator.nodes import Mapping, Node
from generator.positions import Positions
from generator.yaml_builder import CONTROL
from generator.yaml_reader import parse

_BOM = "\ufeff"
_HEAD = re.compile(r"^---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*id:[ \t]", re.MULTILINE)
"""How the head of an entry starts."""
_CONTROLS = re.compile(f"(?:{CONTROL.pattern})+")
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_AS_WINDOWS = "odl-as-windows"


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read.

    `text` has LF line ends and no byte order mark; `head` is None when there is no readable one;
    `body` starts at character `body_start` of `text`.
    """

    path: str
    text: str = ""
    head: Node | None = None
    body: str = ""
    body_start: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def is_markdown(self) -> bool:
        """Whether sections are headings of a body rather than keys."""
        return self.path.lower().endswith(".md")

    @property
    def start(self) -> Span:
        """The span of the file's first line, for what is missing everywhere."""
        return Span(self.path, 1, 1, 1, len(self.text.split("\n", 1)[0]) + 1)

    @property
    def fields(self) -> Mapping | None:
        """The head, when it is a mapping."""
        return self.head if isinstance(self.head, Mapping) else None


def read(root: Path, path: str) -> Document:
    """Read one file of a kit.

    Args:
        root: folder of the kit.
        path: the file, relative to it, with `/`.

    Returns:
        The document; its faults say what could not be read.
    """
    file = root / path
    try:
        if refused := _refused(root, file, path):
            return Document(path, faults=(refused,))
        content = file.read_bytes()
    except OSError as error:
        return Document(path, faults=(Fault("unreadable", Span(path), {"reason": reason(error)}),))
    return from_bytes(path, content)


def _refused(root: Path, file: Path, path: str) -> Fault | None:
    """Refuse unread what is not a plain file of the kit, or is too large to be an entry."""
    status = file.lstat()
    folder_is_linked = file.parent.resolve() != root.resolve().joinpath(path).parent
    if stat.S_ISLNK(status.st_mode) or folder_is_linked:
        return Fault("symbolic_link", Span(path))
    if not stat.S_ISREG(status.st_mode):
        return Fault("unreadable", Span(path), {"reason": "ce n'est pas un fichier ordinaire"})
    if status.st_size > layout.MAX_FILE_BYTES:
        sizes = {"size": str(status.st_size // 1024), "limit": str(layout.MAX_FILE_BYTES // 1024)}
        return Fault("too_large", Span(path), sizes)
    return None


def from_bytes(path: str, content: bytes) -> Document:
    """Decode and split the content of a file; see `read`. A plain text has neither head nor body."""
    text, faults = _decode(path, content)
    text, cleaned = _clean(path, text)
    faults += cleaned
    if path.endswith(layout.TEXT_SUFFIX):
        return Document(path, text, faults=tuple(faults))
    if not text.strip():
        return Document(path, text, faults=(*faults, Fault("empty_file", Span(path))))
    document = Document(path, text, faults=tuple(faults))
    return _split_markdown(document) if document.is_markdown else _with_head(document, text, 0)


def plain_text(content: bytes) -> str:
    """Give the text of a file with LF line ends and no byte order mark: that in which places are counted.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
    """
    return _plain(content.decode("utf-8"))


def _plain(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


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
    faults += islice(_control_faults(path, text), MOST + 1)
    return CONTROL.sub(" ", text), faults


def _control_faults(path: str, text: str) -> Iterator[Fault]:
    """Note each place that holds control characters, those that follow each other at once."""
    positions = Positions(path, text)
    for found in _CONTROLS.finditer(text):
        values = {"code": f"{ord(found[0][0]):04X}", "count": str(len(found[0]))}
        yield Fault("control_character", positions.span(found.start(), found.end()), values)


def _split_markdown(document: Document) -> Document:
    """Find the head between its two lines of hyphens, with python-frontmatter's own handler."""
    handler, text = YAMLHandler(), document.text
    if not handler.detect(text):
        return _guessed(document, Fault("no_head", document.start))
    try:
        head, body = handler.split(text)
    except ValueError:
        return _guessed(document, Fault("head_not_closed", document.start))
    start = text.index(head, handler.FM_BOUNDARY.match(text).end()) if head else 0  # type: ignore[union-attr]
    body_start = len(text) - len(body)
    if second := _second_entry(body):
        span = Positions(document.path, text).span(body_start + second, body_start + second + len("---"))
        document = replace(document, faults=(*document.faults, Fault("second_document", span)))
        body = body[:second]
    found = replace(_with_head(document, head, start), body=body, body_start=body_start)
    lines = text.split("\n")
    if found.faults != document.faults and guess_before(lines, text.count("\n", 0, start + len(head))):
        return _guessed(document, Fault("head_not_closed", document.start))
    return found


def _second_entry(body: str) -> int:
    """Give the place in a body where the head of another entry starts; 0 when there is none."""
    found = _HEAD.search(body)
    in_code = found and len(_FENCE.findall(body, 0, found.start())) % 2
    return found.start() if found and not in_code else 0


def _guessed(document: Document, fault: Fault) -> Document:
    """Read a head whose lines of hyphens are not as they should be, when it can be told where it stands."""
    lines = document.text.split("\n")
    unread = replace(document, faults=(*document.faults, fault))
    head = guess(lines)
    if head is None:
        return unread
    start, end, body = (
        sum(len(line) + 1 for line in lines[:rank]) for rank in (head.start, head.end, head.body)
    )
    noted = list(_fence_faults(document.path, fault, head, lines))
    body = min(body, len(document.text))
    read = replace(document, faults=(*document.faults, *noted), body=document.text[body:], body_start=body)
    found = _with_head(read, document.text[start:end], start)
    return found if head.is_sure or found.faults == read.faults else unread


def _fence_faults(path: str, fault: Fault, head: Head, lines: list[str]) -> Iterator[Fault]:
    """Note the lines of hyphens that are missing or mistyped, each once."""
    if head.before is not None:
        text = lines[head.before]
        span = Span(path, head.before + 1, 1, head.before + 1, len(text) + 1)
        yield Fault("no_head", span, {"before": text.strip()[:60]})
    elif fault.cause == "no_head":
        first = lines[head.start - 1] if head.start else ""
        yield replace(fault, values={"line": first.strip()})
    if head.almost is not None:
        text = lines[head.almost]
        span = Span(path, head.almost + 1, 1, head.almost + 1, len(text) + 1)
        yield Fault("head_not_closed", span, {"line": text.strip()})
    elif fault.cause == "head_not_closed":
        last = max(rank for rank in range(head.start, head.end) if lines[rank].strip())
        yield replace(fault, values={"after": str(last + 1)})


def _with_head(document: Document, head: str, start: int) -> Document:
    """Parse the head and note its syntax faults."""
    first_line = document.text.count("\n", 0, start)
    node, faults = parse(document.path, head, first_line)
    if node is None and not faults:
        faults = [Fault("empty_head", document.start)]
    elif node is not None and not isinstance(node, Mapping):
        faults = [*faults, Fault("not_a_mapping", node.span)]
    return replace(document, head=node, faults=(*document.faults, *faults))
