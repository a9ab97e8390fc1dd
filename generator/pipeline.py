"""Each command as a flat list of steps."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from generator import layout, publish
from generator import mend as mends
from generator.blank import Blank, blank
from generator.check import check
from generator.diagnostic import Diagnostic
from generator.dialogue import Dialogue, Terminal, ask_kind
from generator.kit import Kit, gather
from generator.mend import Mend
from generator.request import RequestError, canevas_of, entry_of, missing_words, refuse_place, with_fields
from generator.stamp import Stamp
from generator.steps import Options, Result, Timings
from generator.survey import survey

_ROUNDS = 8
"""Times that a kit is mended and read again: a mend may uncover another fault, or touch another mend."""


def inspect(root: Path, timings: Timings | None = None) -> Result:
    """Read and check a kit."""
    timings = timings or Timings()
    with timings.step("lecture"):
        kit, told = survey(root)
    with timings.step("contrôle"):
        diagnostics = check(kit, told)
    return Result(kit, diagnostics, timings)


def mend(root: Path, wanted: Callable[[Diagnostic], bool]) -> tuple[list[Mend], Result]:
    """Mend what may safely be, then check again.

    Args:
        root: folder of the kit.
        wanted: which diagnostics may be mended.

    Returns:
        What was mended, and what is left.
    """
    done: list[Mend] = []
    for _ in range(_ROUNDS):
        result = inspect(root)
        mended = mends.mend(root, filter(wanted, result.diagnostics))
        if not mended:
            return done, result
        done += mended
    return done, inspect(root)


def build(
    root: Path,
    site: Path,
    on_checked: Callable[[Result], None] = lambda _: None,
    *,
    options: Options | None = None,
    timings: Timings | None = None,
) -> Result:
    """Build the site of a kit; faults of the content stop it before anything is written.

    Args:
        root: folder of the kit.
        site: where the site goes; what stood there stays if the build fails.
        on_checked: told of the diagnostics as soon as they are known.
        options: what is wanted beside the pages.
        timings: told of each step.

    Raises:
        EngineError, RenderError, SearchError, PublishError, RegisterError: a step failed; the message says
            why.
    """
    options, timings = options or Options(), timings or Timings()
    publish.refuse_place(root, site)
    with publish.alone(root):
        publish.recover(site)
        with timings.step("lecture"):
            kit, told = survey(root, options.memory)
            if not options.searchable:
                kit = replace(kit, config=kit.config.without_search())
            stamp = Stamp(kit, site)
            built = stamp.built()
        if built is None:
            from generator.building import Build  # noqa: PLC0415 — longer to import than to find nothing to do

            return Build(kit, site, stamp, options, timings).run(told, on_checked)
        result = Result(kit, built.diagnostics, timings, site, built.pages, unchanged=True)
        on_checked(result)
        if options.records:
            publish.record(kit)
        return result


def new(
    root: Path, kind: str | None, identifier: str | None, pairs: Sequence[str], terminal: Terminal | None
) -> tuple[Kit, Blank]:
    """Write a new entry.

    Args:
        root: folder of the kit.
        kind: its kind, if it is known.
        identifier: its id, if it is known.
        pairs: values already known, as « champ=valeur ».
        terminal: where the rest is asked; None when nobody is there to answer.

    Returns:
        The kit as it was, and the entry.

    Raises:
        RequestError: what is asked cannot be done; nothing was written.
        EOFError, KeyboardInterrupt: the person left; nothing was written.
    """
    kit = gather(root)
    if not terminal and not (kind and identifier):
        raise RequestError(missing_words(kit))
    canevas = ask_kind(kit, terminal) if terminal and not kind else canevas_of(kit, kind or "")
    refuse_place(kit, canevas)
    value = entry_of(kit, canevas, identifier) if identifier else {}
    value = with_fields(kit, canevas, value, pairs)
    if terminal:
        value = Dialogue(kit, canevas, value, terminal).run()
    made = blank(canevas, kit, value)
    (root / made.path).parent.mkdir(parents=True, exist_ok=True)
    with (root / made.path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(made.text)
    return kit, made


def default_site(root: Path) -> Path:
    """Give the folder of a kit's site."""
    return root / layout.SITE
