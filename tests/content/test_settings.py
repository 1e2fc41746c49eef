import pytest

from noticeboard import times
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.settings_reader import read_settings
from noticeboard.content.settings.site_file import read_site_file


def test_no_settings_are_fine():
    settings, problems = read_settings(None)
    assert problems == ()
    assert settings.default_unit.name == "工会"
    assert settings.disclosure_name == "校务公开"
    assert len(settings.categories) == 10


def test_units_may_be_plain_names():
    settings, problems = read_settings({"units": ["晨光小学工会", {"name": "东校区", "slug": "east"}]})
    assert problems == ()
    assert [(unit.name, unit.slug) for unit in settings.all_units] == [
        ("晨光小学工会", "chen-guang-xiao-xue-gong-hui"),
        ("东校区", "east"),
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("school", "校务公开"),
        ("enterprise", "厂务公开"),
        ("government", "政务公开"),
        ("kindergarten", "园务公开"),
        ("company", "企务公开"),
        ("village", "村（居）务公开"),
    ],
)
def test_every_kind_has_its_name_and_its_own_list(kind, name):
    settings, _ = read_settings({"kind": kind})
    assert settings.disclosure_name == name
    assert len({category.slug for category in settings.categories}) == len(settings.categories) > 5


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        ({"unit": ["a"]}, "extra.board.unit", "units"),
        ({"organisation": ["a"]}, "extra.board.organisation", "文字"),
        ({"kind": "schol"}, "extra.board.kind", "school"),
        ({"units": [{"name": "甲", "slug": "甲"}]}, "extra.board.units.0.slug", "小写英文"),
        ({"units": [{"name": "甲", "slog": "a"}]}, "extra.board.units.0.slog", "slug"),
        ({"units": ["甲", "甲"]}, "extra.board", "重复"),
        ({"vacations": {"winter": [13]}}, "extra.board.vacations.winter.0", "最大是 12"),
        ({"seasons": {"spring": [3, 13]}}, "extra.board.seasons.spring.1", "最大是 12"),
        ({"seasons": {"春季": [3]}}, "extra.board.seasons.春季", "spring"),
        ({"seasons": {"spring": []}}, "extra.board.seasons.spring", "至少要写一个月"),
        ({"seasons": {"winter": "12、1"}}, "extra.board.seasons.winter", "列表"),
        ({"seasons": {"autumn": None}}, "extra.board.seasons.autumn", "列表"),
        ({"seasons": [3, 4]}, "extra.board.seasons", "对照表"),
        ({"school_year": {"mid_term": [4, 4]}}, "extra.board.school_year.mid_term", "写了两次"),
        ({"school_year": {"midterm": [4]}}, "extra.board.school_year.midterm", "mid_term"),
        ({"school_year": {"term_end": ["六月"]}}, "extra.board.school_year.term_end.0", "整数"),
        ({"new_days": "很多"}, "extra.board.new_days", "整数"),
        (
            {"disclosure": {"categories": [{"title": "财务"}]}},
            "extra.board.disclosure.categories.0.slug",
            "没有填",
        ),
        ({"disclosure": {"opinion_box": {}}}, "extra.board.disclosure.opinion_box", "至少要填一项"),
        ({"disclosure": {"opinion_box": {"mail": "a"}}}, "extra.board.disclosure.opinion_box.mail", "email"),
        (
            {"disclosure": {"opinion_box": {"email": "a@b"}}},
            "extra.board.disclosure.opinion_box.email",
            "电子邮箱",
        ),
        ({"disclosure": {"opinion_box": {"email": "a@b.cn?cc=c@d.cn"}}}, "opinion_box.email", "电子邮箱"),
        ({"disclosure": {"opinion_box": {"form": "javascript:alert(1)"}}}, "opinion_box.form", "http"),
        ({"disclosure": {"opinion_box": "大厅"}}, "extra.board.disclosure.opinion_box", "对照表"),
        ({"forms": {"forge": "gitee", "repository": "a/b"}}, "extra.board.forms.forge", "gitea"),
        ({"forms": {"forge": "gitea"}}, "extra.board.forms.repository", "没有填"),
        ({"forms": {"forge": "forgejo", "repository": "a/b"}}, "extra.board.forms", "address"),
        ({"forms": {"forge": "gitea", "repository": "b"}}, "extra.board.forms.repository", "gonghui/board"),
        ({"forms": {"forge": "gitea", "repository": "a/b", "branch": "我 的"}}, "forms.branch", "分支"),
        ({"forms": {"forge": "gitea", "repository": "a/b", "adress": "x"}}, "forms.adress", "address"),
        (
            {"forms": {"forge": "gitea", "repository": "a/b", "address": "javascript:x"}},
            "extra.board.forms.address",
            "不是网址",
        ),
        ({"disclosure": {"channels": ["公示栏"]}}, "extra.board.disclosure.channels", "对照表"),
        ("文字", "extra.board", "对照表"),
        ([], "extra.board", "对照表"),
    ],
)
def test_a_wrong_setting_is_named(value, key, said):
    settings, problems = read_settings(value)
    assert settings == Settings()
    assert len(problems) == 1
    assert key in problems[0].message
    assert said in problems[0].message + problems[0].hint


@pytest.mark.parametrize(
    ("value", "period", "text", "months"),
    [
        ({"seasons": {"spring": [2, 3, 4]}}, "2026年", "春季 植树", "2 3 4"),
        ({"seasons": {"winter": [11, 12]}}, "2026年", "冬季 长跑", "11 12"),
        ({"school_year": {"term_end": [1, 7]}}, "2025—2026学年第二学期", "期末 评优", "7"),
        ({"school_year": {"before_term": [9]}}, "2026年", "开学前 家访", "9"),
        ({"seasons": {"autumn": [11, 4]}}, "2026年", "秋季 登高", "4 11"),
        ({}, "2026年", "秋季 登高", "9 10 11"),
    ],
)
def test_seasons_and_parts_of_a_term_are_settings(value, period, text, months):
    settings, problems = read_settings(value)
    assert not problems
    context = times.Context(period=times.read_period(period), calendar=settings.calendar)
    reading = times.read_leading(text, context)
    assert reading is not None and reading.time is not None and not reading.faults
    assert " ".join(str(month.number) for month in reading.time.months) == months


def test_all_wrong_settings_are_told_at_once():
    _, problems = read_settings({"a": 1, "b": 2, "kind": 3})
    assert len(problems) == 3


def test_a_problem_stands_at_its_key(tmp_path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 甲\nextra:\n  a: !ENV [A, 1]\n  board:\n    kind: 学校\n    units:\n      - 甲\n      - name: 乙\n        slug: 坏\n",
        encoding="utf-8",
    )
    _, problems = read_site_file(tmp_path)
    assert [(problem.line, problem.column) for problem in problems] == [(5, 5), (9, 9)]
    assert "school（校务公开）" in problems[0].hint
