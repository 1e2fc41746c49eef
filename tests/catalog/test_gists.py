"""What an item is about, whatever stands around it in a plan or a summary."""

import pytest

from noticeboard.catalog.gists import gists_of


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ("女教职工座谈会", "召开女教职工座谈会，52人参加"),
        ("组织迎春灯谜会", "迎春灯谜会"),
        ("端午慰问一线职工", "慰问一线职工"),
        ("3月20日前报送代表名册", "报送代表名册，共41人"),
        ("职工运动会（各分会参加）", "成功举办了职工运动会"),
        ("春季植树", "开展春季植树活动"),
    ],
)
def test_one_activity_in_other_words(planned, told):
    assert gists_of(planned) & gists_of(told)


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ("走访退休教师", "慰问退休教师"),
        ("三八活动", "五四活动"),
        ("第一季度检查", "第二季度评比"),
        ("教工篮球赛", "教工排球赛"),
        ("组织生活会", "民主生活会"),
    ],
)
def test_two_activities(planned, told):
    assert not gists_of(planned) & gists_of(told)
