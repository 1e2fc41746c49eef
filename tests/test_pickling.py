import pickle
from dataclasses import dataclass

import pytest

from noticeboard.pickling import pickled_by_position


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Place:
    line: int
    column: int = 1
    said: tuple["Place", ...] = ()

    def __post_init__(self) -> None:
        if self.line < 1:
            raise ValueError("no such line")


@pytest.mark.parametrize("place", [Place(3), Place(1, 2, (Place(7),))])
def test_what_arrives_is_what_was_sent(place):
    assert pickle.loads(pickle.dumps(place)) == place


def test_nothing_is_sent_but_the_values():
    assert b"column" not in pickle.dumps(Place(3))
