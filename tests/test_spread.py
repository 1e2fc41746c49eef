import os
import subprocess
import sys

import pytest

from noticeboard.spread import spread


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 1000])
def test_results_stand_in_the_order_of_the_items(count):
    assert spread(lambda item: item * 2, range(count)) == [item * 2 for item in range(count)]


def in_a_process_of_its_own(script: str) -> str:
    """What `script` prints; a process with other threads, as a test run may be, spreads nothing."""
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are safe on Linux only")
def test_many_items_are_worked_out_by_more_than_one_process():
    script = """
import os, time
from noticeboard.spread import spread
def slow(_):
    time.sleep(0.001)
    return os.getpid()
print(len(set(spread(slow, range(1000)))))
"""
    assert in_a_process_of_its_own(script) == str(min(4, len(os.sched_getaffinity(0))))


def test_a_copy_that_dies_is_made_up_for():
    script = """
import os
from noticeboard.spread import spread
here = os.getpid()
print(spread(lambda item: item if os.getpid() == here else os._exit(9), range(300)) == list(range(300)))
"""
    assert in_a_process_of_its_own(script) == "True"


def test_a_fault_is_raised_as_if_nothing_were_spread():
    def fail(item):
        if item == 299:
            raise ValueError("299")
        return item

    with pytest.raises(ValueError, match="299"):
        spread(fail, range(300))


@pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are safe on Linux only")
def test_copies_are_at_work_before_anybody_asks_for_the_results():
    script = """
import os, time
from noticeboard.spread import begin
here = os.getpid()
finish = begin(lambda item: (item, os.getpid() == here), range(300))
time.sleep(1)
results = finish()
print([item for item, _ in results] == list(range(300)), len(os.sched_getaffinity(0)) == 1 or not any(at_home for _, at_home in results))
"""
    assert in_a_process_of_its_own(script) == "True True"


@pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are safe on Linux only")
def test_without_a_process_to_be_had_this_one_does_all():
    script = """
import os
from noticeboard.spread import spread
def refuse():
    raise BlockingIOError("no more processes")
os.fork = refuse
before = len(os.listdir("/proc/self/fd"))
print(spread(lambda item: item, range(300)) == list(range(300)), len(os.listdir("/proc/self/fd")) == before)
"""
    assert in_a_process_of_its_own(script) == "True True"
