"""Asks at a terminal what a new entry needs, one question at a time, in plain lines."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module

from generator.answers import judge, understand
from generator.canevas import Canevas
from generator.check import has_errors
from generator.kit import Kit
from generator.literals import Json
from generator.nearest import fold
from generator.places import put
from generator.questions import definitions, in_words, proposal, remaining, wording
from generator.request import RequestError, canevas_of, entry_of, kinds_of, proposed_id, sentences
from generator.roles import Role
from generator.schema import Path

_HOW = (
    "Répondez puis tapez Entrée. Entrée seule : vous remplirez plus tard, dans le fichier.\n"
    "Ctrl+C : tout arrêter ; rien n'est alors écrit."
)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where questions are asked: `ask` shows a prompt and gives the line typed, `say` shows a text.

    `ask` raises EOFError or KeyboardInterrupt when the person leaves.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]


def open_terminal(say: Callable[[str], None]) -> Terminal:
    """Give the terminal of the system, where one may move within the line that one types."""
    with suppress(ImportError):  # not on every system
        import_module("readline")  # not before: it may write to the terminal
    return Terminal(input, say)


def ask_kind(kit: Kit, terminal: Terminal) -> Canevas:
    """Ask for the kind of an entry, by its number or its name.

    Raises:
        RequestError: the kit has none.
    """
    words: dict[str, str] = {}
    terminal.say("Quel genre de fiche ?")
    for rank, canevas in enumerate(kinds_of(kit), 1):
        terminal.say(f"{rank:>3}. {canevas.title} ({canevas.kind})")
        words |= {
            str(rank): canevas.kind,
            fold(canevas.title): canevas.kind,
            fold(canevas.kind): canevas.kind,
        }
    while True:
        text = terminal.ask("Numéro ou nom : ").strip()
        try:
            return canevas_of(kit, words.get(fold(text), text))
        except RequestError as refusal:
            terminal.say(str(refusal))


class Dialogue:
    """The questions of one new entry; `value` is what is known of it."""

    def __init__(self, kit: Kit, canevas: Canevas, value: dict[str, Json], terminal: Terminal) -> None:
        self._kit, self._canevas, self._terminal = kit, canevas, terminal
        self._asked: set[Path] = set()
        self.value = value

    def run(self) -> dict[str, Json]:
        """Ask everything; give the completed value."""
        self._terminal.say(f"{self._canevas.title}. {_HOW}")
        if "id" not in self.value:
            self._ask_title_and_id()
        while path := self._next():
            self._ask(path)
        return self.value

    def _next(self) -> Path | None:
        places = remaining(self._canevas, self.value, self._kit.today)
        return next((path for path in places if path not in self._asked), None)

    def _ask_title_and_id(self) -> None:
        title = self._canevas.name_of(Role.TITLE)
        if title and title not in self.value:
            self._ask((title,))
        self._introduce(("id",))
        proposed = proposed_id(self._canevas, str(self.value[title])) if title in self.value else ""
        while "id" not in self.value:
            text = self._typed(proposed) or proposed
            try:
                self.value = {**entry_of(self._kit, self._canevas, text), **self.value}
            except RequestError as refusal:
                self._terminal.say(str(refusal))

    def _ask(self, path: Path) -> None:
        """Ask about a place until the rules accept the answer, or none is given."""
        self._asked.add(path)
        self._introduce(path)
        proposed = proposal(self._kit, self._canevas, path)
        while text := self._typed(proposed):
            if text == "?" and (meanings := list(definitions(self._kit, self._canevas, path))):
                self._say_lines(meanings)
            elif self._take(path, text):
                return
        self._terminal.say(f"Retenu : {proposed}." if proposed else "À remplir plus tard.")

    def _take(self, path: Path, text: str) -> bool:
        part = self._canevas.at(path)
        vocabulary = self._kit.definitions.vocabularies.get(part.vocabulary)
        found = understand(text, part, vocabulary, ranked=True)
        value = put(self.value, path, found)
        faults = judge(self._kit, self._canevas, value, str(path[0]))
        if faults:
            self._terminal.say(sentences(faults))
        if has_errors(faults):
            return False
        self.value = value
        if part.allowed:
            self._terminal.say(f"Retenu : {in_words(found, vocabulary)}.")
        return True

    def _introduce(self, path: Path) -> None:
        self._terminal.say("")
        self._say_lines(wording(self._kit, self._canevas, path))

    def _say_lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._terminal.say(line)

    def _typed(self, proposed: str) -> str:
        return self._terminal.ask(f"Réponse [{proposed}] : " if proposed else "Réponse : ").strip()
