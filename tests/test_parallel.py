import os
import signal
import subprocess
import sys

import pytest

from noticeboard.parallel import parallel_map


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 1000])
def test_results_stand_in_the_order_of_the_items(count):
    assert parallel_map(lambda item: item * 2, range(count)) == [item * 2 for item in range(count)]


def in_a_process_of_its_own(script: str, *arguments: str) -> str:
    """What `script` prints; a process with other threads, as a test run may be, has no workers."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="forks are safe on Linux only")
def test_many_items_are_worked_out_by_more_than_one_process():
    script = """
import multiprocessing, os, sys
from noticeboard.parallel import parallel_map
all_there, met = multiprocessing.get_context("fork").Barrier(int(sys.argv[1])), []
def meet(_):
    met or met.append(all_there.wait(60))
    return os.getpid()
print(len(set(parallel_map(meet, range(1000)))))
"""
    workers = str(min(4, len(os.sched_getaffinity(0))))
    assert in_a_process_of_its_own(script, workers) == workers


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


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1, reason="needs workers, which need forks"
)
def test_workers_are_at_work_before_anybody_asks_for_the_results():
    script = """
import multiprocessing
from noticeboard.parallel import start_map
begun = multiprocessing.get_context("fork").Event()
finish = start_map(lambda item: begun.set() or item, range(300))
print(begun.wait(60), finish() == list(range(300)))
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
    killed = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, timeout=240, check=False)
    assert killed.returncode == -signal.SIGKILL
