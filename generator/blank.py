"""Canevas -> a blank entry, commented, ready to be filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.addresses import head_schema_path
from generator.canevas import Canevas
from generator.commented import Line, comment
from generator.config import Config
from generator.kit import Kit
from generator.literals import Json, as_yaml, block
from generator.places import put
from generator.properties import Property
from generator.schema import Path

TO_FILL = "à compléter"
"""Stands where only the author knows what to write; one of « textes_provisoires » in kit/relectures.yml."""

_GUIDE = (
    "Remplissez les champs vides ou « à compléter ». Un champ facultatif est précédé de « # » : "
    "enlevez « # » pour vous en servir. Les lignes qui commencent par « # » ne sont pas publiées."
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A new entry: its path, relative to the root, and its lines."""

    path: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Give the content of the file."""
        return "".join(f"{line.text}\n" for line in self.lines)

    @property
    def gaps(self) -> tuple[tuple[int, str], ...]:
        """Give the number of each line that waits for its author, and what it waits for."""
        return tuple((number, line.gap) for number, line in enumerate(self.lines, 1) if line.gap)


def blank(canevas: Canevas, kit: Kit, answers: Mapping[str, Json]) -> Blank:
    """Write a blank entry.

    Args:
        canevas: of its kind.
        kit: whose vocabularies are quoted in comments, and whose day is that of the dates.
        answers: values already known, by field, the id included.

    Returns:
        The Markdown file: the editor's line that names the schema, then every field with its comment: those
        that must stand with their value or a gap, the others as comments; then the sections.
    """
    known = with_defaults(canevas, answers, kit.today)
    return Blank(f"{canevas.folder}/{answers['id']}.md", tuple(_Writer(canevas, kit, known).lines()))


def with_defaults(canevas: Canevas, answers: Mapping[str, Json], today: date) -> dict[str, Json]:
    """Add to answers what the canevas proposes and, as the dates that it asks for, the day of today."""
    parts = [part for part in canevas.properties if part.required or part.name in canevas.recommended]
    days = {part.name: today.isoformat() for part in parts if part.schema.get("format") == "date"}
    return (
        days | {part.name: part.schema["default"] for part in parts if "default" in part.schema} | {**answers}
    )


def farewell(made: Blank, config: Config, shown_path: str) -> str:
    """Say what was written, what remains to be filled in, and how to go on.

    Args:
        made: the entry.
        config: that of the kit, which names the page that tells how to contribute.
        shown_path: the path as one types it where one stands.
    """
    gaps = [f"  ligne {number} : {gap}" for number, gap in made.gaps]
    rest = ["Il reste à remplir, dans ce fichier :", *gaps] if gaps else ["Il ne reste rien à remplir."]
    lines = [f"{shown_path} est écrit.", "", *rest, "", f"Contrôlez-le ensuite : odl check {shown_path}"]
    if invitation := config.invitation:
        page = f"{config.site_url}{invitation['adresse']}"
        lines.append(f"Pour l'envoyer, suivez la page « {invitation['titre']} » : {page}")
    return "\n".join(lines)


class _Writer:
    """Writes the lines of one entry, `known` being its values."""

    def __init__(self, canevas: Canevas, kit: Kit, known: dict[str, Json]) -> None:
        self._canevas, self._kit, self._known = canevas, kit, known
        self._obliged = canevas.obliged(known)

    def lines(self) -> Iterator[Line]:
        schema = f"{self._kit.config.site_url}{head_schema_path(self._canevas.kind)}"
        yield from (Line("---"), Line(f"# yaml-language-server: $schema={schema}"))
        yield from comment(f"{self._canevas.title}. {_GUIDE}")
        for part in self._canevas.properties:
            if not part.is_section:
                yield Line("")
                yield from self._field((part.name,), self._known.get(part.name))
        yield from self._possible_sections()
        yield Line("---")
        for part in filter(self._is_written, self._canevas.sections):
            yield from (Line(""), Line(f"## {part.label}"), Line(""))
            yield from self._section(part)

    def _is_written(self, part: Property) -> bool:
        return part.name in self._obliged or part.name in self._known

    def _possible_sections(self) -> Iterator[Line]:
        parts = [part for part in self._canevas.sections if not self._is_written(part)]
        if parts:
            yield Line("")
            yield from comment("Sections possibles, à ajouter sous ces champs quand vous aurez leur texte :")
        for part in parts:
            yield from comment(f"## {part.label} — {part.help}", indent=2)

    def _section(self, part: Property) -> Iterator[Line]:
        if part.name in self._known:
            yield from map(Line, str(self._known[part.name]).strip("\n").split("\n"))
        else:
            yield Line(f"{TO_FILL.capitalize()} : {part.help}", gap=part.label)

    def _field(self, path: Path, value: Json, margin: str = "", above: str = "") -> Iterator[Line]:
        """Write a field: its comment, then its value, its gap, or its example as a comment.

        Args:
            path: its place.
            value: its value, None when it is not known.
            margin: what stands before it on the line.
            above: the labels of the groups that hold it.
        """
        part, need = self._canevas.at(path), self._need(path)
        label = f"{above}{part.label}"
        is_gap = value is None and bool(need)
        yield from self._words(part, need, margin, with_example=is_gap)
        if value is None and not need:
            for line in block(part.name, part.schema.get("examples", [TO_FILL])[0]):
                yield Line(f"{margin}# {line}")
        elif part.is_group or part.is_list_of_groups:
            yield from self._group(path, value, margin, label)
        else:
            text = as_yaml(value) if value is not None else self._filler(path, part)
            yield Line(f"{margin}{part.name}: {text}".rstrip(), gap=label if is_gap else "")

    def _group(self, path: Path, value: Json, margin: str, label: str) -> Iterator[Line]:
        """Write a group of fields or a list of them; one that has nothing to hold is itself the gap."""
        part = self._canevas.at(path)
        if part.is_group:
            inside = list(self._members(path, value or {}, margin, label))
        else:
            items = enumerate(value or [{}])
            inside = [line for rank, item in items for line in self._item(path, rank, item, margin, label)]
        is_empty = all(line.text.lstrip().startswith("#") for line in inside)
        yield Line(f"{margin}{part.name}:", gap=label if is_empty else "")
        yield from inside

    def _members(self, path: Path, value: Mapping[str, Json], margin: str, label: str) -> Iterator[Line]:
        for name in self._canevas.at(path).schema.get("properties", ()):
            yield from self._field((*path, name), value.get(name), f"{margin}  ", f"{label} : ")

    def _item(self, path: Path, rank: int, item: Json, margin: str, label: str) -> Iterator[Line]:
        """Write the fields of an item; the first that is not a comment bears the hyphen."""
        dash = f"{margin}  - "
        for line in self._members((*path, rank), item, f"{margin}  ", label):
            is_first = dash and not line.text.lstrip().startswith("#")
            yield Line(f"{dash}{line.text.lstrip()}", line.gap) if is_first else line
            dash = "" if is_first else dash

    def _need(self, path: Path) -> str:
        """Say how much a field is wanted; nothing when one may do without."""
        if len(path) > 1:
            return "obligatoire" if self._canevas.at(path).required else ""
        if path[0] in self._obliged:
            return "obligatoire"
        return "recommandé" if path[0] in self._canevas.recommended else ""

    def _words(self, part: Property, need: str, margin: str, *, with_example: bool) -> Iterator[Line]:
        state = f" ({need})" if need else ""
        yield from comment(f"{part.label}{state}. {part.help}", margin)
        if part.allowed:
            yield from comment(f"valeurs : {', '.join(part.allowed)}", margin, indent=2)
        has_form = part.is_list or not part.allowed  # one term alone needs no example of how it is written
        if with_example and has_form and part.item_type != "object" and "examples" in part.schema:
            yield from comment(f"exemple : {as_yaml(part.schema['examples'][0])}", margin, indent=2)

    def _filler(self, path: Path, part: Property) -> str:
        """Write what waits for a value: words where the canevas lets any stand, else nothing."""
        is_free = not (part.is_list or part.allowed or part.reference)
        whole: dict[str, Json] = put({}, path, TO_FILL)
        return as_yaml(TO_FILL) if is_free and not self._canevas.schema.refuses(whole, path) else ""
