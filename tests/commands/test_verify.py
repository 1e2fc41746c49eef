"""`board verify`: what it says, and its exit codes."""

import hashlib
from datetime import datetime

import pytest

from boards import load_board
from noticeboard.content.repository.publication_log import Content, PublicationLog

SOURCE = (
    "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n编号: 公开05\n---\n正文\n"
)
CODE = hashlib.sha256(SOURCE.encode()).hexdigest()
FILES = {"plans/a.md": SOURCE}


@pytest.fixture
def ledger(tmp_path):
    site = load_board(tmp_path / "then", FILES, units=["甲校工会", "乙校分工会"])
    (found,) = [asset for asset in site.assets if asset.address == "disclosure/ledger.csv"]
    place = tmp_path / "公开台账.csv"
    place.write_bytes(found.content())
    return place


def test_a_ledger_that_agrees(run, ledger):
    done = run("verify", ledger, files=FILES)
    assert (done.exit_code, done.output) == (0, "台账共 1 份，和仓库全都一样。\n")


def test_a_ledger_that_differs(run, ledger):
    done = run(
        "verify",
        ledger,
        files={"plans/a.md": SOURCE + "改", "plans/b.md": SOURCE.replace("公开05", "公开06")},
    )
    assert done.exit_code == 1
    assert done.output == (
        "改过　《预算》（plans/a.md）：原文改过\n新增　《预算》（plans/b.md）\n台账共 1 份，改过 1 份、新增 1 份。\n"
    )


def test_a_ledger_of_what_is_gone(run, ledger):
    done = run("verify", ledger)
    assert done.exit_code == 1
    assert "没有了　《预算》（plans/a.md）" in done.output


@pytest.mark.parametrize(
    "arguments",
    [(CODE,), (CODE[:16].upper(),), (" ".join([CODE[:4], CODE[4:8], CODE[8:12]]),), (CODE, "公开05")],
)
def test_a_code_that_agrees(run, arguments):
    done = run("verify", *arguments, files=FILES)
    assert (done.exit_code, done.output) == (0, "一样　《预算》（公开05，plans/a.md）的原文没有改过。\n")


def test_a_code_of_other_line_ends_is_explained(run):
    code = hashlib.sha256(SOURCE.replace("\n", "\r\n").encode()).hexdigest()
    done = run("verify", code, files=FILES)
    assert done.exit_code == 0
    assert "的原文没有改过。\n" in done.output
    assert f"内容相同；现在的是 {CODE}。" in done.output


def test_a_code_that_differs(run):
    alone = run("verify", "0" * 16, files=FILES)
    named = run("verify", "0" * 16, "公开05", files=FILES)
    assert (alone.exit_code, named.exit_code) == (1, 1)
    assert "没有哪份公开" in alone.output
    assert f"《预算》（plans/a.md）改过，原文现在的核对码是 {CODE}。" in named.output


@pytest.mark.parametrize(
    "arguments", [("没有.csv",), ("abc",), ("mkdocs.yml",), ("0" * 16, "没有的编号"), ()]
)
def test_what_cannot_be_checked_is_wrong_usage(run, arguments):
    done = run("verify", *arguments, files=FILES)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_the_log_of_publications(run, tmp_path):
    log = PublicationLog()
    for day, text in ((1, "1" * 64), (2, "2" * 64)):
        documents = {"plans/a/": Content(text)}
        log = log.extended(log.lines_for(f"2026060{day}-080000", "", datetime(2026, 6, day, 8), documents))
    place = tmp_path / "publications.jsonl"
    place.write_bytes(log.written())

    def said(*arguments):
        done = run("verify", place, *arguments, files=FILES)
        return done.exit_code, done.output.splitlines()[-1]

    assert said() == (
        0,
        f"发布记录共 4 行，从 2026年6月1日 08:00 到 2026年6月2日 08:00，一行接一行，没有断开；最后一行的核对码是 {log.head}。",
    )
    assert said(log.codes[1][:16]) == (0, "一样　这是第 2 行的核对码：这一行和它前面的，都没有改过。")
    assert said("1" * 12) == (
        0,
        "记录里有　plans/a/ 从 2026年6月1日 08:00 到 2026年6月2日 08:00，登的是这一版。",
    )
    assert said("2" * 12) == (0, "记录里有　plans/a/ 从 2026年6月2日 08:00 起，现在还登着，登的是这一版。")
    code, words = said("e" * 64)
    assert (code, words[:3]) == (1, "不一样")
    place.write_bytes(log.written().replace(b"1111", b"1112", 1))
    assert said()[1] == "不一样　发布记录第 3 行接不上前一行：这一行或它前面的被改过、删过或者加过。"


def test_a_version_of_before_is_named(run, tmp_path):
    log = PublicationLog()
    log = log.extended(
        log.lines_for("20260601-080000", "", datetime(2026, 6, 1, 8), {"plans/a/": Content("1" * 64)})
    )
    done = run("verify", "1" * 16, files={**FILES, "publications.jsonl": log.written()})
    assert done.exit_code == 1
    assert done.output == "以前的一版　plans/a/ 从 2026年6月1日 08:00 起，现在还登着，登的是这一版。\n"


@pytest.mark.parametrize(
    "address", ["http://a.example/plans/a/", "https://oa.example:8443/gonghui/plans/a/index.html?h=x"]
)
def test_the_address_of_a_code_on_paper(run, address):
    done = run("verify", f"{address}#c={CODE[:16]}", files=FILES)
    assert (done.exit_code, done.output) == (0, "一样　《预算》（公开05，plans/a.md）的原文没有改过。\n")
    other = run("verify", f"{address}#c={'0' * 16}", files=FILES)
    assert other.exit_code == 1
    assert other.output.startswith("不一样　《预算》（plans/a.md）改过，")
    assert run("verify", f"http://a.example/plans/nowhere/#c={'0' * 16}", files=FILES).exit_code == 1


@pytest.mark.parametrize(
    "address", ["http://a.example/plans/a/", "http://a.example/#c=12", "javascript:x#c=" + "0" * 16]
)
def test_an_address_without_a_code_is_wrong_usage(run, address):
    assert run("verify", address, files=FILES).exit_code == 2
