"""Lists between brackets and groups between braces: what is not closed, quoted or parted as it should be."""

from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_flow import PAIRS, Flow
from generator.yaml_lines import cut, deeper, names

_LONGEST = 4_000
"""Characters: a longer one is left as it is."""


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Repair all that can be in the brackets that open on a line."""
    parts = cut(lines[at])
    if parts.value[:1] not in PAIRS or not parts.value:
        return
    end = deeper(lines, at)
    if end < len(lines) and lines[end].strip()[:1] in PAIRS.values():
        end += 1
    source = "\n".join([parts.value + parts.comment, *lines[at + 1 : end]])
    if len(source) > _LONGEST:
        return
    flow = Flow(source, names(lines))
    if flow.is_whole and flow.faults:
        fault, before = flow.faults[0], source[: flow.faults[0].start]
        line = at + before.count("\n")
        column = len(before.rpartition("\n")[2]) + (len(parts.before_value) if line == at else 0)
        mended = flow.text.split("\n")
        mended[0] = parts.before_value + mended[0]
        changes = {at + rank: new for rank, new in enumerate(mended) if new != lines[at + rank]}
        shown = (at, max(changes, default=at))
        yield Repair(fault.cause, line, column, column + fault.length, changes, fault.words, shown)
