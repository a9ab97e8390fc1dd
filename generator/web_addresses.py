"""The web addresses that a kit writes, in its fields and in its texts, each where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from generator.diagnostic import Span
from generator.markdown import CODE
from generator.source import Document

_WRITTEN = re.compile(
    r"[hH][tT][tT][pP][sS]?://(?:\[[0-9a-fA-F:.]+\])?(?:[^\s<>\"'`()\[\]|]|\([^\s<>()]*\))+"
)
_SIGN = re.compile("://")
"""What each holds: far faster to look for."""
_SCHEMES = ("https", "http")
_CODE = re.compile(CODE, re.MULTILINE | re.DOTALL)
_AFTER_A_SENTENCE = ".,;:!?…»*_~"
"""What ends a sentence or an emphasis, and not the bare address that it follows."""
_PRIVATE_ENDINGS = (
    *(".corp", ".home", ".home.arpa", ".internal", ".intranet", ".lan", ".local", ".localdomain"),
    *(".localhost", ".private"),
)
"""Names that no public server has: RFC 6761 (6.3), RFC 6762 (3 and appendix G), RFC 8375."""
_AND = re.compile(r"(&(?:amp;)?)")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address as it is written, `&amp;` and escapes included, and its place."""

    text: str
    span: Span

    @property
    def host(self) -> str:
        """The machine that it names, in lower case; empty when it cannot be read."""
        return _host(self.text)


@lru_cache(maxsize=10_000)
def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def web_addresses(documents: Iterable[Document]) -> Iterator[WebAddress]:
    """Give every address in `http` or `https` of some files, in the order of each. Comments and code are left
    out: nobody follows them.
    """
    for document in documents:
        yield from _in_document(document)


@lru_cache(maxsize=10_000)
def is_private(host: str) -> bool:
    """Tell whether a machine answers only on the network, or the computer, of who wrote its name.

    Args:
        host: a name or an IP address; an empty one is not known to be private.
    """
    try:
        return not ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".")
        return bool(name) and ("." not in name or name.endswith(_PRIVATE_ENDINGS))


def without_tracking(address: str, tracking: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Take the tracking parameters out of an address.

    Args:
        address: as it is written.
        tracking: names of parameters, or beginnings of names followed by « * ».

    Returns:
        The address, the rest of it as it was written, and the names of the parameters taken out.
    """
    if "=" not in address:
        return address, ()  # no parameter: most addresses
    patterns = tuple(tracking)
    rest, sharp, fragment = address.partition("#")
    path, mark, query = rest.partition("?")
    query, removed = _untracked(query, patterns)
    fragment, more = _untracked(fragment, patterns)
    mark = "" if removed and not query else mark
    sharp = "" if more and not fragment else sharp
    return f"{path}{mark}{query}{sharp}{fragment}", (*removed, *more)


def _in_document(document: Document) -> Iterator[WebAddress]:
    found = list(_written(document.text))
    if not found or document.fields is None:
        return
    may_hold_code = "`" in document.text or "~~~" in document.text
    code = [match.span() for match in _CODE.finditer(document.text)] if may_hold_code else []
    positions = document.positions
    written = (value.span for value in document.scalars if "://" in value.text)
    values = sorted(positions.offsets(span) for span in written)
    for match in found:
        in_body = document.body and match.start() >= document.body_start
        if (in_body or _is_in(match.start(), values)) and not _is_in(match.start(), code):
            text = _trimmed(match)
            yield WebAddress(text, positions.span(match.start(), match.start() + len(text)))


def _written(text: str) -> Iterator[re.Match[str]]:
    """Give what `_WRITTEN` matches in a text."""
    done = 0
    for sign in _SIGN.finditer(text):
        starts = (sign.start() - len(scheme) for scheme in _SCHEMES)
        matches = (_WRITTEN.match(text, start) for start in starts if start >= done)
        if found := next(filter(None, matches), None):
            done = found.end()
            yield found


def _is_in(offset: int, ranges: list[tuple[int, int]]) -> bool:
    """Tell whether an offset stands in one of some sorted ranges, none of which meets another."""
    rank = bisect_right(ranges, offset, key=lambda one: one[0]) - 1
    return rank >= 0 and offset < ranges[rank][1]


def _trimmed(match: re.Match[str]) -> str:
    """Leave out the sign that ends the sentence of a bare address; between brackets there is none."""
    around = (
        match.string[max(0, match.start() - 1) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return match[0] if around in {("(", ")"), ("<", ">")} else match[0].rstrip(_AFTER_A_SENTENCE)


def _untracked(query: str, patterns: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    first, *others = _AND.split(query)
    pairs = [("", first), *zip(others[::2], others[1::2], strict=True)]
    kept = [(sign, parameter) for sign, parameter in pairs if not _is_tracking(parameter, patterns)]
    names = tuple(_name(parameter) for _, parameter in pairs if _is_tracking(parameter, patterns))
    return "".join(sign * bool(rank) + parameter for rank, (sign, parameter) in enumerate(kept)), names


def _is_tracking(parameter: str, patterns: tuple[str, ...]) -> bool:
    name = _name(parameter).lower()
    return "=" in parameter and any(fnmatchcase(name, pattern) for pattern in patterns)


def _name(parameter: str) -> str:
    """Give the name of a parameter, without the backslashes that some editors put before « _ »."""
    return parameter.partition("=")[0].replace("\\", "")
