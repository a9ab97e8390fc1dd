"""`odl check`: says what the rules find, and mends what may safely be."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from generator import french, pipeline, reporters
from generator.check import has_errors
from generator.console import FAULTS, OK, refuse, say, wants_colours
from generator.mend import described
from generator.steps import Result


def run(options: argparse.Namespace, root: Path) -> int:
    """Check the kit, and report in the form that is asked for; give the exit code."""
    wanted = [_relative(path, root) for path in options.paths]
    result = _mended(options, root, wanted) if options.fix else pipeline.inspect(root)
    kit = replace(result.kit, config=result.kit.config.edited_at(options.adresse_modification))
    known = {document.path for document in kit.sources}
    for path in wanted:
        if not any(_under(file, path) for file in (*known, *(d.span.path for d in result.diagnostics))):
            return refuse(f"« {path} » n'est pas un fichier du kit.")
    shown = [found for found in result.diagnostics if _is_wanted(found.span.path, wanted)]
    say(reporters.reporter(options.format, colours=wants_colours())(shown, kit))
    return FAULTS if has_errors(shown) else OK


def _mended(options: argparse.Namespace, root: Path, wanted: list[str]) -> Result:
    """Mend and say it: beside the report when this is for a person, apart when it is for a program."""
    done, result = pipeline.mend(root, lambda found: _is_wanted(found.span.path, wanted))
    if done:
        words = french.count(len(done), "faute corrigée", "fautes corrigées")
        stream = sys.stdout if options.format == "text" else sys.stderr
        say(f"{described(done)}\n\n{words}.\n", stream)
    return result


def _relative(path: str, root: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 — « .. » is to be resolved, links are not
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(_under(path, folder) for folder in wanted)


def _under(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder.rstrip('/')}/")
