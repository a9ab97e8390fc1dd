"""Text <-> text between quotes, as a person means it and as YAML reads it."""

import re

RESERVED = "@`%&*!|>[]{},?"
"""Signs that mean something to YAML at the start of a value."""

CLOSERS = "\"'”’»"
"""Signs that a person may take for the quote that closes."""

_PAIR = re.compile(r'"([^"]*)"')
_ESCAPE = re.compile(r'\\(["\\])')
_AROUND = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("`", "`"))


def written(text: str) -> str:
    """Put a text between quotes: double ones if it holds none, else single ones, else French ones inside."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    french = _PAIR.sub(lambda found: f"« {found[1].strip()} »", text).replace('"', '\\"')
    return f'"{french}"'


def meant(value: str) -> str:
    """Give the text that a person meant by a value: the quotes around it, straight or not, left out."""
    text = value.strip()
    for opening, closed in _AROUND:
        if text.startswith(opening) and text.endswith(closed) and len(text) > 1:
            inside = text[1:-1]
            return _unescaped(inside.strip(" \u00a0\u202f") if opening == "«" else inside, opening)
    return text


def _unescaped(text: str, quote: str) -> str:
    if quote == "'":
        return text.replace("''", "'")
    return _ESCAPE.sub(r"\1", text) if quote == '"' else text


def closing(text: str) -> int:
    """Give the place of the quote that closes the one at the start of a text; -1 when there is none."""
    place = 1
    while (place := text.find(text[0], place)) > 0:
        backslashes = len(text[:place]) - len(text[:place].rstrip("\\"))
        if text[0] == "'" and text.startswith("''", place):
            place += 2
        elif text[0] == '"' and backslashes % 2:
            place += 1
        else:
            return place
    return -1


def without_stray(text: str) -> str:
    """Leave out the one double quote of a text, typed by mistake: they go by pairs."""
    return text.replace('"', "") if text.count('"') == 1 else text
