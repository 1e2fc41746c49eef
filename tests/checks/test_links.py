import pytest

from boards import ANY, plan, told

SUMMARY = "---\n类型: 总结\n标题: 总结\n日期: 2026-12-20\n期间: 2026年\n计划: {}\n---\n"
DISCLOSURE = "---\n类型: 公开\n标题: 公开\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n取代: {}\n---\n"


@pytest.mark.parametrize(
    "target",
    [
        "b.md", "b.md#s-shang", "./b.md", "/plans/b.md", "图%201.png", "<图 1.png>", "#上", "https://a.example/x", "mailto:a@b.cn",
        "../docs/about.md", "/archive/", "../months/2026/03/",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere(board, target):
    files = {
        "plans/a.md": plan(f"[x]({target})\n\n## 上\n"),
        "plans/b.md": plan("## 上\n", title="乙"),
        "plans/图 1.png": b"1",
    }
    assert told(board(files | {"docs/about.md": "关于"})) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("c.md", "link-missing"),
        ("B.md", "link-missing"),
        ("_b.md", "link-missing"),
        ("../mkdocs.yml", "link-missing"),
        ("../docs/none.md", "link-missing"),
        ("../docs/logo.png", "link-missing"),
        ("/archives/", "link-missing"),
        ("../../secret.md", "link-outside"),
        ("%2e%2e/%2e%2e/../secret.md", "link-outside"),
        ("D:/表.xlsx", "link-outside"),
        ("file:///D:/表.xlsx", "link-outside"),
        ("https:a.example/x", "link-outside"),
        ("https:/a.example/x", "link-outside"),
        ("//a.example/x", "link-outside"),
        ("/\\a.example/x", "link-outside"),
        ("ht\ttps://a.example/x", "link-outside"),
        ("ftp://a.example/x", "link-outside"),
        ("%2F%2Fa.example/x", "link-outside"),
        ("javascript:x", "html-removed"),
        ("java&Tab;script:x", "html-removed"),
    ],
)
def test_links_that_lead_nowhere(board, target, code):
    files = {"plans/a.md": plan(f"[x]({target})"), "plans/b.md": plan(title="乙"), "plans/_b.md": "草稿"}
    site = board(files | {"docs/logo.png": b"1", "mkdocs.yml": "x"})
    level = "warning" if code == "html-removed" else "error"
    assert told(site) == [f"plans/a.md:8:1 {level} {code}"]


def test_a_link_to_a_document_with_a_fault_is_no_fault(board):
    files = {"plans/a.md": plan("[x](b.md)"), "plans/b.md": plan(title="乙", period="今年")}
    assert told(board(files)) == ["plans/b.md:5:5 error unreadable-period"]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("b.md", []),
        ("/plans/b.md", []),
        ("[b.md, c.md]", ["6:12 reference-type"]),
        ("d.md", ["6:5 reference-missing"]),
        ("b", ["6:5 reference-missing"]),
        ("b.pdf", ["6:5 reference-type"]),
        ("../mkdocs.yml", ["6:5 reference-missing"]),
        ("a.md", ["6:5 reference-type"]),
    ],
)
def test_plans_of_a_summary(board, reference, expected):
    files = {
        "plans/a.md": SUMMARY.format(reference),
        "plans/b.md": plan(),
        "plans/c.md": "---\n类型: 通知\n标题: 丙\n日期: 2026-03-01\n---\n",
        "plans/b.pdf": b"1",
        "mkdocs.yml": "x",
    }
    assert [line.removeprefix("plans/a.md:").replace(" error", "") for line in told(board(files))] == expected


def test_a_disclosure_replaces_a_disclosure(board):
    files = {"plans/a.md": DISCLOSURE.format("b.md"), "plans/b.md": DISCLOSURE.format("")}
    assert told(board(files)) == []
    files["plans/b.md"] = plan()
    assert told(board(files)) == ["plans/a.md:7:5 error reference-type"]


