"""donnees/suggestions.json: words of titles and terms, the most frequent first, for « Vouliez-vous dire ? ».

The search page loads it only when a search finds little.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.addresses import SUGGESTIONS
from generator.kit import Kit
from generator.nearest import unaccented
from generator.plan import PagePlan
from generator.rendered import Rendered
from generator.searched import names

VERSION = 1
"""Changes when a reader of the former file could no longer read the new one."""
_WORD = re.compile(r"[^\W\d_]{4,}")
"""A shorter word has too many neighbours for a useful guess."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the words as JSON, each once, as it is written where it is met first, in lower case unless it is
    an acronym.
    """
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text in _texts(kit):
        for word in _WORD.findall(text):
            key = unaccented(word)
            written.setdefault(key, word if word.isupper() else word.lower())
            counts[key] += 1
    words = [written[key] for key in sorted(counts, key=lambda key: (-counts[key], key))]
    value = {"version": VERSION, "mots": words}
    yield Rendered(SUGGESTIONS, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def _texts(kit: Kit) -> Iterator[str]:
    for vocabulary in kit.definitions.vocabularies.values():
        for term in vocabulary.terms:
            yield from (term.label, *term.aliases)
    for entry in kit.by_key.values():
        yield from (entry.title, *names(entry))
    yield from (page.title for page in kit.pages)
