"""For someone who opens no log: a Markdown page, by file, that shows each fault and where to mend it.

GitHub shows it on the page of the run when it is added to the file that `GITHUB_STEP_SUMMARY` names.
"""

import html
import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from generator.addresses import rule_address
from generator.diagnostic import Diagnostic
from generator.excerpt import excerpt, source_lines, visible
from generator.kit import Kit
from generator.tally import counted, tally

_AROUND = 2
"""Lines shown on each side of a fault."""

_LONGEST = 500
"""Longest message or hint that is shown."""

_PAGE = 900_000
"""Bytes of faults that are shown: the forge refuses a page of more than 1 MiB whole."""

_MARKUP = re.compile(r"[\\`*_\[\]|~]")
_LINKING = re.compile(r"@(?=\w)|#(?=\d)|:(?=[/\w+-])|\bwww(?=\.)", re.IGNORECASE)
"""What the forge makes a link, a mention or an emoji of, even without brackets."""


def report(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Write the count, then the faults of each file; the last line says how many found no room."""
    blocks = _blocks(diagnostics, kit)
    room = _room(blocks)
    left = diagnostics[room:]
    rest = [f"Cette page est pleine ; fautes qu'elle ne montre pas : {counted(left)}."] if left else []
    return "\n\n".join(["## Contrôle des fiches", tally(diagnostics, kit), *blocks[:room], *rest])


def _room(blocks: Sequence[str]) -> int:
    """Tell how many blocks the page can hold."""
    size = 0
    for number, block in enumerate(blocks):
        size += len(block.encode(errors="replace")) + 2
        if size > _PAGE:
            return number
    return len(blocks)


def _blocks(diagnostics: Sequence[Diagnostic], kit: Kit) -> list[str]:
    """Give one block a diagnostic; the first of each file starts with its title."""
    sources = source_lines(diagnostics, kit)
    blocks = []
    for path, group in groupby(diagnostics, key=lambda found: found.span.path):
        title = [f"### {_words(path)}"]
        for found in group:
            blocks.append("\n\n".join([*title, *_parts(found, sources.get(path, []), kit)]))
            title = []
    return blocks


def _parts(found: Diagnostic, lines: list[str], kit: Kit) -> Iterator[str]:
    yield f"**Ligne {found.span.line}, {found.severity} {found.code}** : {_words(found.message)}"
    shown = [str(line) for line in excerpt(found.span, lines, _AROUND)]
    if shown:
        yield _fenced("\n".join(shown))
    if found.hint:
        yield f"Conseil : {_words(found.hint)}"
    if links := list(_links(found, kit)):
        yield " · ".join(links)


def _links(found: Diagnostic, kit: Kit) -> Iterator[str]:
    if edit := kit.config.edit_url(quote(os.fsencode(found.span.path))):
        yield f"[Modifier la ligne {found.span.line}]({_target(edit)}#L{found.span.line})"
    if site := kit.config.site_url:
        yield f"[Comprendre la règle {found.code}]({_target(site + rule_address(found.code))})"


def _target(url: str) -> str:
    """Write an address that cannot end its link."""
    return quote(url, safe=":/?&=%~+@")


def _fenced(text: str) -> str:
    """Write a block of code whose fence is longer than any that the text holds."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _words(text: str) -> str:
    """Write a text as words of a line: nothing in it is Markdown, HTML, a formula, a link or a mention.

    It never stands first on its line, where a hyphen or a number would start a list.
    """
    line = " ".join(visible(text).split())
    cut = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    escaped = _MARKUP.sub(r"\\\g<0>", html.escape(cut, quote=False))
    unlinked = _LINKING.sub(r"\g<0><!-- -->", escaped)
    return unlinked.replace("$", "<span>$</span>")
