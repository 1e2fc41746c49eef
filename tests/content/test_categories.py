import pytest

from noticeboard.content.categories import SECTIONS
from noticeboard.content.settings_reader import read_settings


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_default_category_says_what_it_covers_and_how_often(kind):
    *named, other = SECTIONS[kind].categories
    assert all(category.covers.endswith("。") and category.frequency for category in named)
    assert (other.title, other.frequency) == ("其他", None)


def test_the_school_list_is_that_of_the_format():
    assert [category.title for category in SECTIONS["school"].categories] == [
        "发展规划与重大决策", "基建与采购", "财务", "职称评聘与奖惩", "评优与考核",
        "绩效工资与福利", "党风廉政", "招生与学生资助", "后勤与食堂", "其他",
    ]  # fmt: skip


def test_a_category_may_be_absent_for_a_reason():
    settings, problems = read_settings({"disclosure": {"absent": {"后勤与食堂": "不设食堂"}}})
    assert problems == ()
    assert settings.disclosure.absent == {"后勤与食堂": "不设食堂"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"absent": {"食堂": "不设食堂"}}, "“食堂”不是公开类别"),
        ({"absent": {"财务": ""}}, "disclosure.absent.财务"),
        ({"absent": ["财务"]}, "disclosure.absent"),
        ({"categories": [{"title": "台账", "slug": "ledger"}]}, "“ledger”已经是公开台账的"),
        ({"categories": [{"title": "财务", "slug": "finance", "frequency": "每周"}]}, "frequency"),
        ({"categories": [{"title": "财务", "slug": "finance"}], "absent": {"党风廉政": "无"}}, "可选：财务"),
    ],
)
def test_a_wrong_list_is_told(value, said):
    _, problems = read_settings({"disclosure": value})
    assert len(problems) == 1
    assert said in problems[0].message + problems[0].hint
