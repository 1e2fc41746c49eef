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


@pytest.mark.parametrize("text", ["1.3026年", "9,3026年", "123456年", "１23456年"])
def test_a_year_within_a_longer_number_is_none(board, text):
    assert told(board({"plans/a.md": plan(f"在{text}的事。")})) == []


@pytest.mark.parametrize("text", ["在3026年", "3026年", "在1206年"])
def test_an_implausible_year(board, text):
    (one,) = told(board({"plans/a.md": plan(f"{text}的事。")}))
    assert one.endswith("warning implausible-year")
