import os
import signal
import subprocess
import sys

import pytest

from noticeboard.parallel import parallel_map


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 1000])
def test_results_stand_in_the_order_of_the_items(count):
    assert parallel_map(lambda item: item * 2, range(count)) == [item * 2 for item in range(count)]


def in_a_process_of_its_own(script: str) -> str:
    """What `script` prints; a process with other threads, as a test run may be, has no workers."""
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="forks are safe on Linux only")
def test_many_items_are_worked_out_by_more_than_one_process():
    script = """
import os, time
from noticeboard.parallel import parallel_map
def slow(_):
    time.sleep(0.001)
    return os.getpid()
print(len(set(parallel_map(slow, range(1000)))))
"""
    assert in_a_process_of_its_own(script) == str(min(4, len(os.sched_getaffinity(0))))


def test_a_worker_that_dies_is_made_up_for():
    script = """
import os
from noticeboard.parallel import parallel_map
here = os.getpid()
print(parallel_map(lambda item: item if os.getpid() == here else os._exit(9), range(300)) == list(range(300)))
"""
    assert in_a_process_of_its_own(script) == "True"


def test_a_fault_is_raised_as_if_there_were_no_workers():
    def fail(item):
        if item == 299:
            raise ValueError("299")
        return item

    with pytest.raises(ValueError, match="299"):
        parallel_map(fail, range(300))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="forks are safe on Linux only")
def test_workers_are_at_work_before_anybody_asks_for_the_results():
    script = """
import os, time
from noticeboard.parallel import start_map
here = os.getpid()
finish = start_map(lambda item: (item, os.getpid() == here), range(300))
time.sleep(1)
results = finish()
print([item for item, _ in results] == list(range(300)), len(os.sched_getaffinity(0)) == 1 or not any(at_home for _, at_home in results))
"""
    assert in_a_process_of_its_own(script) == "True True"


@pytest.mark.skipif(sys.platform != "linux", reason="forks are safe on Linux only")
def test_without_a_process_to_be_had_this_one_does_all():
    script = """
import os
from noticeboard.parallel import parallel_map
def refuse():
    raise BlockingIOError("no more processes")
os.fork = refuse
print(parallel_map(lambda item: item, range(300)) == list(range(300)))
"""
    assert in_a_process_of_its_own(script) == "True"


@pytest.mark.skipif(sys.platform != "linux", reason="forks are safe on Linux only")
def test_workers_end_with_a_process_that_is_killed():
    script = """
import os, signal, time
from noticeboard.parallel import start_map
print(os.getpid(), flush=True)
start_map(lambda item: time.sleep(60), range(300))
os.kill(os.getpid(), signal.SIGKILL)
"""
    # Whoever still runs holds the pipe open.
    killed = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, timeout=30, check=False)
    assert killed.returncode == -signal.SIGKILL
