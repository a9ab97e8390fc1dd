"""Seconds against entries -> an SVG, both scales logarithmic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

Point = tuple[float, float]
"""Entries and seconds, both above 0."""

_WIDTH, _HEIGHT = 760, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 230, 50, 60
_INKS = ("#1b4f9c", "#b3400f", "#1f7a3d", "#7a3e9d", "#8a6d00", "#555555")
_DASHES = ("none", "8 4", "2 4", "10 4 2 4", "4 4", "1 6")
_GAP = 16
"""Pixels between two labels at least."""


@dataclass(frozen=True)
class Scale:
    """A logarithmic axis: whole powers of ten from `low` to `high`, drawn between two pixels."""

    low: int
    high: int
    start: float
    end: float

    def at(self, value: float) -> float:
        """Give the pixel of a value."""
        return self.start + (log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> Iterator[float]:
        """Give the powers of ten."""
        return (10.0**power for power in range(self.low, self.high + 1))


def scale(values: Sequence[float], start: float, end: float) -> Scale:
    """Give the axis that holds some values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return Scale(low, max(high, low + 1), start, end)


def plot(lines: Mapping[str, Sequence[Point]], title: str, described: str) -> str:
    """Draw lines.

    Args:
        lines: the points of each by its name.
        title: of the picture.
        described: what the picture shows, for who does not see it.
    """
    points = [point for line in lines.values() for point in line]
    across = scale([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = scale([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    body = [*_axes(across, up), *_lines(lines, across, up)]
    return "\n".join([*_head(title, described), *body, "</svg>", ""])


def _head(title: str, described: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'aria-labelledby="titre detail" font-family="sans-serif" font-size="13" fill="#222">'
    )
    yield f'<title id="titre">{escape(title)}</title>'
    yield f'<desc id="detail">{escape(described)}</desc>'
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>'
    yield f'<text x="{_LEFT}" y="26" font-size="16" font-weight="bold">{escape(title)}</text>'


def _axes(across: Scale, up: Scale) -> Iterator[str]:
    right, low = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    for value in across.ticks:
        x = across.at(value)
        yield f'<path d="M{x:.1f} {_TOP}V{low}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{low + 20}" text-anchor="middle">{number(value)}</text>'
    for value in up.ticks:
        y = up.at(value)
        yield f'<path d="M{_LEFT} {y:.1f}H{right}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{number(value)}</text>'
    yield f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 14}" text-anchor="middle">fiches</text>'
    turned = f"translate(18 {(_TOP + low) / 2}) rotate(-90)"
    yield f'<text transform="{turned}" text-anchor="middle">secondes</text>'


def number(value: float) -> str:
    """Write a power of ten: thousands apart, a comma before decimals."""
    return f"{value:,.0f}".replace(",", "\u202f") if value >= 1 else f"{value:g}".replace(".", ",")


def _lines(lines: Mapping[str, Sequence[Point]], across: Scale, up: Scale) -> Iterator[str]:
    """Draw each line in its ink and its dashes, its name beside its last point."""
    heights = labels_apart({name: up.at(line[-1][1]) for name, line in lines.items()})
    for rank, (name, line) in enumerate(lines.items()):
        ink, dash = _INKS[rank % len(_INKS)], _DASHES[rank % len(_DASHES)]
        places = [(across.at(x), up.at(y)) for x, y in line]
        drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{drawn}" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="{dash}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{ink}"/>' for x, y in places)
        x, y = places[-1]
        yield f'<path d="M{x + 6:.1f} {y:.1f}L{x + 16:.1f} {heights[name]:.1f}" stroke="{ink}"/>'
        yield f'<text x="{x + 20:.1f}" y="{heights[name] + 4:.1f}" fill="{ink}">{escape(name)}</text>'


def labels_apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Move labels down, the highest first, until none is on another."""
    placed: dict[str, float] = {}
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        placed[name] = max([height, *(other + _GAP for other in placed.values())])
    excess = max(placed.values()) - (_HEIGHT - _BOTTOM)
    return placed if excess <= 0 else {name: height - excess for name, height in placed.items()}


def described(lines: Mapping[str, Sequence[Point]]) -> str:
    """Say in words what the lines show: their first and last points."""
    return " ".join(_said(name, line) for name, line in lines.items())


def _said(name: str, line: Sequence[Point]) -> str:
    ends = dict.fromkeys((line[0], line[-1]))
    said = ", ".join(f"{y:.2f} s pour {number(x)} fiches".replace(".", ",") for x, y in ends)
    return f"{name} : {said}."
