"""odl: arguments and output only; every decision is elsewhere."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

from generator import addresses, blank, french, layout, pipeline, reporters, rules, serve
from generator.check import has_errors
from generator.config import AddressError, read_config
from generator.engine import EngineError
from generator.french import reason
from generator.mend import described
from generator.publish import PublishError
from generator.render import RenderError
from generator.search import SearchError

_REFUSALS = (AddressError, blank.BlankError, EngineError, RenderError, SearchError, PublishError)
"""What a command may refuse, each with a message for a person."""

OK, FAULTS, MISUSE = 0, 1, 2
"""Exit codes: no error; faults in the content; misuse, or a defect of the program."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `odl`; see `odl --help`.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    root = options.root.resolve() if options.root else layout.find_root(Path.cwd())
    if options.needs_kit and (root is None or not (root / layout.MARKER).is_file()):
        return _refuse(f"aucun kit ici : il manque « {layout.MARKER} ». Donnez son dossier avec --root.")
    root = root or Path.cwd()
    try:
        return int(options.command(options, root))
    except _REFUSALS as error:
        return _refuse(str(error))
    except (KeyboardInterrupt, BrokenPipeError):  # the reader has seen enough
        return OK
    except OSError as error:
        return _refuse(f"« {error.filename or root} » : {reason(error)}.")
    except Exception:  # the last net: a defect is said plainly, its trace is kept aside
        return _confess(root)


class _Parser(argparse.ArgumentParser):
    """Says in French that a command is not well written; argparse only speaks English."""

    def error(self, message: str) -> NoReturn:
        """Exit with the usage of the command."""
        self.exit(MISUSE, f"odl : commande mal écrite. Voir « {self.prog} --help ».\n({message})\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="odl", description="Contrôle et construit un kit OpenDataLocale.")
    parser.set_defaults(root=None, needs_kit=True)
    commands = parser.add_subparsers(required=True, metavar="COMMANDE")

    check = _command(commands, "check", "contrôle les fiches", _check)
    check.add_argument("paths", nargs="*", metavar="CHEMIN", help="ne montrer que ces fichiers ou dossiers")
    check.add_argument("--fix", action="store_true", help="corriger ce qui peut l'être sans risque")
    formats = sorted(reporters.discover())
    check.add_argument("--format", choices=formats, default="text", help="forme du résultat (text)")
    check.add_argument(
        "--adresse-modification",
        default="",
        metavar="URL",
        help="où les liens « Modifier » ouvrent les fichiers, au lieu de l'adresse de mkdocs.yml",
    )

    build = _command(commands, "build", "construit le site", _build)
    build.add_argument("--site-dir", type=Path, metavar="DOSSIER", help="où écrire le site (site/ du kit)")

    server = _command(commands, "serve", "construit le site et le montre sur cette machine", _serve)
    server.add_argument("--port", type=int, default=8000)

    new = _command(commands, "new", "prépare une fiche à remplir", _new)
    new.add_argument("kind", metavar="GENRE", help="genre de la fiche : le nom d'un fichier de kit/canevas/")
    new.add_argument("id", metavar="ID", help="identifiant de la fiche, par exemple mon-territoire")
    new.add_argument(
        "--champ", action="append", default=[], metavar="CHAMP=VALEUR", help="valeur déjà connue ; se répète"
    )

    explain = _command(commands, "explain", "explique une règle", _explain)
    explain.set_defaults(needs_kit=False)
    explain.add_argument("code", metavar="CODE", help="par exemple C103")
    return parser


def _command(commands, name: str, text: str, run) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]
    found: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    found.add_argument("--root", type=Path, metavar="DOSSIER", help="dossier du kit")
    found.set_defaults(command=run)
    return found


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


def _mended(options: argparse.Namespace, root: Path, wanted: list[str]) -> pipeline.Result:
    """Mend and say it: beside the report when this is for a person, apart when it is for a program."""
    done, result = pipeline.mend(root, lambda found: _is_wanted(found.span.path, wanted))
    if done:
        words = french.count(len(done), "faute corrigée", "fautes corrigées")
        stream = sys.stdout if options.format == "text" else sys.stderr
        _say(f"{described(done)}\n\n{words}.\n", stream)
    return result


def _build(options: argparse.Namespace, root: Path) -> int:
    return _build_in((options.site_dir or pipeline.default_site(root)).resolve(), root)


def _build_in(site: Path, root: Path) -> int:
    result = pipeline.build(root, site, _report)
    if result.site is None:
        _say(
            "Le site n'a pas été construit." + (" Le précédent est resté en place." if site.is_dir() else "")
        )
        return FAULTS
    steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in result.timings.steps.items())
    _say(f"{result.pages} pages écrites dans {site} ({steps}).")
    return OK


def _serve(options: argparse.Namespace, root: Path) -> int:
    site = pipeline.default_site(root)
    try:
        server = serve.open_server(site, options.port, read_config(root).site_url)
    except OSError:
        return _refuse(f"le port {options.port} est déjà pris. Essayez --port {options.port + 1}.")
    except OverflowError:
        return _refuse(f"le port {options.port} n'existe pas : il va de 1 à 65535.")
    code = _rebuild(site, root)
    if code != OK and not site.is_dir():
        return code
    _say(f"Le site est sur http://127.0.0.1:{server.server_port}/ ; Ctrl+C pour arrêter.")
    serve.run(server, root, lambda: _rebuild(site, root))
    return OK


def _rebuild(site: Path, root: Path) -> int:
    """Build, and stay alive whatever happens: the next change may mend it."""
    try:
        return _build_in(site, root)
    except _REFUSALS as error:
        return _refuse(str(error))
    except Exception:  # as in main: said plainly, the server goes on
        return _confess(root)


def _new(options: argparse.Namespace, root: Path) -> int:
    answers = dict(pair.partition("=")[::2] for pair in options.champ)
    kit = pipeline.inspect(root).kit
    path, text = blank.prepare(kit, options.kind, options.id, answers, date.today())
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")
    _say(f"{path} est prêt : remplissez-le, puis lancez « odl check {path} ».")
    return OK


def _explain(options: argparse.Namespace, _root: Path) -> int:
    for rule in rules.discover():
        if rule.code == options.code.upper():
            parts = (f"{rule.code} : {rule.title} ({rule.severity})", rule.documentation, rule.mending)
            _say("\n\n".join(filter(None, parts)))
            return OK
    codes = ", ".join(rule.code for rule in rules.discover())
    return _refuse(f"« {options.code} » n'est pas une règle. Règles : {codes} ; voir {addresses.RULES}")


def _report(result: pipeline.Result) -> None:
    _say(reporters.discover(colours=_wants_colours())["text"](result.diagnostics, result.kit))


def _relative(path: str, root: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 — « .. » is to be resolved, links are not
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(_under(path, folder) for folder in wanted)


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
    print(f"odl : {text}", file=sys.stderr, flush=True)  # noqa: T201 — as above
    return MISUSE


def _confess(root: Path) -> int:
    log, words = root / layout.CRASH_LOG, traceback.format_exception_only(sys.exception())
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), "utf-8")
        kept = f"Le détail est dans {log}."
    except OSError:
        kept = words[-1].strip()
    return _refuse(f"défaut du programme, non de vos fichiers. {kept}")
