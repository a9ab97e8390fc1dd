"""The last resort: a field is known, and its value is given up."""

from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import cut, deeper, indent, is_blank


def propose(lines: list[str], at: int, problem: str = "") -> Iterator[Repair]:
    """Empty a line's value and the lines that it holds."""
    if not is_blank(lines[at]):
        yield _emptied(lines, at, at, deeper(lines, at), problem)


def whole(lines: list[str], at: int, problem: str = "") -> Iterator[Repair]:
    """Empty the whole field at the margin that holds a line."""
    if is_blank(lines[at]):
        return
    tops = (rank for rank in range(at, -1, -1) if indent(lines[rank]) == 0 and cut(lines[rank]).key)
    if (top := next(tops, None)) is not None:
        yield _emptied(lines, at, top, max(deeper(lines, top), at + 1), problem)


def _emptied(lines: list[str], at: int, first: int, end: int, problem: str) -> Repair:
    parts = cut(lines[first])
    kept = f"{parts.start}{parts.key}:" if parts.key else parts.start
    changes = dict.fromkeys(range(first + 1, end), "")
    changes[first] = f'{kept.rstrip()} ""' if kept.strip() else ""
    aside = frozenset({first}) if changes[first] else frozenset()
    words = {"problem": problem, "is_last": ""}
    return Repair("yaml", at, indent(lines[at]), len(lines[at].rstrip()), changes, words, aside=aside)
