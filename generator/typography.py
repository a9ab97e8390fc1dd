"""French spaces: a sign never begins a line, away from the word that it follows.

Rule: a narrow no-break space (U+202F) before `;` `:` `!` `?` `»` `%` `€` and after `«`, as the Imprimerie
nationale's « Lexique des règles typographiques » asks, with one width for all four signs. Only a space that
stands there is changed, none is added: `9:30`, `https://` and code have none.
"""

import re
from collections.abc import Iterator

NARROW = "\u202f"
_SPACES = "[ \u00a0\u202f]+"
_PLACE = re.compile(rf"{_SPACES}(?=[;:!?»])|(?<=«){_SPACES}|(?<=\d){_SPACES}(?=[€%])")
_AS_IS = re.compile(r"<(code|kbd|pre|script|style|textarea)\b.*?</\1>", re.DOTALL)


def typeset(text: str) -> str:
    """Give a plain text with its French spaces."""
    return _PLACE.sub(NARROW, text)


def typeset_html(html: str) -> str:
    """Give an HTML text with its French spaces: not inside its tags, nor in code and scripts."""
    pieces, start = [], 0
    as_is = [found.span() for found in _AS_IS.finditer(html)]
    for found in _outside(html, as_is):
        pieces += [html[start : found.start()], NARROW]
        start = found.end()
    return "".join([*pieces, html[start:]])


def _outside(html: str, as_is: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Give the places to change; `as_is` are the parts to leave, in order.

    A sign in a tag has the tag's `<` behind it, nearer than any `>`; in text `<` is always written `&lt;`.
    """
    rank = 0
    for found in _PLACE.finditer(html):
        while rank < len(as_is) and as_is[rank][1] <= found.start():
            rank += 1
        left = rank < len(as_is) and as_is[rank][0] <= found.start()
        in_tag = html.rfind("<", 0, found.start()) > html.rfind(">", 0, found.start())
        if not (left or in_tag):
            yield found
