"""Texte brouillé

## Ce qui est vérifié

Aucun mot n'a perdu ses accents en passant d'un logiciel à un autre : pas de « Ã© » pour « é », pas de
« â€™ » pour une apostrophe, pas de « � ».

## Pourquoi

Le texte devient illisible et la recherche ne le trouve plus.

## Exemple refusé

```markdown
Le dÃ©partement
```

## Exemple accepté

```markdown
Le département
```
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Edit, Finding, Severity
from generator.kit import Kit
from generator.prose import Prose
from generator.rules import Scope, enough

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
MENDS = True

_TAIL = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_GARBLED = re.compile(
    f"(?P<run>(?:[ÂÃÅÆË][{_TAIL}]|â[{_TAIL}]{{2}})+)"
    "|\ufffd+"
    r"|â€|Ã(?<!\wÃ)(?=[ \n][^»])|Â(?<=\dÂ)(?= )"
)
"""The bytes of UTF-8 read as Windows-1252, one sign for each; or a sign that stands for what was lost."""
_SIGNS = "ÂÃÅÆËâ\ufffd"
_FIRST = re.compile(f"[{_SIGNS}]")
"""The sign with which each starts: far faster to look for."""
_UNSURE = re.compile(r"[ÂÃ](?![^\W\d_])")
"""What may still hide a lost no-break space or « à »: no French word ends so."""


def check(kit: Kit) -> Iterator[Finding]:
    # Another encoding is said once, of the whole file.
    read_amiss = {fault.span.path for fault in kit.faults if fault.cause == "wrong_encoding"}
    sound = (proses for path, proses in kit.proses.items() if path not in read_amiss)
    for prose in chain.from_iterable(sound):
        yield from enough(_in(prose))


def _in(prose: Prose) -> Iterator[Finding]:
    for found in _garbled(prose.words):
        mended = _mended(found["run"]) if found["run"] else ""
        if found["run"] and not mended:
            continue
        span = prose.span(found.start(), found.end())
        message = f"Le texte est brouillé : « {_around(prose.words, found)} »."
        next_sign = prose.words[found.end() : found.end() + 1]
        if not mended or _UNSURE.search(mended + next_sign):
            yield Finding(span, message, "Retapez le mot d'après le texte d'origine.")
        else:
            edits = (Edit(span, mended),) if prose.is_placed else ()
            yield Finding(span, message, f"Écrivez « {mended} ».", edits)


def _garbled(text: str) -> Iterator[re.Match[str]]:
    """Give what `_GARBLED` matches in a text."""
    done = 0
    for first in _FIRST.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        if first.start() >= done and (found := _GARBLED.match(text, first.start())):
            done = found.end()
            yield found


def _around(text: str, found: re.Match[str]) -> str:
    """Give what is garbled with the letters that touch it."""
    before = re.search(r"\w{0,20}$", text[max(0, found.start() - 20) : found.start()])
    after = re.match(r"\w{0,20}", text[found.end() : found.end() + 20])
    return (before[0] if before else "") + found[0][:20] + (after[0] if after else "")


def _mended(text: str) -> str:
    """Undo the wrong reading, as often as it was made; empty when there was none."""
    mended = _once(text)
    while _GARBLED.fullmatch(mended) and (again := _once(mended)):
        mended = again
    return mended


def _once(text: str) -> str:
    """Undo one wrong reading; empty when what comes out is no French text.

    It must be of Windows-1252: the bytes of « É² », or of « là » before a no-break space and « », may also be
    read as UTF-8, but of other languages.
    """
    try:
        read = text.encode("cp1252").decode("utf-8")
        read.encode("cp1252")
    except UnicodeError:
        return ""
    return read
