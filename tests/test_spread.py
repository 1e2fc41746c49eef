import os

import pytest

from noticeboard.spread import spread


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 1000])
def test_results_stand_in_the_order_of_the_items(count):
    assert spread(lambda item: item * 2, range(count)) == [item * 2 for item in range(count)]


def test_many_items_are_worked_out_by_more_than_one_process():
    processes = set(spread(lambda _: os.getpid(), range(1000)))
    assert len(processes) == min(4, len(os.sched_getaffinity(0)))


def test_a_copy_that_dies_is_made_up_for():
    here = os.getpid()

    def fragile(item):
        if os.getpid() != here:
            os._exit(9)
        return item

    assert spread(fragile, range(300)) == list(range(300))


def test_a_fault_is_raised_as_if_nothing_were_spread():
    def fail(item):
        if item == 299:
            raise ValueError("299")
        return item

    with pytest.raises(ValueError, match="299"):
        spread(fail, range(300))
