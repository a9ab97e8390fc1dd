"""A build at a terminal: how far it is, what the rules found, what came of it."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import progress
from generator.console import FAULTS, OK, say, wants_colours
from generator.progress import Timings, elapsed
from generator.reporters import text
from generator.stamp import Built

if TYPE_CHECKING:
    from generator.steps import Result


def watched(options: argparse.Namespace, site: Path, build: Callable[..., "Result"]) -> int:
    """Run a build, showing how far it is, then say what came of it; give the exit code."""
    with progress.shown(sys.stderr, os.environ, quiet=options.quiet) as observer:
        result = build(partial(_report, options), timings=Timings(observer))
    _tell_times(options, result.timings.steps)
    if result.site is None:
        say("Le site n'a pas été construit." + (" Le précédent est resté en place." if site.is_dir() else ""))
        return FAULTS
    if not options.quiet:
        say(f"{result.pages} pages écrites dans {site} en {elapsed(sum(result.timings.steps.values()))}.")
    return OK


def unchanged(options: argparse.Namespace, site: Path, built: Built, seconds: float) -> int:
    """Say again what the rules found, and that the site that was built is up to date, which took some seconds
    to know; give the exit code.
    """
    if built.diagnostics or not options.quiet:
        write = text.written_in_colours if wants_colours() else text.written
        say(write(built.diagnostics, built.lines, built.tally))
    _tell_times(options, {"lecture": seconds})
    if not options.quiet:
        say(f"Rien n'a changé : les {built.pages} pages de {site} sont à jour ({elapsed(seconds)}).")
    return OK


def _report(options: argparse.Namespace, result: "Result") -> None:
    if result.diagnostics or not options.quiet:
        write = text.report_in_colours if wants_colours() else text.report
        say(write(result.diagnostics, result.kit))


def _tell_times(options: argparse.Namespace, steps: Mapping[str, float]) -> None:
    if options.timings:
        say(progress.table(steps))
