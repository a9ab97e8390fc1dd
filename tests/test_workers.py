import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.workers import beside, processors, spread

_PROCESSORS = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
needs_two = pytest.mark.skipif(_PROCESSORS < 2, reason="un seul processeur, ou un système sans fork sûr")


def test_results_come_in_the_order_of_the_items() -> None:
    assert spread(str, range(11), 2) == [str(number) for number in range(11)]
    assert spread(str, (), 2) == []


def test_many_items_are_done_once_each_in_order() -> None:
    told: list[tuple[int, int]] = []
    found = spread(str, range(3001), 2, lambda done, total: told.append((done, total)))
    assert found == [str(number) for number in range(3001)]
    assert told == sorted(told)
    assert {total for _, total in told} <= {3001}


@needs_two
@pytest.mark.parametrize(("worth", "elsewhere"), [(0.9, False), (1, True)])
def test_what_is_worth_a_process_is_done_beside_and_waited_for(
    tmp_path: Path, worth: float, elsewhere: bool
) -> None:
    done = tmp_path / "fait"
    with beside(lambda: done.write_text(str(os.getpid())), worth):
        pass
    is_shared = processors() > 1  # not beside a thread that another test has left
    assert (done.read_text() != str(os.getpid())) is (elsewhere and is_shared)


@needs_two
def test_what_goes_wrong_beside_is_raised_here() -> None:
    with pytest.raises(ValueError, match="faux"), beside(lambda: int("faux"), 1):
        pass


_COUNTED = """
import os, time
from generator.workers import spread
def do(item):
    time.sleep(0.05)
    return item, os.getpid()
for count in (9, 10):
    items, pids = zip(*spread(do, range(count), 5))
    print(list(items) == list(range(count)), len(set(pids)))
"""


@needs_two
def test_large_shares_are_done_by_several_processes_and_small_ones_by_one() -> None:
    said = subprocess.run([sys.executable, "-c", _COUNTED], capture_output=True, text=True, check=True).stdout
    assert said.split("\n")[:2] == ["True 1", "True 2"]


def test_work_stays_here_while_other_threads_run() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processors() == 1
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("faulty", [0, 1, 9])
def test_what_goes_wrong_in_any_process_is_raised_here(faulty: int) -> None:
    def do(item: int) -> int:
        if item == faulty:
            raise ValueError(str(item))
        return item

    with pytest.raises(ValueError, match=str(faulty)):
        spread(do, range(10), 2)


_FAULTY = """
import os, time
from generator.workers import spread
parent = os.getpid()
def do(item):
    time.sleep(0.05)
    if os.getpid() != parent:
        raise ValueError(9)
spread(do, range(10), 5)
"""


@needs_two
def test_what_goes_wrong_elsewhere_comes_with_its_trace() -> None:
    said = subprocess.run([sys.executable, "-c", _FAULTY], capture_output=True, text=True, check=False).stderr
    assert said.count("in do") == 1
    assert said.count("ValueError: 9") == 2  # the one raised here, and its note


_DEAD = """
import os, signal, time
from generator.workers import WorkerError, spread
parent = os.getpid()
def do(item):
    time.sleep(0.05)
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
try:
    spread(do, range(10), 5)
except WorkerError as error:
    print(error)
"""


@needs_two
def test_a_process_that_the_system_kills_is_told_in_a_sentence() -> None:
    said = subprocess.run([sys.executable, "-c", _DEAD], capture_output=True, text=True, check=True).stdout
    assert said == "un processus de la commande a été arrêté par le système, faute de mémoire peut-être.\n"


_KILLED = """
import os, sys, time
from generator.workers import spread
def do(item):
    open(os.path.join(sys.argv[1], str(os.getpid())), "w").close()
    time.sleep(0.05)
spread(do, range(10_000), 2)
"""


@needs_two
def test_no_process_outlives_its_parent(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", _KILLED, str(tmp_path)])
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.01)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    left = [int(path.name) for path in tmp_path.iterdir() if path.name != str(parent.pid)]
    while any(Path(f"/proc/{pid}").exists() for pid in left):  # pytest-timeout ends it if one stays
        time.sleep(0.01)
