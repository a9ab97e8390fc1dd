"""mkdocs.yml -> Config: the site's name and addresses, and the values that pages quote."""

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from generator import layout
from generator.diagnostic import Fault
from generator.errors import CommandError
from generator.literals import Json
from generator.nodes import Mapping
from generator.schema import Schema
from generator.source import Document, read

_SEARCHLESS = "sans_recherche"
"""Value of `extra` that templates of the engine read: it has no other way to know."""

_SCHEMA = Schema({"type": "object"})

_ON_A_HOST = re.compile(r"(https?://[a-z0-9.-]+(?::[0-9]+)?/)(.+)", re.IGNORECASE | re.DOTALL)
"""An address and its path, without a user's name, which would hide the true host."""


class AddressError(CommandError):
    """An address given to a command is not one; the message says why, for a person."""


@dataclass(frozen=True)
class Config:
    """What the generator itself reads of `mkdocs.yml`; `raw` is the whole of it, for the engine."""

    document: Document
    raw: dict[str, Json] = field(default_factory=dict)

    @property
    def site_name(self) -> str:
        """Name of the site."""
        return str(self.raw.get("site_name", ""))

    @property
    def site_url(self) -> str:
        """Address of the home page, ending with `/`; empty when it is not known."""
        url = str(self.raw.get("site_url", ""))
        return url if url.endswith("/") or not url else f"{url}/"

    @property
    def engine(self) -> str:
        """Name of the engine that renders the frames."""
        return str(self.extra.get("moteur", "mkdocs"))

    @property
    def extra(self) -> dict[str, Json]:
        """Values of the kit's own: editor, host, accessibility statement…"""
        found = self.raw.get("extra", {})
        return found if isinstance(found, dict) else {}

    @property
    def invitation(self) -> dict[str, str]:
        """`titre` and `adresse` of the page that tells how to contribute; empty when there is none."""
        found = self.extra.get("invitation", {})
        return found if isinstance(found, dict) and {"titre", "adresse"} <= set(found) else {}

    @property
    def searchable(self) -> bool:
        """Whether words can be searched in the site."""
        return self.extra.get(_SEARCHLESS) is not True

    def without_search(self) -> "Config":
        """Give the same configuration, of a site where nothing offers to search words."""
        return replace(self, raw={**self.raw, "extra": {**self.extra, _SEARCHLESS: True}})

    def edit_url(self, path: str) -> str:
        """Give the address at which a file of the repository is edited; empty when there is none."""
        base = str(self.extra.get("adresse_modification", ""))
        return f"{base.rstrip('/')}/{path}" if base else ""

    def edited_at(self, address: str) -> "Config":
        """Give the same configuration, whose files are edited elsewhere: on the branch of a contributor.

        Args:
            address: the folder of the edited files as people read it, not percent-encoded; if it is empty,
                nothing changes. A branch bears the name that its author chose: whatever git allows
                (git-scm.com, « git-check-ref-format ») is encoded here.

        Raises:
            AddressError: it is not the address of a folder on a site.
        """
        if not address:
            return self
        found = _ON_A_HOST.fullmatch(address)
        if not found or {".", ".."} & set(found[2].split("/")):
            message = (
                f"« {address} » n'est pas une adresse où modifier des fichiers (https://…/edit/branche)."
            )
            raise AddressError(message)
        base = found[1] + quote(os.fsencode(found[2]))
        return replace(self, raw={**self.raw, "extra": {**self.extra, "adresse_modification": base}})

    def value(self, name: str) -> str | None:
        """Give a value of `extra` by its dotted name, `editeur.nom`."""
        found: Json = self.extra
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return str(found) if isinstance(found, str | int | float) else None


def read_config(root: Path) -> Config:
    """Read the configuration of a kit; what cannot be read is a fault of its document."""
    document = read(root, layout.MARKER)
    fields = document.fields
    return Config(document, _SCHEMA.build(fields) if isinstance(fields, Mapping) else {})


def faults(config: Config) -> tuple[Fault, ...]:
    """Give the faults of the configuration."""
    if config.document.faults or config.site_name:
        return config.document.faults
    values = {"key": "site_name", "label": "Nom du site", "example": "Kit OpenDataLocale"}
    return (Fault("missing_field", config.document.start, values),)
