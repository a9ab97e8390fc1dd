"""Lettre d'un autre alphabet dans un mot

## Ce qui est vérifié

Un mot s'écrit dans un seul alphabet. Un mot tout entier grec ou cyrillique est permis, comme un signe seul
(π, Ω, µ).

## Pourquoi

Un « а » cyrillique a l'air d'un « a », mais la recherche ne trouve plus le mot et un lecteur d'écran
l'épelle ou le saute.

## Exemple refusé

```markdown
Comment pаrtir de zéro
```

## Exemple accepté

```markdown
Comment partir de zéro
```
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from generator.diagnostic import Edit, Finding, Severity
from generator.kit import Kit
from generator.nearest import is_western
from generator.prose import Prose
from generator.rules import Scope, enough

SEVERITY = Severity.ERROR
SCOPE = Scope.FILE
MENDS = True

_FOREIGN = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0400-\u058f\u1c80-\u1c8f\ua640-\ua69f]+")
"""Greek, Cyrillic and Armenian letters."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ADJECTIVES = {"CYRILLIC": "cyrillique", "GREEK": "grecque", "ARMENIAN": "arménienne"}
_LOOKS_LIKE = dict(
    zip(
        "аеорсухіјѕһԁԛԝёїѐАВЕКМНОРСТХІЈЅЁЇЀ" + "οναρυγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshdqwëïèABEKMHOPCTXIJSËÏÈ" + "ovapuyABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Letters drawn as one of ours of the same case (Unicode Technical Standard 39, confusables.txt)."""


def check(kit: Kit) -> Iterator[Finding]:
    for prose in chain.from_iterable(kit.proses.values()):
        if not is_western(prose.words) and _FOREIGN.search(prose.words):
            yield from enough(_in(prose))


def _in(prose: Prose) -> Iterator[Finding]:
    for word in _WORD.finditer(prose.words):
        letters = _foreign_letters(word[0])
        if letters:
            at = _FOREIGN.search(prose.words, word.start(), word.end()) or word
            mended = "".join(_LOOKS_LIKE.get(letter, letter) for letter in word[0])
            span = prose.span(word.start(), word.end())
            is_sure = prose.is_placed and not _FOREIGN.search(mended)
            yield Finding(
                prose.span(at.start(), at.end()),
                _message(word[0][:60], letters),
                "Retapez le mot au clavier." if _FOREIGN.search(mended) else f"Écrivez « {mended[:60]} ».",
                (Edit(span, mended),) if is_sure else (),
            )


def _foreign_letters(word: str) -> list[str]:
    """Give the letters of another alphabet of a word that has some of ours; a Greek letter that looks like
    none of ours is a sign, as in « kΩ ».
    """
    if not _LATIN.search(word):
        return []
    found = dict.fromkeys(letter for letter in word if _FOREIGN.match(letter))
    return [letter for letter in found if _script(letter) != "GREEK" or letter in _LOOKS_LIKE]


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _message(word: str, letters: list[str]) -> str:
    adjective = _ADJECTIVES.get(_script(letters[0]), "étrangère")
    shown = ", ".join(f"« {letter} »" for letter in letters[:5])
    if len(letters) == 1:
        return f"Dans « {word} », la lettre {shown} est {adjective}."
    return f"Dans « {word} », les lettres {shown} sont {adjective}s."
