"""A kit of any size, the same each time: `python -m bench.corpus FOLDER COUNT`.

Definitions and templates are the real kit's. Each entry is a real one taken in turn, under another id and
title, with terms drawn anew for its filters and sentences of the kit drawn anew for its sections, about 3 kB
of French in all. Fields that name other entries are left out, and so are the editorial pages but one.
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator import layout
from generator.addresses import choices
from generator.canevas import Canevas
from generator.entry import Entry
from generator.kit import Kit, gather
from generator.literals import Json
from generator.properties import Property
from generator.roles import Role

REPOSITORY = Path(__file__).resolve().parent.parent
SECTION = 500
"""Characters of a section, about: six of them make the 3 kB of a real entry."""
_SENTENCE = re.compile(r"(?<![\w.])[A-ZÀÉÊ][^.!?*_`\[\]<>|#\n]{40,200}\.(?=\s|$)")
_HOME = """---
title: Kit d'essai
description: Un kit fait pour mesurer.
---

# Kit d'essai

Des fiches tirées au sort, pour mesurer.
"""


@dataclass(frozen=True)
class Source:
    """What entries are drawn from."""

    kit: Kit
    models: tuple[Entry, ...]
    sentences: tuple[str, ...]


def source(root: Path = REPOSITORY) -> Source:
    """Read the kit that models and sentences are taken from."""
    kit = gather(root)
    models = sorted(kit.entries, key=lambda entry: (_rank(entry), entry.kind))
    texts = (section.text for entry in kit.entries for section in entry.sections)
    return Source(kit, tuple(models), tuple(sorted({found for text in texts for found in _sentences(text)})))


def _rank(entry: Entry) -> str:
    """Mix the kinds: the first entries of any count hold some of each."""
    return random.Random(entry.key[1]).random().hex()  # noqa: S311 — no secret


def _sentences(text: str) -> Iterator[str]:
    return (" ".join(found[0].split()) for found in _SENTENCE.finditer(text))


def write(root: Path, count: int, origin: Source | None = None) -> Path:
    """Write a kit of `count` entries in the folder `root`, which must not exist yet; give that folder."""
    origin = origin or source()
    for folder in (layout.CANEVAS, layout.VOCABULARIES, layout.TEMPLATES):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / layout.REVIEW, root / layout.REVIEW)
    (root / layout.CONTENT).mkdir()
    (root / layout.CONTENT / "index.md").write_text(_HOME, "utf-8")
    (root / layout.MARKER).write_text(_config(origin.kit), "utf-8")
    for rank in range(count):
        model = origin.models[rank % len(origin.models)]
        path = root / model.canevas.folder / f"fiche-{rank}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry(origin, model, rank), "utf-8")
    return root


def _config(kit: Kit) -> str:
    menu = ["Accueil: index.md", "Catalogue: catalogue/index.md"]
    nav: list[Json] = [dict([item.split(": ")]) for item in menu]
    extra = {name: value for name, value in kit.config.extra.items() if name not in {"invitation", "pied"}}
    raw = {**kit.config.raw, "nav": [*nav, layout.KINDS_IN_MENU], "extra": extra}
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)


def entry(origin: Source, model: Entry, rank: int) -> str:
    """Give the text of one entry, drawn from its model by its rank."""
    chance = random.Random(rank)  # noqa: S311 — no secret
    canevas, value = model.canevas, dict(model.value)
    head = {
        part.name: _field(origin.kit, part, value[part.name], chance)
        for part in canevas.properties
        if part.name in value and _is_kept(canevas, part)
    }
    head |= {"id": f"fiche-{rank}", canevas.name_of(Role.TITLE): f"{model.title[:100]} (n° {rank})"}
    written = yaml.dump(head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{written}---\n{_body(canevas, value, origin.sentences, chance)}"


def _is_kept(canevas: Canevas, part: Property) -> bool:
    names_others = any(one.reference for one in (part, *canevas.parts_of(part)))
    return not (part.is_section or names_others or part.role == Role.FORMER_IDS)


def _field(kit: Kit, part: Property, value: Json, chance: random.Random) -> Json:
    if not (part.facet and part.is_list and part.vocabulary):
        return value
    terms = [choice.term.id for choice in choices(kit, part)]
    return chance.sample(terms, min(len(value), len(terms)))


def _body(
    canevas: Canevas, value: Mapping[str, Json], sentences: tuple[str, ...], chance: random.Random
) -> str:
    held = (part for part in canevas.sections if part.name in value)
    return "".join(f"\n## {part.label}\n\n{_text(sentences, chance)}\n" for part in held)


def _text(sentences: tuple[str, ...], chance: random.Random) -> str:
    drawn: list[str] = []
    while sum(map(len, drawn)) < SECTION:
        drawn.append(chance.choice(sentences))
    middle = len(drawn) // 2
    return " ".join(drawn[:middle]) + "\n\n" + "".join(f"- {sentence}\n" for sentence in drawn[middle:])


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
