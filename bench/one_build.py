"""One build of a kit, in a process of its own: `python -m bench.one_build FOLDER`.

Prints, as JSON, the pages written and the seconds of each step, under the names that the pipeline gives them.
"""

import json
import sys
from pathlib import Path

from generator.building import build
from generator.layout import SITE


def main(root: Path) -> int:
    """Build the kit of a folder; give the exit code."""
    result = build(root, root / SITE)
    print(json.dumps({"pages": result.pages, "steps": result.timings.steps}, ensure_ascii=False))  # noqa: T201 — for the process that measures
    return 0 if result.site else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
