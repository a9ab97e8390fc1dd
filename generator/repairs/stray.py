"""Lines of text that no field holds."""

from collections.abc import Iterator

from generator.repairs.colons import is_field
from generator.yaml_draft import Repair
from generator.yaml_lines import QUOTES, cut, indent, is_blank


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Leave out the lines of text, and show how they would go on with the text above, if they can."""
    run = list(_run(lines, at))
    if not run:
        return
    fields = (rank for rank in range(at - 1, -1, -1) if not is_blank(lines[rank]) and cut(lines[rank]).name)
    holder = cut(lines[first]) if (first := next(fields, None)) is not None else cut("")
    is_text = bool(holder.key) and holder.value[:1] not in {"[", "{", *QUOTES}
    advice = " " * (len(holder.start) + 2) + lines[at].strip() if is_text else ""
    words = {"key": holder.name if is_text else ""}
    column, end = indent(lines[at]), len(lines[at].rstrip())
    yield Repair("stray_text", at, column, end, dict.fromkeys(run, ""), words, advice=advice)


def _run(lines: list[str], at: int) -> Iterator[int]:
    """Give the ranks of the lines of text, from this one on, that start at its column."""
    for rank in range(at, len(lines)):
        line = lines[rank]
        if is_blank(line) or is_field(line) or cut(line).has_dash or indent(line) != indent(lines[at]):
            return
        yield rank
