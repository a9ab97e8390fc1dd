from pathlib import Path

from generator.layout import find_root


def test_the_root_is_the_nearest_folder_upward_that_holds_the_marker(small_kit: Path) -> None:
    assert find_root(small_kit) == small_kit
    assert find_root(small_kit / "kit" / "canevas") == small_kit


def test_no_root_outside_a_kit(tmp_path: Path) -> None:
    assert find_root(tmp_path) is None