def test_what_has_no_type_yet_is_not_of_a_wrong_one(board):
    files = {"plans/a.md": DISCLOSURE.format("b.md"), "plans/b.md": "---\n标题: 乙\n日期: 2026-03-01\n---\n"}
    assert told(board(files)) == ["plans/b.md:1:1 error missing-field"]


def test_a_document_is_linked_to_by_its_file(board):
    site = board({"plans/a.md": plan("[乙](/plans/b/)"), "plans/b.md": plan(title="乙")})
    (problem,) = site.problems
    assert (problem.code, problem.hint) == (
        "link-missing",
        "这是网页的地址，请链接到文件本身：“/plans/b.md”。",
    )


def test_what_a_hint_offers_is_right(board):
    files = {"plans/2026/b.md": plan(title="乙"), "plans/2025/c.md": plan(title="丙")}
    for written, offered in (("plans/2026/b.md", "/plans/2026/b.md"), ("c.md", "/plans/2025/c.md")):
        (problem,) = board({**files, "plans/2026/a.md": plan(f"[乙]({written})")}).problems
        assert f"“{offered}”" in problem.hint
        assert board({**files, "plans/2026/a.md": plan(f"[乙]({offered})")}).problems == ()


PAGES = {
    "plans/2026/a.md": plan("## 上\n\n[附](表.xlsx)"),
    "plans/2026/表.xlsx": ANY,
    "docs/index.md": "# 首页\n\n## 三月 {#san}\n",
    "docs/b/index.md": "# 乙\n\n<a id=x></a>\n",
    "docs/b/图.png": ANY,
    "overrides/assets/images/logo.png": ANY,
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("index.md", None),
        ("../about/c.md", None),
        ("c.md#s-c", None),
        ("#s-ding", None),
        ("../b/index.md#x", None),
        ("../index.md#san", None),
        ("../b/图.png", None),
        ("../b/%E5%9B%BE.png", None),
        ("../plans/2026/a.md", None),
        ("../plans/2026/a.md#s-shang", None),
        ("../plans/2026/biao-beccdc.xlsx", None),
        ("../archive/index.md", None),
        ("../months/2026/03/index.md", None),
        ("../assets/images/logo.png", None),
        ("../board.json", None),
        ("/about/c.md", None),
        ("https://a.example/c.md#x", None),
        ("?q=1", None),
        ("d.md", "link-missing"),
        ("../c.md", "link-missing"),
        ("C.md", "link-missing"),
        ("c", "link-missing"),
        ("c.html", "link-missing"),
        ("../archive/", "link-missing"),
        ("../archive", "link-missing"),
        ("c/", "link-missing"),
        ("c.md/", "link-missing"),
        ("../../plans/2026/b.md", "link-missing"),
        ("../plans/2026/", "link-missing"),
        ("../assets/images/none.png", "link-missing"),
        ("../b/", "link-missing"),
        ("c.md#d", "anchor-missing"),
        ("#d", "anchor-missing"),
        ("../index.md#x", "anchor-missing"),
        ("../plans/2026/a.md#x", "anchor-missing"),
    ],
)
def test_links_of_pages_mean_what_mkdocs_makes_of_them(board, target, code):
    site = board(
        {**PAGES, "docs/about/index.md": "# 甲\n", "docs/about/c.md": f"# C\n\n## 丁\n\n[乙]({target})\n"}
    )
    level = "error" if code == "link-missing" else "warning"
    assert told(site) == ([f"docs/about/c.md:5:1 {level} {code}"] if code else [])


def test_a_page_that_is_hidden_by_another_is_told(board):
    pages = {
        "docs/README.md": "# 甲\n",
        "docs/index.md": "# 乙\n",
        "docs/a/README.md": "# 丙\n",
        "docs/b/README.md": "# 丁\n",
    }
    site = board({**PAGES, **pages})
    assert told(site) == [
        "docs/README.md:1:1 error duplicate-address",
        "docs/b/README.md:1:1 error duplicate-address",
    ]
