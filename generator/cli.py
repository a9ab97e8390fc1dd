"""odl: runs what the command line asks for, and shows what came of it; every decision is elsewhere."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from errno import EADDRINUSE
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator import addresses, arguments, french, layout, pipeline, progress, reporters, rules
from generator.blank import farewell
from generator.check import has_errors
from generator.config import read_config
from generator.dialogue import open_terminal
from generator.errors import CommandError
from generator.excerpt import visible
from generator.french import reason
from generator.french_parser import MISUSE
from generator.mend import described
from generator.steps import Options, Result, Timings

if TYPE_CHECKING:
    from generator.session import Session

OK, FAULTS, INTERRUPTED = 0, 1, 130
"""Exit codes, beside `MISUSE`, which is also that of a defect of the program: no error; faults in the
content; questions left without an answer (130 as shells do: 128 and the number of SIGINT).
"""


def main(given: Sequence[str] | None = None) -> int:
    """Run `odl`; see `odl --help`.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # an answer badly encoded is for a rule to refuse
    options = arguments.parse(given)
    root = options.root.resolve() if options.root else layout.find_root(Path.cwd())
    if options.needs_kit and (root is None or not (root / layout.MARKER).is_file()):
        return _refuse(f"aucun kit ici : il manque « {layout.MARKER} ». Donnez son dossier avec --root.")
    root = root or Path.cwd()
    try:
        return _COMMANDS[options.command](options, root)
    except CommandError as error:
        return _refuse(str(error))
    except (KeyboardInterrupt, BrokenPipeError):  # the reader has seen enough
        return OK
    except OSError as error:
        return _refuse(_unusable(error, root))
    except Exception:  # the last net: a defect is said plainly, its trace is kept aside
        return _confess(root)


def _check(options: argparse.Namespace, root: Path) -> int:
    wanted = [_relative(path, root) for path in options.paths]
    result = _mended(options, root, wanted) if options.fix else pipeline.inspect(root)
    kit = replace(result.kit, config=result.kit.config.edited_at(options.adresse_modification))
    known = {document.path for document in kit.sources}
    for path in wanted:
        if not any(_under(file, path) for file in (*known, *(d.span.path for d in result.diagnostics))):
            return _refuse(f"« {path} » n'est pas un fichier du kit.")
    shown = [found for found in result.diagnostics if _is_wanted(found.span.path, wanted)]
    _say(reporters.discover(colours=_wants_colours())[options.format](shown, kit))
    return FAULTS if has_errors(shown) else OK


def _mended(options: argparse.Namespace, root: Path, wanted: list[str]) -> Result:
    """Mend and say it: beside the report when this is for a person, apart when it is for a program."""
    done, result = pipeline.mend(root, lambda found: _is_wanted(found.span.path, wanted))
    if done:
        words = french.count(len(done), "faute corrigée", "fautes corrigées")
        stream = sys.stdout if options.format == "text" else sys.stderr
        _say(f"{described(done)}\n\n{words}.\n", stream)
    return result


def _build(options: argparse.Namespace, root: Path) -> int:
    site = (options.site_dir or pipeline.default_site(root)).resolve()
    wanted = Options(searchable=not options.sans_recherche)
    return _watched(options, site, partial(pipeline.build, root, site, options=wanted))


def _watched(options: argparse.Namespace, site: Path, build: Callable[..., Result]) -> int:
    """Run a build, showing how far it is, then say what came of it."""
    with progress.shown(sys.stderr, os.environ, quiet=options.quiet) as observer:
        report = _report_faults if options.quiet else _report
        result = build(report, timings=Timings(observer))
    steps = result.timings.steps
    if options.timings:
        _say(progress.table(steps))
    if result.site is None:
        _say(
            "Le site n'a pas été construit." + (" Le précédent est resté en place." if site.is_dir() else "")
        )
        return FAULTS
    if not options.quiet:
        _say(_told(result, site, progress.elapsed(sum(steps.values()))))
    return OK


def _told(result: Result, site: Path, time: str) -> str:
    if result.unchanged:
        return f"Rien n'a changé : les {result.pages} pages de {site} sont à jour ({time})."
    return f"{result.pages} pages écrites dans {site} en {time}."


