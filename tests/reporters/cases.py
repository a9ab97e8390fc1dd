"""The cases that every reporter writes; what each must write is in `expected/<case>.<format>.txt`."""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.check import check
from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import Kit, gather
from generator.reporters import reporter

Case = tuple[Sequence[Diagnostic], Kit]
ENTRY = "atd_offers/exemple.md"
HOSTILE = "atd_offers/hostile.md"
_EXPECTED = Path(__file__).with_name("expected")

_SOURCE = f"""\
---
id: hostile
nom: "```` <script>alert(1)</script> | 100 % [lien](https://exemple.fr)"
resume: {"a" * 200}ICI{"b" * 200}
statut:\tpubliee
---

::error file=x::titre
```
~~~
</details>"""

_MARKUP = (
    "<script>alert(1)</script> `code` **gras** | 100 % [lien](https://exemple.fr) @maire #1 $x$ {0} &amp;"
)


def sound(root: Path) -> Case:
    """A kit without a fault."""
    return (), gather(root)


def typical(root: Path) -> Case:
    """An offer with five usual faults, found by the rules."""
    text = (root / ENTRY).read_text("utf-8")
    text = text.replace("enjeux: [transparence]", "nombr: 3\nenjeux: [transparance]")
    text = text.replace("publie_le: 2026-11-22\n", "").replace("statut: publiee", "statut:")
    (root / ENTRY).write_text(text.replace("## Objectifs\n", "## Objectif\n"), "utf-8")
    kit = gather(root)
    return check(kit), kit


def mendable(root: Path) -> Case:
    """Two faults that the program can mend: a term by its other name, a byte order mark."""
    text = (root / ENTRY).read_text("utf-8").replace("enjeux: [transparence]", "enjeux: [Redevabilité]")
    (root / ENTRY).write_text(f"\ufeff{text}", "utf-8")
    kit = gather(root)
    return check(kit), kit


def hostile(root: Path) -> Case:
    """Faults whose texts and places would break a careless reporter."""
    (root / HOSTILE).write_text(_SOURCE, "utf-8")
    found = (
        Diagnostic(Span("atd_offers/a\n,:%[b](c).md"), "F103", Severity.ERROR, "Nom, refusé : 100 %."),
        Diagnostic(
            Span(HOSTILE, 3, 6, 3, 10), "C101", Severity.ERROR, f"Avant\r\n::error::{_MARKUP}", "- a\n- b"
        ),
        Diagnostic(
            Span(HOSTILE, 4, 209, 4, 212), "C107", Severity.WARNING, "x" * 600, "Écrivez « www.a.fr »."
        ),
        Diagnostic(Span(HOSTILE, 5, 9, 5, 16), "C103", Severity.ERROR, "Égaux.", "Premier."),
        Diagnostic(Span(HOSTILE, 5, 9, 5, 16), "C103", Severity.ERROR, "Égaux.", "Second."),
        Diagnostic(
            Span(HOSTILE, 8, 1, 11, 11), "T101", Severity.NOTE, "Sur plusieurs lignes.", "a@exemple.fr"
        ),
        Diagnostic(Span(HOSTILE, 999, 1, 999, 2), "C201", Severity.ERROR, "Après la fin."),
    )
    return found, gather(root)


CASES: dict[str, Callable[[Path], Case]] = {
    "sound": sound,
    "typical": typical,
    "mendable": mendable,
    "hostile": hostile,
}


def written(case: str, name: str, root: Path) -> str:
    """Give what a reporter writes of a case."""
    return reporter(name)(*CASES[case](root))


def expected(case: str, name: str) -> str:
    """Give what it must write."""
    return (_EXPECTED / f"{case}.{name}.txt").read_text("utf-8").removesuffix("\n")


def many(severity: Severity, number: int) -> list[Diagnostic]:
    """Give as many different faults of a severity, on lines of one file."""
    return [
        Diagnostic(Span(ENTRY, n, 1, n, 2), "C101", severity, f"Faute {n}.") for n in range(1, number + 1)
    ]
