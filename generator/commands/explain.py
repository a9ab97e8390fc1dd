"""`odl explain`: explains a rule."""

import argparse
from pathlib import Path

from generator import addresses, rules
from generator.console import OK, refuse, say


def run(options: argparse.Namespace, _root: Path) -> int:
    """Explain a rule; give the exit code."""
    for rule in rules.discover():
        if rule.code == options.code.upper():
            title = f"{rule.code} : {rule.title} ({rule.severity})"
            say("\n\n".join(filter(None, (title, rule.documentation, rule.mending, rule.lasting))))
            return OK
    codes = ", ".join(rule.code for rule in rules.discover())
    return refuse(f"« {options.code} » n'est pas une règle. Règles : {codes} ; voir {addresses.RULES}")
