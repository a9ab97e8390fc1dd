from pathlib import Path

from bench.figures import Ratio, Run, Size, middle, ratio, size


def test_the_middle_of_runs_is_the_median_of_each_figure() -> None:
    runs = [
        Run(3.0, 1.0, 10, 0, {"lecture": 1.0}),
        Run(1.0, 3.0, 30, 5, {"lecture": 3.0, "cache": 6.0}),
        Run(2.0, 2.0, 20, 9, {"lecture": 2.0, "cache": 4.0}),
    ]
    assert middle(runs) == Run(2.0, 2.0, 20, 5, {"lecture": 2.0, "cache": 4.0})


def test_a_ratio_is_that_of_medians_and_ranges_over_pairs() -> None:
    assert ratio([2.0, 8.0, 3.0], [1.0, 2.0, 3.0]) == Ratio(1.5, 1.0, 4.0)


def test_the_index_is_taken_off_under_any_name_that_starts_so() -> None:
    run = Run(10.0, 0.0, steps={"lecture": 1.0, "index": 3.0, "index (lots)": 2.0})
    assert run.without_index == 5.0


def test_a_site_is_told_by_its_files_pages_and_index(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/a.pf_index").write_bytes(b"123")
    (tmp_path / "index.html").write_bytes(b"12")
    (tmp_path / "kit.css").write_bytes(b"1")
    assert size(tmp_path, "pagefind") == Size(files=3, pages=1, page_bytes=2, index_bytes=3, bytes=6)
