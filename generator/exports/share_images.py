"""assets/partage/: the picture that networks show beside a link, one for the site and one a kind.

One an entry would weigh 100 MB at ten thousand entries, for a picture of its title, which the link gives.
"""

import io
from collections.abc import Iterator, Sequence
from functools import cache

from font_hanken_grotesk import HankenGroteskBold, HankenGroteskMedium
from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.kit import Kit
from generator.plan import PagePlan
from generator.rendered import Rendered
from generator.sharing import HEIGHT, WIDTH, pictures

_MARGIN = 80
_BACK, _FRONT, _LINE = "#17456b", "#ffffff", "#93c6f2"
_SHADES = 15
"""From the colour of the ground to that of the letters: enough for their edges."""


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the pictures, as PNG."""
    for picture in pictures(kit):
        yield Rendered(picture.path, raw=_draw(picture.text, kit.config.site_name))


def _draw(text: str, below: str) -> bytes:
    image = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    title = _font(HankenGroteskBold, 84)
    draw.multiline_text((_MARGIN, _MARGIN), _lines(text, title), font=title, fill=255, spacing=20)
    if below != text:
        draw.text((_MARGIN, HEIGHT - 120), below, font=_font(HankenGroteskMedium, 44), fill=255)
    shades = image.point([level * (_SHADES - 1) // 255 for level in range(256)])
    shades.paste(_SHADES, (_MARGIN, HEIGHT - 150, _MARGIN + 161, HEIGHT - 141))
    shades.putpalette(_palette())
    written = io.BytesIO()
    shades.save(written, "PNG", optimize=True)
    return written.getvalue()


def _palette() -> list[int]:
    """Give the colours: shades from the ground to the letters, then the line."""
    back, front = ImageColor.getrgb(_BACK), ImageColor.getrgb(_FRONT)
    steps = (rank / (_SHADES - 1) for rank in range(_SHADES))
    shades = (
        round(dark + (light - dark) * step) for step in steps for dark, light in zip(back, front, strict=True)
    )
    return [*shades, *ImageColor.getrgb(_LINE)]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Break a text where a line would be wider than the picture."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)
