"""What day it is, the same for a whole run and as the caller decides."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""Variable that gives the time of a reproducible build, in seconds since 1970 (reproducible-builds.org)."""


def today(environment: Mapping[str, str]) -> date:
    """Give the day of `SOURCE_DATE_EPOCH` (UTC) when it is set and readable, else the day of the system."""
    try:
        return datetime.fromtimestamp(int(environment[EPOCH]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now().astimezone().date()
