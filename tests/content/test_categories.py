import pytest

from boards import load_board
from catalogs import text_of, tree_of
from noticeboard.content.settings.categories import SECTIONS
from noticeboard.content.settings.settings_reader import read_settings


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


def renamed():
    return {
        "title": "经费管理",
        "slug": "finance",
        "former": "财务、经费收支",
        "basis": "公开目录第三条",
        "time_limit": "次月15日前",
        "way": "公示栏",
    }


def test_documents_that_use_a_former_name_are_of_the_category(tmp_path):
    head = "---\n类型: 公开\n标题: {0}\n日期: 2026-03-02\n类别: {0}\n责任部门: 工会\n---\n正文\n"
    files = {
        f"plans/{name}.md": head.format(text)
        for name, text in (("a", "财务"), ("b", "经费收支"), ("c", "经费管理"))
    }
    site = load_board(tmp_path, files, disclosure={"categories": [renamed()]})
    assert [item.category for item in site.catalog.shown] == ["经费管理"] * 3
    page = text_of(tree_of(site.catalog, "disclosure/finance/"))
    for said in ("依据 公开目录第三条", "时限 次月15日前", "方式 公示栏", "曾用名 财务、经费收支", "共 3 份"):
        assert said.replace(" ", "") in page.replace(" ", "")


def test_a_former_name_is_nobody_elses():
    other = {"title": "财务", "slug": "other"}
    _, problems = read_settings({"disclosure": {"categories": [renamed(), other]}})
    assert "“财务”重复了" in problems[0].message
