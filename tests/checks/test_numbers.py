import pytest

from boards import plan, told


@pytest.mark.parametrize(
    "other", ["通知〔2026〕3号", "通知[2026]3号", "通知（２０２６） 3号", "通知【2026】３号"]
)
def test_one_number_in_two_documents(board, other):
    files = {
        "plans/a.md": plan(head="编号: 通知〔2026〕3号"),
        "plans/b.md": plan(head=f"number: {other}", title="乙"),
    }
    site = board(files)
    assert told(site) == ["plans/a.md:6:1 error duplicate-number", "plans/b.md:6:1 error duplicate-number"]
    assert f"“{other}”" in site.problems[1].message
    assert "“plans/a.md”" in site.problems[1].message


@pytest.mark.parametrize("other", ["通知〔2026〕4号", "通知〔2025〕3号", "通知〔2026〕03号", ""])
def test_other_numbers(board, other):
    files = {
        "plans/a.md": plan(head="编号: 通知〔2026〕3号"),
        "plans/b.md": plan(head=f"编号: {other}", title="乙"),
    }
    assert told(board(files)) == []
