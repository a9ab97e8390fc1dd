import sys
from pathlib import Path

import pytest

from bench.measure import MeasureError, figure, run, steps
from generator.progress import table


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_command_is_told_by_its_time_and_what_it_printed(tmp_path: Path) -> None:
    cost = run(python("import os; print(os.getcwd())"), tmp_path)
    assert cost.output.strip() == str(tmp_path.resolve())
    assert cost.cpu > 0
    assert cost.wall > 0


def test_memory_of_children_counts(tmp_path: Path) -> None:
    child = "import time; held = b'x' * 60_000_000; time.sleep(0.4)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = run(python(parent), tmp_path)
    assert cost.largest > 60_000_000
    if Path("/proc/self/smaps_rollup").exists():
        assert cost.memory > 60_000_000
    assert cost.index_memory == 0


def test_a_command_that_is_not_looked_at_has_its_largest_process_alone(tmp_path: Path) -> None:
    cost = run(python("held = b'x' * 60_000_000"), tmp_path, looked_at=False)
    assert cost.memory == 0
    assert cost.largest > 60_000_000


def test_a_command_that_fails_says_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match="adieu"):
        run(python("raise SystemExit('adieu')"), tmp_path)


def test_a_figure_of_the_kernel_is_in_bytes() -> None:
    text = "Name:\tpagefind\nVmHWM:\t    2048 kB\nVmRSS:\t      12 kB\n"
    assert figure(text, "VmHWM") == 2048 * 1024
    assert figure(text, "Pss") == 0


def test_the_steps_of_a_build_are_read_in_the_table_that_it_prints() -> None:
    told = {"lecture": 0.13, "contrôle": 12.5}
    assert steps(f"lecture : 0,1 s\n{table(told)}\n12 pages écrites en 12,6 s.\n") == told
