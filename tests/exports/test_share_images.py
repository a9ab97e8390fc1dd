import io
from pathlib import Path

from PIL import Image

from generator.exports.share_images import export
from generator.kit import gather
from generator.sharing import HEIGHT, SITE, WIDTH, pictures


def test_the_site_and_each_kind_have_their_picture(small_kit: Path) -> None:
    kit = gather(small_kit)
    found = {one.path: one.content for one in export(kit, [])}
    assert set(found) == {SITE, "assets/partage/offres.png"} == {one.path for one in pictures(kit)}
    for content in found.values():
        with Image.open(io.BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
            assert len(picture.convert("RGB").getcolors() or ()) > 2  # letters, not only a ground
        assert len(content) < 20_000


def test_a_picture_is_the_same_each_time(small_kit: Path) -> None:
    kit = gather(small_kit)
    assert [one.content for one in export(kit, [])] == [one.content for one in export(kit, [])]
