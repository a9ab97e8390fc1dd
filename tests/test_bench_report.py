from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import plot, speed
from bench.figures import Run, Series, Size
from bench.report import CHECK, COLD, EDIT, HUGO, OURS, PAGEFIND, decimal, ratios, report, seconds, table

STEPS = {"lecture": 1.0, "index": 2.0}
ALONE = Series(100, {CHECK: [Run(1.0, 1.0)], COLD: [Run(6.0, 5.0, 90 << 20, 40 << 20, STEPS)]}, {})
COMPARED = Series(
    1000,
    {
        COLD: [Run(6.0, 5.0, steps=STEPS), Run(9.0, 5.0)],
        HUGO: [Run(1.0, 1.0)] * 2,
        PAGEFIND: [Run(2.0, 2.0)] * 2,
    },
    {OURS: Size(10, 5, 2_000_000, 1_000_000, 4_000_000)},
)


def test_names_are_on_the_left_of_a_table_and_figures_on_the_right() -> None:
    assert list(table(["fiches", "quoi", "durée"], [["100", "à froid", "1,00"]])) == [
        "| fiches | quoi | durée |",
        "|---|---|---:|",
        "| 100 | à froid | 1,00 |",
    ]


@pytest.mark.parametrize(("value", "written"), [(0.456, "0,46"), (9.994, "9,99"), (12.34, "12,3")])
def test_seconds_keep_the_digits_that_count(value: float, written: str) -> None:
    assert seconds(value) == written


def test_the_report_shows_each_build_and_its_steps() -> None:
    text = report([ALONE], ["Une note."])
    assert "Une note." in text
    assert "| 100 | à froid | 6,00 | 6,00–6,00 | 5,00 | 90 | 40 |" in text
    assert "| 100 | à froid | 1,00 | 2,00 | 3,00 |" in text
    assert text.index(f"| 100 | {COLD}") < text.index(f"| 100 | {CHECK}")


def test_without_hugo_nothing_is_compared() -> None:
    assert "Hugo" not in report([ALONE], [])


def test_with_hugo_ratios_are_those_of_pairs() -> None:
    whole, without, processor = ratios(COMPARED).values()
    assert (whole.of_medians, whole.least, whole.greatest) == (2.5, 2.0, 3.0)
    assert (without.of_medians, without.least, without.greatest) == (6.5, 4.0, 9.0)
    assert processor.of_medians == pytest.approx(5 / 3)
    text = report([ALONE, COMPARED], [])
    assert f"| 1\u202f000 | {COLD} / (Hugo + Pagefind) | 2,50 | 2,00–3,00 |" in text
    assert "| 1\u202f000 | kit | 5 | 10 | 2,0 | 1,0 | 4,0 |" in text


def test_a_decimal_has_a_comma() -> None:
    assert decimal(1.25, 1) == "1,2"


def test_the_plot_has_a_line_a_scenario_and_hugo_with_its_index() -> None:
    assert speed.lines([ALONE, COMPARED]) == {
        COLD: [(100, 6.0), (1000, 7.5)],
        CHECK: [(100, 1.0)],
        HUGO: [(1000, 1.0)],
        "Hugo + Pagefind": [(1000, 3.0)],
    }


def test_a_plot_says_what_it_shows() -> None:
    lines = {"à froid <1>": [(100.0, 0.5), (10_000.0, 40.0)], "Hugo": [(100.0, 0.5)]}
    root = ElementTree.fromstring(plot.plot(lines, "Temps & fiches", plot.described(lines)))  # noqa: S314 — ours
    texts = {"".join(part.itertext()) for part in root.iter()}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "titre detail"
    assert {
        "Temps & fiches",
        "à froid <1>",
        "Hugo",
        "fiches",
        "secondes",
        "100",
        "10\u202f000",
        "0,1",
    } <= texts
    ends = "0,50 s pour 100 fiches, 40,00 s pour 10\u202f000 fiches"
    assert f"à froid <1> : {ends}. Hugo : 0,50 s pour 100 fiches." in texts


def test_both_scales_are_logarithmic() -> None:
    scale = plot.scale([120.0, 9_000.0], 0.0, 100.0)
    assert [scale.at(value) for value in (100, 1_000, 10_000)] == [0.0, 50.0, 100.0]
    assert list(plot.scale([10.0], 0.0, 100.0).ticks) == [10.0, 100.0]


def test_no_label_is_on_another_nor_below_the_plot() -> None:
    placed = plot.labels_apart({"a": 100.0, "b": 101.0, "c": 399.0, "d": 400.0})
    heights = sorted(placed.values())
    assert all(low - high >= 16 for high, low in pairwise(heights))
    assert heights[-1] <= 400


def test_the_body_that_is_edited_is_one_that_has_sections(tmp_path: Path) -> None:
    (tmp_path / "fiche-0.md").write_text("---\nid: fiche-0\n---\n")
    with pytest.raises(FileNotFoundError):
        speed.edited(tmp_path)
    (tmp_path / "fiche-1.md").write_text("---\nid: fiche-1\n---\n\n## Contexte\n\nTexte.\n")
    assert speed.edited(tmp_path).name == "fiche-1.md"


def test_a_round_checks_then_builds_cold_then_warm(tmp_path: Path) -> None:
    scenarios = list(speed.Bench(tmp_path, None).scenarios())
    assert scenarios[:2] == [CHECK, COLD]
    assert scenarios.index(COLD) < scenarios.index(EDIT)
