"""Bytes -> Document: head as nodes, body as text, every part with its span.

Reading notes faults and goes on; it reports nothing and raises nothing about the content.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from generator import layout
from generator.cache import content_digest
from generator.decoding import decode
from generator.diagnostic import Fault, Span
from generator.french import reason
from generator.head import Head, guess, guess_before
from generator.nodes import Mapping, Node, Scalar
from generator.positions import Positions
from generator.yaml_reader import parse

_HEAD = re.compile(r"^---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*id:[ \t]", re.MULTILINE)
"""How the head of an entry starts."""
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """One file as it was read.

    `text` has LF line ends and no byte order mark; `head` is None when there is no readable one;
    `body` starts at character `body_start` of `text`; `digest` identifies the bytes.
    """

    path: str
    text: str = ""
    head: Node | None = None
    body: str = ""
    body_start: int = 0
    faults: tuple[Fault, ...] = ()
    digest: bytes = b""

    @property
    def packed(self) -> "Packed":
        """All of it but its nodes, which are many, as plain values."""
        counted = self.body_start, len(self.body), self.has_fields
        return self.path, self.text.encode(), *counted, self.faults, self.digest

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

    @property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every value of the head, when it is a mapping."""
        return self.fields.scalars if self.fields else ()

    @cached_property
    def positions(self) -> Positions:
        """Lines and columns of its text."""
        return Positions(self.path, self.text)

    @cached_property
    def has_fields(self) -> bool:
        """Whether the head is a mapping."""
        return self.fields is not None


Packed = tuple[str, bytes, int, int, bool, tuple[Fault, ...], bytes]
"""Path, text, start and length of the body, whether the head is a mapping, faults, digest."""


class _Light(Document):
    """A document that keeps its bytes, half as large as its text, which is rarely asked for; more rarely yet,
    its head, which is then read again.
    """

    text = property(lambda self: self._content.decode())
    body = property(lambda self: self.text[self.body_start : self.body_start + self._length])
    head = cached_property(lambda self: from_bytes(self.path, self._content).head)


def unpacked(packed: Packed) -> Document:
    """Give a document back from what `Document.packed` gave."""
    document = object.__new__(_Light)
    names = ("path", "_content", "body_start", "_length", "has_fields", "faults", "digest")
    vars(document).update(zip(names, packed, strict=True))
    return document


def read(root: Path, path: str) -> Document:
    """Read one file of a kit.

    Args:
        root: folder of the kit.
        path: the file, relative to it, with `/`.

    Returns:
        The document; its faults say what could not be read.
    """
    content = _content(root, path)
    if isinstance(content, Fault):
        return Document(path, faults=(content,))
    return from_bytes(path, content)


def digest(root: Path, path: str) -> bytes:
    """Give what identifies the content of a file of a kit, as `Document.digest` does; empty when it cannot be
    read.
    """
    content = _content(root, path)
    return b"" if isinstance(content, Fault) else content_digest(content)


def _content(root: Path, path: str) -> bytes | Fault:
    file = root / path
    try:
        return _refused(root, file, path) or file.read_bytes()
    except OSError as error:
        return Fault("unreadable", Span(path), {"reason": reason(error)})


def _refused(root: Path, file: Path, path: str) -> Fault | None:
    """Refuse unread what is not a plain file of the kit, or is too large to be an entry."""
    status = file.lstat()
    folders = accumulate(path.split("/")[:-1], os.path.join, initial=str(root))
    if stat.S_ISLNK(status.st_mode) or any(map(os.path.islink, islice(folders, 1, None))):
        return Fault("symbolic_link", Span(path))
    if not stat.S_ISREG(status.st_mode):
        return Fault("unreadable", Span(path), {"reason": "ce n'est pas un fichier ordinaire"})
    if status.st_size > layout.MAX_FILE_BYTES:
        sizes = {"size": str(status.st_size // 1024), "limit": str(layout.MAX_FILE_BYTES // 1024)}
        return Fault("too_large", Span(path), sizes)
    return None


def from_bytes(path: str, content: bytes) -> Document:
    """Decode and split the content of a file; see `read`. A plain text has neither head nor body."""
    text, faults = decode(path, content)
    document = Document(path, text, faults=tuple(faults), digest=content_digest(content))
    if path.endswith(layout.TEXT_SUFFIX):
        return document
    if not text.strip():
        return replace(document, faults=(*faults, Fault("empty_file", Span(path))))
    return _split_markdown(document) if document.is_markdown else _with_head(document, text, 0)


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
    found = _with_head(document, head, start, body, body_start)
    is_at_fault = found.faults != document.faults
    if is_at_fault and guess_before(text.split("\n"), text.count("\n", 0, start + len(head))):
        return _guessed(document, Fault("head_not_closed", document.start))
    return found


def _second_entry(body: str) -> int:
    """Give the place in a body where the head of another entry starts; 0 when there is none."""
    if "---" not in body:
        return 0  # most bodies, and far faster than the pattern
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
    read = replace(document, faults=(*document.faults, *noted))
    found = _with_head(read, document.text[start:end], start, document.text[body:], body)
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


def _with_head(document: Document, head: str, start: int, body: str = "", body_start: int = 0) -> Document:
    """Parse the head and note its syntax faults; the body is known."""
    first_line = document.text.count("\n", 0, start)
    node, faults = parse(document.path, head, first_line)
    if node is None and not faults:
        faults = [Fault("empty_head", document.start)]
    elif node is not None and not isinstance(node, Mapping):
        faults = [*faults, Fault("not_a_mapping", node.span)]
    every = (*document.faults, *faults)
    return replace(document, head=node, faults=every, body=body, body_start=body_start)
