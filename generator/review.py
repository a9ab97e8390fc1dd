"""kit/relectures.yml -> Review: the lists of words and the thresholds that rules of reading need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.literals import Json


@dataclass(frozen=True, eq=False)
class Review:
    """What the editor of a kit wants to be told. A list that the kit does not give is empty, and the rules
    that need it find nothing. Names are those of generator/schemas/relectures.yml. It is equal to itself
    only, so that what is worked out of it can be kept beside it.
    """

    value: Mapping[str, Json] = field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """Give a list of words, without those that are blank: they would be found everywhere."""
        found = self.value.get(name, ())
        words = map(str, found) if isinstance(found, list) else ()
        return tuple(word for word in words if word.strip())

    def corrections(self, name: str) -> dict[str, str]:
        """Give the right word for each wrong one, without the pairs of which one is blank."""
        found = self.value.get(name, {})
        pairs = found.items() if isinstance(found, dict) else ()
        both = ((str(wrong), str(right)) for wrong, right in pairs)
        return {wrong: right for wrong, right in both if wrong.strip() and right.strip()}

    def threshold(self, name: str) -> float | None:
        """Give a threshold, None when the kit has none."""
        found = self.value.get("seuils", {})
        number = found.get(name) if isinstance(found, dict) else None
        return number if isinstance(number, int | float) else None
