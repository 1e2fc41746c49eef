"""board.json against its schema, and against what the plan says (SPECIFICATION section 7)."""

import hashlib
import json

import jsonschema
import pytest

from boards import plan
from noticeboard.views.board_json import board_schema
from stand_ins import stand_in

BODY = """
## 逐月安排

### 三月：妇女权益月

- [x] 8日 14:30–16:00 女教师座谈会（地点：大礼堂；负责：女工委员；类别：女职工）→ [小结](小结.md)
- ~~趣味运动会~~（取消：场地维修）
- 植树（延期至：4月）
- 登山（延期至：4月18日 14:30）

### 上半年

- 体检
"""
FILES = {
    "plans/2026/计划.md": plan(BODY, head="编号: 一号\n标签: 年度、工会\n附件: 表.xlsx"),
    "plans/2026/表.xlsx": stand_in("表.xlsx"),
    "plans/2026/小结.md": "---\n类型: 通知\n标题: 小结\n日期: 2026-03-09\n---\n",
    "plans/2026/公开.md": (
        "---\n类型: 公开\n标题: 公开\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n公示期: 5个工作日\n公开形式: 网站、上墙\n"
        "依据: 办法\n反馈: 向工会反映\n联系: 工会\n附件: 表.xlsx\n---\n内容\n"
    ),
    "plans/2026/提案.md": "---\n类型: 提案\n标题: 提案\n日期: 2026-03-02\n届次: 三届二次\n立案: 立案\n附议人: 甲、乙\n---\n",
}


@pytest.fixture
def data_of(board):
    """`data_of(files)`: the data of a board without a problem."""

    def read(files):
        site = board(files)
        assert site.problems == ()
        (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
        return json.loads(asset.content())

    return read


@pytest.fixture
def data(data_of):
    return data_of(FILES)


def test_the_board_is_what_its_schema_says(data):
    schema = json.loads(board_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())


def test_the_schema_refuses_what_the_contract_does_not_know(data):
    data["activities"][0]["precision"] = "fortnight"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(board_schema()))


def test_the_board_says_whose_it_is_and_of_which_day(data):
    assert (data["version"], data["organisation"], data["generated"]) == (1, "工会", "2026-11-20")


def test_a_document(data):
    (document,) = [item for item in data["documents"] if item["type"] == "plan"]
    assert document["source"] == "plans/2026/计划.md"
    assert document["url"] == document["id"] == "plans/2026/ji-hua/"
    assert document["period"] == {"start": "2026-01", "end": "2026-12"}
    assert (document["audience"], document["number"], document["tags"]) == (
        "internal",
        "一号",
        ["年度", "工会"],
    )
    assert [item["name"] for item in document["attachments"]] == ["表.xlsx"]


def test_an_activity(data):
    activity = data["activities"][0]
    lines = FILES["plans/2026/计划.md"].splitlines()
    assert "女教师座谈会" in lines[activity["line"] - 1]
    assert activity["text"] == "女教师座谈会"
    assert (activity["months"], activity["start"], activity["end"]) == (
        ["2026-03"],
        "2026-03-08",
        "2026-03-08",
    )
    assert (activity["time"], activity["precision"], activity["status"]) == ("14:30–16:00", "day", "done")
    assert (activity["category"], activity["place"], activity["leader"]) == ("女职工", "大礼堂", "女工委员")
    assert activity["links"] == ["plans/2026/xiao-jie/"]
    assert activity["url"].startswith("plans/2026/ji-hua/#")


def test_states_and_reasons(data):
    found = {item["text"]: item for item in data["activities"]}
    assert (found["趣味运动会"]["status"], found["趣味运动会"]["reason"]) == ("cancelled", "场地维修")
    assert (found["植树"]["status"], found["植树"]["postponed_to"]) == ("postponed", ["2026-04"])
    new = [found["登山"][f"postponed_{name}"] for name in ("start", "end", "time")]
    assert new == ["2026-04-18", "2026-04-18", "14:30"]
    assert (found["体检"]["precision"], len(found["体检"]["months"])) == ("half-year", 6)


def test_disclosures_and_proposals(data):
    (disclosure,) = data["disclosures"]
    assert disclosure["notice_period"] == {"start": "2026-03-02", "end": "2026-03-06"}
    assert disclosure["channels"] == ["网站", "上墙"]
    assert disclosure["number"].startswith("2026-finance-")
    assert disclosure["sha256"] == hashlib.sha256(FILES["plans/2026/公开.md"].encode()).hexdigest()
    assert disclosure["attachments"] == [
        {"name": "表.xlsx", "sha256": hashlib.sha256(stand_in("表.xlsx")).hexdigest()}
    ]
    (proposal,) = data["proposals"]
    assert (proposal["session"], proposal["triage"], proposal["seconders"]) == (
        "三届二次",
        "accepted",
        ["甲", "乙"],
    )


def test_an_internal_document_is_not_in_the_public_data(board):
    site = board(FILES, audience="public")
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    assert json.loads(asset.content())["documents"] == []


def test_each_item_of_a_register_says_where_it_stands(data_of):
    head = "---\n类型: 台账\n标题: 保险台账\n日期: 2026-03-02\n种类: 保险\n---\n"
    rows = ("甲 | 2026-03-01", "乙 |", "丙 | 2036-03-01", "丁 | 2026-03-01")
    data = data_of(
        {"plans/a.md": head + "| 名称 | 到期 |\n|-|-|\n" + "".join(f"| {row} |\n" for row in rows)}
    )
    (register,) = data["registers"]
    assert [(item["name"], item["state"]) for item in register["items"]] == [
        ("甲", "overdue"), ("乙", None), ("丙", "ahead"), ("丁", "overdue"),
    ]  # fmt: skip
