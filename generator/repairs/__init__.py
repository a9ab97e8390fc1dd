"""What people write wrong, one kind a file: each proposes lines that would be right.

A proposal is a function of the lines, of the rank of the line to look at and of libyaml's words; it yields
`Repair`s, the likeliest first. It looks at the text only: `generator/yaml_recovery.py` tries what it yields.
"""

from collections.abc import Callable, Iterator

from generator.repairs import (
    aside,
    brackets,
    colons,
    dashes,
    indents,
    quotes,
    signs,
    spaces,
    stray,
    tabs,
    values,
)
from generator.yaml_draft import Repair

Propose = Callable[[list[str], int, str], Iterator[Repair]]

REPAIRS: tuple[Propose, ...] = (
    spaces.propose,
    tabs.propose,
    signs.propose,
    quotes.propose,
    dashes.propose,
    colons.without_space,
    brackets.propose,
    dashes.inline,
    values.after_block_sign,
    values.propose,
    colons.likely_forgotten,
    dashes.forgotten,
    indents.alone,
    indents.together,
    values.folded,
    stray.propose,
    colons.forgotten,
    aside.propose,
    aside.whole,
)
"""In the order in which they are tried: the surest signs first, what gives a value up last."""