def _serve(options: argparse.Namespace, root: Path) -> int:
    from generator import serve  # noqa: PLC0415 — a server and its watch, that no other command imports
    from generator.session import Session  # noqa: PLC0415 — as above

    session = Session(root, pipeline.default_site(root), _refuse)
    try:
        address = read_config(root).site_url
        server = serve.open_server(
            session.site, options.port, address, session.board, partial(_confess, root)
        )
    except OSError as error:
        if error.errno != EADDRINUSE:
            return _refuse(f"le port {options.port} ne peut pas être ouvert : {reason(error)}.")
        return _refuse(f"le port {options.port} est déjà pris. Essayez --port {options.port + 1}.")
    except OverflowError:
        return _refuse(f"le port {options.port} n'existe pas : il va de 1 à 65535.")
    code = _rebuild(options, session)
    if code != OK and not session.site.is_dir():
        return code
    _say(f"Le site est sur http://127.0.0.1:{server.server_port}/ ; Ctrl+C pour arrêter.")
    serve.run(server, session, partial(_rebuild, options, session))
    return OK


def _rebuild(options: argparse.Namespace, session: "Session") -> int:
    """Build, and stay alive whatever happens: the next change may mend it."""
    try:
        return _watched(options, session.site, session.build)
    except CommandError as error:
        message = str(error)
    except OSError as error:
        message = _unusable(error, session.root)
    except Exception:  # as in main: said plainly, the server goes on
        session.refuse("Défaut du programme, non de vos fichiers : le terminal dit où est le détail.")
        return _confess(session.root)
    session.refuse(message)
    return _refuse(message)


def _new(options: argparse.Namespace, root: Path) -> int:
    terminal = None if options.sans_question or not _is_conversation() else open_terminal(_say)
    try:
        kit, new = pipeline.new(root, options.kind, options.id, options.champ, terminal)
    except (EOFError, KeyboardInterrupt):
        _say("\nArrêt demandé : rien n'est écrit.")
        return INTERRUPTED
    _say(farewell(new, kit.config, _from_here(new.path, root)))
    return OK


def _explain(options: argparse.Namespace, _root: Path) -> int:
    for rule in rules.discover():
        if rule.code == options.code.upper():
            title = f"{rule.code} : {rule.title} ({rule.severity})"
            _say("\n\n".join(filter(None, (title, rule.documentation, rule.mending, rule.lasting))))
            return OK
    codes = ", ".join(rule.code for rule in rules.discover())
    return _refuse(f"« {options.code} » n'est pas une règle. Règles : {codes} ; voir {addresses.RULES}")


def _report(result: Result) -> None:
    _say(reporters.discover(colours=_wants_colours())["text"](result.diagnostics, result.kit))


def _report_faults(result: Result) -> None:
    if result.diagnostics:
        _report(result)


def _relative(path: str, root: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 — « .. » is to be resolved, links are not
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(_under(path, folder) for folder in wanted)


def _from_here(path: str, root: Path) -> str:
    """Write a path of the kit as one types it in the current folder."""
    here = Path.cwd()
    return os.path.relpath(root / path, here) if here.is_relative_to(root) else path


def _is_conversation() -> bool:
    """Tell whether a person is at the terminal, to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _under(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder.rstrip('/')}/")


def _wants_colours() -> bool:
    """Tell whether the reader is at a terminal and did not refuse colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _say(text: str, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"  # a file's name may hold what no encoding can write
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    print(shown, file=stream, flush=True)


def _refuse(text: str) -> int:
    shown = "\n".join(map(visible, text.split("\n")))  # what is typed may hold the codes of a terminal
    print(f"odl : {shown}", file=sys.stderr, flush=True)  # noqa: T201 — as above
    return MISUSE


def _unusable(error: OSError, root: Path) -> str:
    return f"« {error.filename or root} » : {reason(error)}."


def _confess(root: Path) -> int:
    log, words = root / layout.CRASH_LOG, traceback.format_exception_only(sys.exception())
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), "utf-8")
        kept = f"Le détail est dans {log}."
    except OSError:
        kept = words[-1].strip()
    return _refuse(f"défaut du programme, non de vos fichiers. {kept}")


_COMMANDS = {"check": _check, "build": _build, "serve": _serve, "new": _new, "explain": _explain}
