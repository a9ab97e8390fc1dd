"""A text in brackets or braces, read from left to right and written again as it should be."""

import re
from dataclasses import dataclass, field

from generator.yaml_lines import NAME, QUOTES
from generator.yaml_quotes import CLOSERS, RESERVED, closing, meant, without_stray, written

PAIRS = {"[": "]", "{": "}"}

_BLANK = re.compile(r"\s+|(?<=\s)#(?=\s).*")
_PLAIN = re.compile(r"(?:[^,\[\]{}\n]|(?<=\w)[\[\]{}](?=\w))+")
_BRACKET = re.compile(r"[\[\]{}]")
_KEY = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s,\[\]{}:\"'][^,\[\]{}:\n]*?)[ \t]*:(?=\s)[ \t]*")
_SEGMENT = re.compile(r"[^,\[\]{}\n:\"]*[^,\[\]{}\n:\"\s](?=\s*[,}])")
_LAST_VALUE = re.compile(r":[ \t]+(\"[^\"\n]*\"|'[^'\n]*'|[^,\[\]{}\n\"']+),\s*$")
_STUCK = re.compile(rf"({NAME.pattern})[ \t]*:(?!//)(?=[^\s:])")
_ALONE = re.compile(rf"({NAME.pattern})[ \t]+(?=[^\s,\]}}])")
_JOINED = re.compile(r"[ \t]+(?=[a-z_]+:[ \t])")
_NEEDS_QUOTES = re.compile(r":(?=\s|$)|(?<=\s)#|^#")
_AFTER = re.compile(r"\s*(?:[,\]}]|$|#)")
_NEXT_NAME = re.compile(r"\s+[a-z_]\w*:\s")
_NEXT_VALUE = re.compile(r"\s+[\"'\[{]")


@dataclass(frozen=True, slots=True)
class FlowFault:
    """A fault of such a text: its cause, its place in the text, what a sentence needs."""

    cause: str
    start: int
    length: int
    words: dict[str, str] = field(default_factory=dict)


