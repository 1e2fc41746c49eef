"""A unit's page: what comes next there, and what is late."""

from boards import plan
from catalogs import page_of


def context(board, **bodies: str):
    files = {f"plans/{name}.md": plan(body) for name, body in bodies.items()}
    return page_of(board(files).catalog, "units/gong-hui/").context()


def texts(entries) -> list[str]:
    return [entry.activity.text for entry in entries]


def test_what_two_plans_say_alike_stands_once(board):
    page = context(
        board,
        a="- 11月25日 座谈会\n- 11月5日 球赛\n- 11月26日 登山",
        b="- 11月25日 14:30 座谈会\n- 11月5日 球赛",
    )
    assert texts(page["coming"]) == ["座谈会", "登山"]
    assert [entry.activity.time.clock for entry in page["coming"]] == ["14:30", None]
    assert texts(page["overdue"]) == ["球赛"]
