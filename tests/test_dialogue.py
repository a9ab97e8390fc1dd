from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from generator.diagnostic import Finding, Severity
from generator.dialogue import Dialogue, Terminal, ask_kind
from generator.entry import Entry
from generator.kit import Kit, gather
from generator.literals import Json
from generator.request import canevas_of
from generator.rules import Scope, discover
from tests.conftest import MINIMAL, REPOSITORY


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


@pytest.fixture(scope="module")
def whole_kit() -> Kit:
    return gather(REPOSITORY)


class Person:
    """Types the given lines, then leaves; keeps what was shown."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)
        self.shown: list[str] = []
        self.terminal = Terminal(self._type, self.shown.append)

    def _type(self, prompt: str) -> str:
        if not self._lines:
            raise EOFError
        line = self._lines.pop(0)
        self.shown.append(f"{prompt}{line}")
        return line


def answered(
    kit: Kit, *lines: str, value: dict[str, Json] | None = None
) -> tuple[dict[str, Json], list[str]]:
    person = Person(lines)
    start = {"id": "essai"} if value is None else value
    done = Dialogue(kit, canevas_of(kit, "offre"), start, person.terminal).run()
    return done, person.shown


def test_each_answer_is_kept_as_the_canevas_wants_it(kit: Kit) -> None:
    done, shown = answered(kit, " Syndicat d'Été ", "Il aide les communes.", "1", "Confiance, 1")
    assert done == {
        "id": "essai",
        "nom": "Syndicat d'Été",
        "resume": "Il aide les communes.",
        "statut": kit.definitions.vocabularies["statuts"].ids[0],
        "enjeux": ["confiance", "transparence"],
    }
    assert shown[-1] == "Retenu : Confiance, Transparence."


def test_what_is_known_is_not_asked(kit: Kit) -> None:
    done, shown = answered(kit, "", "", value={"id": "essai", "nom": "x", "enjeux": ["confiance"]})
    assert done == {"id": "essai", "nom": "x", "enjeux": ["confiance"]}
    assert [line for line in shown if line.startswith("Réponse")] == ["Réponse : ", "Réponse [Publiée] : "]


def test_a_refused_answer_is_asked_again_with_the_sentence_of_the_diagnostic(kit: Kit) -> None:
    done, shown = answered(kit, "X", "Syndicat", "", "", "transparance", "")
    assert (done["nom"], "enjeux" in done) == ("Syndicat", False)
    first = shown.index("Réponse : X")
    assert shown[first + 1].startswith("« Nom » est trop court")
    assert shown[first + 2] == "Réponse : Syndicat"
    refused = shown.index("Réponse : transparance")
    assert shown[refused + 1] == (
        "« transparance » n'est pas un enjeu connu. Écrivez « transparence ». "
        "Enjeux : kit/vocabulaires/enjeux.yml"
    )


def test_enter_alone_leaves_the_answer_for_later_or_keeps_the_default(kit: Kit) -> None:
    done, shown = answered(kit, "", "", "", "")
    assert done == {"id": "essai"}
    assert [line for line in shown if line.startswith(("À remplir", "Retenu"))] == [
        "À remplir plus tard.",
        "À remplir plus tard.",
        "Retenu : Publiée.",
        "À remplir plus tard.",
    ]


def test_a_question_mark_shows_the_definitions_where_there_are_some(kit: Kit) -> None:
    done, shown = answered(kit, "??", "?", "", "", "?", "2")
    assert done["nom"] == "??"
    meanings = shown.index("Réponse : ?", shown.index("Enjeux")) + 1
    assert shown[meanings].startswith("  1. Transparence : ")
    assert done["enjeux"] == ["confiance"]


def test_the_id_is_proposed_from_the_title_and_asked_again_until_it_suits(kit: Kit) -> None:
    done, shown = answered(kit, "Syndicat de l'Été", "Mon Été", "exemple", "", "", "", "", value={})
    assert (done["id"], next(iter(done))) == ("syndicat-de-l-ete", "id")
    start = shown.index("Réponse [syndicat-de-l-ete] : Mon Été")
    assert shown[start + 1] == "« Mon Été » ne convient pas : écrivez « mon-ete »."
    assert shown[start + 3] == "« atd_offers/exemple.md » existe déjà."


def test_without_a_title_no_id_is_proposed(kit: Kit) -> None:
    done, shown = answered(kit, "", "", "essai", "", "", "", value={})
    assert done == {"id": "essai"}
    assert "Réponse : essai" in shown


def test_an_announced_offer_is_not_asked_what_a_published_one_must_say(whole_kit: Kit) -> None:
    lines = ["Syndicat", "", "à venir", "", "", "Vallée", "", "Convention"]
    done, shown = answered(whole_kit, *lines)
    assert (done["statut"], done["territoire"]) == ("annoncee", {"libelle": "Vallée"})
    assert done["sources"] == [{"titre": "Convention"}]
    assert "Enjeux" not in shown


def hesitate(entry: Entry, _kit: Kit) -> Iterator[Finding]:
    yield Finding(entry.span_of("nom"), "Ce nom surprend.", "Est-ce le bon ?")


def test_a_warning_is_said_and_the_answer_is_kept(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = replace(discover()[0], scope=Scope.ENTRY, severity=Severity.WARNING, check=hesitate)
    monkeypatch.setattr("generator.check.discover", lambda: (rule,))
    done, shown = answered(kit, "Syndicat", "", "", "")
    assert done["nom"] == "Syndicat"
    assert shown[shown.index("Réponse : Syndicat") + 1] == "Ce nom surprend. Est-ce le bon ?"


def test_who_leaves_stops_everything(kit: Kit) -> None:
    with pytest.raises(EOFError):
        answered(kit, "Syndicat")


def test_the_kind_is_chosen_by_number_or_name(whole_kit: Kit) -> None:
    for line in ("2", "Ressource", "ressource"):
        assert ask_kind(whole_kit, Person([line]).terminal).kind == "ressource"
    person = Person(["0", "", "ofre", "offre"])
    assert ask_kind(whole_kit, person.terminal).kind == "offre"
    assert person.shown[:4] == [
        "Quel genre de fiche ?",
        "  1. Offre d'accompagnement (offre)",
        "  2. Ressource (ressource)",
        "  3. Animation (animation)",
    ]
    assert "« ofre » n'est pas un genre de fiche. Écrivez « offre »." in person.shown
