"""`odl serve`: builds the site, shows it on this machine, and builds it again after each change."""

import argparse
from errno import EADDRINUSE
from functools import partial
from pathlib import Path

from generator import layout, serve
from generator.config import read_config
from generator.console import OK, confess, refuse, say, unusable
from generator.errors import CommandError
from generator.french import reason
from generator.outcome import watched
from generator.session import Session


def run(options: argparse.Namespace, root: Path) -> int:
    """Serve the site until it is interrupted; give the exit code."""
    session = Session(root, root / layout.SITE, refuse)
    try:
        address = read_config(root).site_url
        server = serve.open_server(session.site, options.port, address, session.board, partial(confess, root))
    except OSError as error:
        if error.errno != EADDRINUSE:
            return refuse(f"le port {options.port} ne peut pas être ouvert : {reason(error)}.")
        return refuse(f"le port {options.port} est déjà pris. Essayez --port {options.port + 1}.")
    except OverflowError:
        return refuse(f"le port {options.port} n'existe pas : il va de 1 à 65535.")
    code = _rebuild(options, session)
    if code != OK and not session.site.is_dir():
        return code
    say(f"Le site est sur http://127.0.0.1:{server.server_port}/ ; Ctrl+C pour arrêter.")
    serve.run(server, session, partial(_rebuild, options, session))
    return OK


def _rebuild(options: argparse.Namespace, session: Session) -> int:
    """Build, and stay alive whatever happens: the next change may mend it."""
    try:
        return watched(options, session.site, session.build)
    except CommandError as error:
        message = str(error)
    except OSError as error:
        message = unusable(error, session.root)
    except Exception:  # as in main: said plainly, the server goes on
        session.refuse("Défaut du programme, non de vos fichiers : le terminal dit où est le détail.")
        return confess(session.root)
    session.refuse(message)
    return refuse(message)
