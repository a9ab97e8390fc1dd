"""A sign typed by mistake before a field or a dash."""

import re
from collections.abc import Iterator

from generator.yaml_draft import Repair
from generator.yaml_lines import NAME

_SIGN = re.compile(rf"([ \t]*)([\"'\[\]{{}},;.`])[ \t]*(?=-[ \t]|{NAME.pattern}[ \t]*:(?:[ \t]|$))")


def propose(lines: list[str], at: int, _problem: str = "") -> Iterator[Repair]:
    """Remove it; or put a space for it, when it took the place of one; or remove the spaces after it too."""
    if found := _SIGN.match(lines[at]):
        start, rest = found[1], lines[at][found.end(2) :]
        words = {"sign": found[2], "where": "line"}
        for changed in (start + rest, f"{start} {rest}", start + rest.lstrip()):
            yield Repair("reserved_sign", at, len(start), len(start) + 1, {at: changed}, words, (at, at))
