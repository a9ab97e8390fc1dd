"""The parts that fields play on a page, as a canevas names them."""

from enum import StrEnum


class Role(StrEnum):
    """What a field is to the page; the values are those of `x-role` in generator/schemas/canevas.yml."""

    TITLE = "titre"
    SUMMARY = "resume"
    STATUS = "statut"
    RECORD = "fiche"
    LICENCE = "licence"
    PUBLISHED = "publie_le"
    UPDATED = "maj_le"
    VERIFIED = "verifie_le"
    REPLACED_BY = "remplace_par"
    FORMER_IDS = "anciens_ids"
    SEARCHED = "recherche"
