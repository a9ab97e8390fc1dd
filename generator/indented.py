"""Indented text: a sentence that spaces turned into code, or true code."""

import re

_ADDRESS = re.compile(r"https?://\S+")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–—]|[0-9]{1,3}[.)]|##+)[ \t]+")
_EMPHASIS = " \t*_"
_CODE = re.compile(
    r"[{}<>\\$|=`]|\w_\w|\w\(|\w;|\w/\w+/|\S[ \t]{3,}\S|(?<!\S)--?\w"  # paths, columns, options
    r"|^(?:#|//|@|!|[A-Z]{3,} |[\w.-]+:(?: |$)|[\w-]+\.\w)",  # comments, SQL, a key and its value, a file
    re.MULTILINE,
)
"""What no sentence holds: written in French, a colon or a semicolon stands apart."""
_SENTENCE = re.compile(
    r"^[«\"“]?[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ'’]"  # a capital letter, then small ones
    r"|[a-zà-öø-ÿœ»)][  \u202f]?[.!?:…»;,][ \t]*$"  # an end of a sentence, or of an item
    r"|[à-öø-ÿœ]|\b[cdjlmnst][’'][a-zà-öø-ÿ]",  # an accent, an elision
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST = 3
"""Words under which a text is too short to be told."""
_READ = 2_000
"""Characters that are enough to tell."""


def is_sentence(text: str) -> bool:
    """Tell whether an indented text (its indent left out) was meant to be read: nothing in it is a sign of
    code, and something is a sign of French.
    """
    plain = _ADDRESS.sub("", text[:_READ])
    words = "\n".join(_ITEM.sub("", line).strip(_EMPHASIS) for line in plain.split("\n"))
    if len(_WORD.findall(words)) < _LEAST or _CODE.search(words):
        return False
    return bool(_SENTENCE.search(words)) or bool(_ITEM.match(plain))