class Flow:
    """A text that starts with « [ » or « { ».

    `text` is what it should be and `faults` what was wrong, when `is_whole`: when nothing else stands after
    its last bracket. `names` are known names of fields.
    """

    def __init__(self, source: str, names: frozenset[str] = frozenset()) -> None:
        self.text = ""
        self.faults: list[FlowFault] = []
        self._source, self._at, self._names = source, 0, names
        self._open: list[tuple[str, int]] = []
        self._has_value = self._has_key = False  # at the present place, between two commas
        self.is_whole = self._read()

    def _read(self) -> bool:
        while self._at < len(self._source):
            place = self._at
            if blank := _BLANK.match(self._source, place):
                self._take(blank[0])
            elif self.text and not self._open:
                return self._drop_rest()
            else:
                self._next(self._source[place])
            if self._at == place:  # nothing knew what to do with it
                self._take(self._source[place])
        self._close_all(0)
        return True

    def _next(self, sign: str) -> None:
        if sign in PAIRS:
            self._bracket(sign)
        elif sign in PAIRS.values():
            self._close(sign)
        elif sign == ",":
            self._separate()
        elif self._open[-1][0] == "{" and (not self._has_key or self._starts_another()):
            self._name()
        else:
            self._value()

    def _starts_another(self) -> bool:
        """Tell whether a name follows a value, with no comma between."""
        return self._has_value and bool(_KEY.match(self._source, self._at))

    def _bracket(self, sign: str) -> None:
        """Open a list or a group; drop a bracket never closed that is typed twice, or put for a name."""
        misplaced = bool(self._open) and self._open[-1][0] == "{" and not self._has_key
        is_closed = self._source.count(sign) <= self._source.count(PAIRS[sign])
        if not is_closed and (misplaced or self.text[-1:] == sign):
            self._note("bracket", 1, sign=sign, opened="", extra="yes")
            self._take(sign, "")
            return
        self._part("")
        self._open.append((sign, self._at))
        self._has_value = self._has_key = False
        self._take(sign)

    def _separate(self) -> None:
        if not self._has_value and self.text.rstrip()[-1:] in {",", "[", "{"}:
            self._note("missing_comma", 1, before="", after=",")
            self._take(",", "")
        else:
            self._has_value = self._has_key = False
            self._take(",")

    def _name(self) -> None:
        """Take the name of a group's value, or mend it."""
        if key := _KEY.match(self._source, self._at):
            self._part(key[0].strip())
            self._has_key = True
            self._take(key[0])
        elif self._source[self._at] in QUOTES or not (self._mend_name() or self._join_value()):
            self._value()

    def _mend_name(self) -> bool:
        """Put « : » or its space after a name that lacks it."""
        stuck = _STUCK.match(self._source, self._at)
        alone = _ALONE.match(self._source, self._at)
        found = stuck or alone
        if not found or not (stuck or found[1] in self._names or not _LAST_VALUE.search(self.text)):
            return False
        self._note("colon_space" if stuck else "missing_colon", len(found[1]), key=found[1])
        self._has_key = True
        self._take(found[0], f"{found[1]}: ")
        return True

    def _join_value(self) -> bool:
        """Join to the value before its comma a text that is no name: it is the rest of that value."""
        text, before = _SEGMENT.match(self._source, self._at), _LAST_VALUE.search(self.text)
        if not text or not before or text[0] in self._names:
            return False
        self._note("comma_in_value", len(text[0]), before=before[1], after=text[0])
        self.text = self.text[: before.start(1)]
        self._take(text[0], written(f"{meant(before[1])}, {text[0]}"))
        self._has_value = self._has_key = True
        return True

    def _value(self) -> None:
        if self._source[self._at] in QUOTES:
            self._quoted()
        else:
            self._plain()
        self._has_value = True

    def _plain(self) -> None:
        text = _PLAIN.match(self._source, self._at)[0]  # type: ignore[index]
        in_group = self._open[-1][0] == "{"
        if in_group and (joined := _JOINED.search(text)):
            text = text[: joined.start()]
        value = text.rstrip()
        self._part(value)
        sign, reserved = _BRACKET.search(value), value[0] in f"{RESERVED}:" and value[0] != "?"
        needs = _NEEDS_QUOTES.findall(value)
        is_pair = not in_group and len(needs) == 1 and needs[0] == ":" and value[-1] != ":"
        if sign or reserved:
            self._quote("reserved_sign", text, value, sign=sign[0] if sign else value[0])
        elif needs and not is_pair:
            self._quote("colon_in_value" if ":" in needs else "reserved_sign", text, value, sign="#")
        else:
            self._take(text)

    def _quote(self, cause: str, text: str, value: str, sign: str) -> None:
        self._note(cause, len(value), sign=sign, key="", field="", where="inside")
        self._take(text, written(value) + text[len(value) :])

    def _quoted(self) -> None:
        rest = self._source[self._at :]
        end, line = closing(rest), rest.split("\n", 1)[0]
        follows = (pattern.match(rest, end + 1) for pattern in (_AFTER, _NEXT_VALUE, _NEXT_NAME))
        is_right = end > 0 and any(follows)
        self._part(rest[: end + 1] if is_right else line)
        if is_right:
            self._take(rest[: end + 1])
        elif later := re.compile(rf"{rest[0]}(?=\s*[,\]}}])").search(line, 1):
            text = line[: later.end()]
            self._note("after_quote", len(text), text=text)
            self._take(text, written(without_stray(text[1:-1])))
        else:
            text = re.match(r".[^,\[\]{}\n]*", rest)[0].rstrip()  # type: ignore[index]
            inner = text[1:-1] if text[-1] in CLOSERS and len(text) > 1 else text[1:]
            self._note("open_quote", 1, sign=rest[0])
            self._take(text, written(inner))

    def _part(self, following: str) -> None:
        """Put a comma between two values that nothing parts."""
        if self._has_value:
            before = self.text.rstrip()
            last = re.split(r"[,\[{]", before)[-1].strip()
            self._note("missing_comma", 1, before=last, after=following[:20])
            self.text = f"{before},{self.text[len(before) :] or ' '}"
            self._has_value = self._has_key = False

    def _close(self, sign: str) -> None:
        ranks = [rank for rank, (opened, _) in enumerate(self._open) if PAIRS[opened] == sign]
        if ranks:
            self._close_all(ranks[-1] + 1)
            self._open.pop()
            self._take(sign)
        else:
            opened, _ = self._open.pop()
            self._note("bracket", 1, sign=sign, opened=opened)
            self._take(sign, PAIRS[opened])
        self._has_value, self._has_key = True, False

    def _close_all(self, depth: int) -> None:
        while len(self._open) > depth:
            opened, place = self._open.pop()
            self.faults.append(FlowFault("bracket", place, 1, {"sign": opened, "opened": ""}))
            before = self.text.rstrip()
            space = " " if opened == "{" else ""
            self.text = f"{before}{space}{PAIRS[opened]}{self.text[len(before) :]}"

    def _drop_rest(self) -> bool:
        """Leave out the brackets that close nothing; tell whether nothing else is left."""
        rest = self._source[self._at :]
        if set(rest.strip()) - set(PAIRS.values()):
            return False
        self._note("bracket", 1, sign=rest[0], opened="")
        self._at, self.text = len(self._source), self.text.rstrip()
        return True

    def _note(self, cause: str, length: int, **words: str) -> None:
        self.faults.append(FlowFault(cause, self._at, length, words))

    def _take(self, source: str, text: str | None = None) -> None:
        self._at += len(source)
        self.text += source if text is None else text
