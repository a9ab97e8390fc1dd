"""French spaces: a sign never begins a line, away from the word that it follows.

Rule: a narrow no-break space (U+202F) before `;` `:` `!` `?` `»` `%` `€` and after `«`, as the Imprimerie
nationale's « Lexique des règles typographiques » asks, with one width for all four signs. Only a space that
stands there is changed, none is added: `9:30`, `https://` and code have none.
"""

import re
from itertools import chain

NARROW = "\u202f"
_SPACES = "[ \u00a0\u202f]+"
_PLACE = re.compile(rf"{_SPACES}(?=[;:!?»])|(?<=«){_SPACES}|(?<=\d){_SPACES}(?=[€%])")
_MARKUP = re.compile(r"(<(code|kbd|pre|script|style|textarea)\b.*?</\2>|<[^>]*>?)", re.DOTALL)
"""A tag, or a whole element that is left as it is; in text `<` is always written `&lt;`."""
_APOSTROPHE = "&#39;"
"""As Jinja2 writes it: needed in the value of an attribute, four bytes too many in a text."""


def typeset(text: str) -> str:
    """Give a plain text with its French spaces."""
    return _PLACE.sub(NARROW, text)


def typeset_html(html: str) -> str:
    """Give an HTML text with its French spaces: not inside its tags, nor in code and scripts."""
    pieces = _MARKUP.split(html)  # text, markup, name of an element or None, text…
    texts = typeset("<".join(pieces[::3])).replace(_APOSTROPHE, "'")  # all at once: none holds `<`
    return "".join(chain.from_iterable(zip(texts.split("<"), [*pieces[1::3], ""], strict=True)))
