"""The bar above the pages of a preview, and where it is not."""

from __future__ import annotations

import pytest
from mkdocs.livereload import LiveReloadServer

from noticeboard.preview.app import PreviewApp
from noticeboard.preview.findings import Findings
from noticeboard.problems import Level, Problem

PAGE = b"<html><body class='a' dir=ltr><p>text</p></body></html>"
WRONG = Problem("plans/a.md", 4, 1, Level.ERROR, "x", "写错了。", "请改。")
DOUBTFUL = Problem("plans/b.md", 7, 2, Level.WARNING, "y", "不大好。")
FINDINGS = Findings((WRONG, DOUBTFUL), {"plans/a.md": "plans/a/", "plans/b.md": "plans/b/"})


def ask(
    path: str, findings: Findings = FINDINGS, *, kind: str = "text/html", base: str = "/", built: bool = True
):
    """Status, headers and text of an answer, and the path that the inner application was asked for."""
    asked = []

    def inner(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(PAGE)))])
        return [PAGE[:10], PAGE[10:]]

    app = PreviewApp(inner, base)
    app.findings, app.has_pages = findings, built
    told = {}

    def start_response(status, headers):
        told.update(headers)

    content = b"".join(app({"PATH_INFO": path.encode().decode("latin-1")}, start_response))
    assert told["Content-Length"] == str(len(content))
    return content.decode(), asked


def test_a_page_of_a_faulty_file_lists_its_problems_and_no_others() -> None:
    page, _ = ask("/plans/a/")
    assert page.startswith("<html><body class='a' dir=ltr><aside class=\"nb-preview\"")
    assert "第 4 行 错误" in page
    assert "写错了。" in page
    assert "请改。" in page
    assert "不大好" not in page
    assert "2 个文件有问题，共 1 个错误，1 个警告。" in page


def test_every_other_page_tells_how_many_files_there_are() -> None:
    page, _ = ask("/months/")
    assert "2 个文件有问题" in page
    assert "写错了" not in page


def test_the_page_of_all_problems_lists_all() -> None:
    page, _ = ask("/_problems/")
    assert "写错了。" in page
    assert "不大好。" in page
    assert 'href="/plans/a/"' in page


@pytest.mark.parametrize("path", ["/plans/a/", "/plans/a/index.html"])
def test_below_a_path_links_and_addresses_are_below_it(path: str) -> None:
    page, _ = ask(f"/gonghui{path}", base="/gonghui/")
    assert "写错了。" in page
    assert 'href="/gonghui/_problems/"' in page


def test_nothing_is_added_where_nothing_is_wrong_or_what_is_no_page() -> None:
    assert ask("/", Findings())[0] == PAGE.decode()
    assert ask("/a.js", kind="application/javascript")[0] == PAGE.decode()


def test_before_anything_was_built_every_address_is_the_page_of_problems() -> None:
    assert ask("/months/2026/03/", built=False)[1] == ["/_problems/"]
    assert "写错了。" in ask("/months/2026/03/", built=False)[0]
    assert ask("/_problems/style.css", built=False)[1] == ["/_problems/style.css"]
    assert ask("/livereload/1/2", built=False)[1] == ["/livereload/1/2"]


def test_an_address_in_chinese_is_found() -> None:
    page, _ = ask("/plans/计划/", Findings((WRONG,), {"plans/a.md": "plans/计划/"}))
    assert "写错了。" in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</aside><img src=x onerror=alert(1)>", "\" onload='x", "{{ 7 * 7 }}", "\udcff", "\\1"]
)  # fmt: skip
def test_hostile_text_is_text(text: str) -> None:
    problem = Problem(f"plans/{text}.md", 1, 1, Level.ERROR, "x", text, text)
    page, _ = ask("/_problems/", Findings((problem,), {problem.path: "plans/a/"}))
    for mark in ("<script>", "<img", "\" onload='x", "49"):
        assert mark not in page


def test_a_long_list_ends_with_how_many_are_left() -> None:
    many = tuple(Problem("plans/a.md", line, 1, Level.ERROR, "x", "写错了。") for line in range(1, 10_001))
    page, _ = ask("/plans/a/", Findings(many, {"plans/a.md": "plans/a/"}))
    assert "另有 9900 个" in page
    assert page.count("<li class") == 100


@pytest.fixture
def served(tmp_path):
    """`served(method, path)`: the answer of a preview of a site with one page, behind the server that it runs in."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_bytes(PAGE)
    (tmp_path / "secret.html").write_bytes(b"secret")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(tmp_path / "site"), polling_interval=0.1)
    app = PreviewApp(server.get_app(), "/")
    app.has_pages = True

    def ask(method: str, path: str) -> tuple[str, bytes]:
        told: list[str] = []
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_REFERER": ""}
        content = b"".join(app(environ, lambda status, headers, *_: told.append(status)))
        return told[0], content

    yield ask
    server.server_close()


@pytest.mark.parametrize(
    "path",
    [
        "/\xff\xfe\x00", "/\x00", "/index.html\x00", "/livereload/\x00", "/" + "a" * 300, "/" + "甲" * 5000, "/" + "a/" * 9000,
        "/../secret.html", "/..//../secret.html", "/a/../../secret.html", "//secret.html", "/..\\secret.html", "/%2e%2e/secret.html",
        "/index.html/x", "/\n", "/\r\nSet-Cookie: a=b", "http://evil.example/", "*", "/livereload/" + "9" * 5000 + "/1", "/livereload/x",
        "/\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_not_found(served, caplog, path: str) -> None:
    encoded = path if path.isascii() else path.encode("utf-8").decode("latin-1")
    for method in ("GET", "HEAD"):
        status, content = served(method, encoded)
        assert status == "404 Not Found" and b"secret" not in content
        assert method == "GET" or content == b""
    assert not caplog.records


def test_only_what_asks_for_a_page_is_answered_with_one(served) -> None:
    status, content = served("GET", "/")
    assert status == "200 OK" and b"<p>text</p>" in content
    assert served("HEAD", "/") == ("200 OK", b"")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""):
        assert served(method, "/") == ("405 Method Not Allowed", b"")


def test_a_file_that_waits_for_an_import_is_offered_on_every_page() -> None:
    waiting = [
        Problem(
            f"plans/收件/{name}.docx", 1, 1, Level.WARNING, "z", f"收件里的“{name}”。", f"请运行 {name}。"
        )
        for name in "甲乙丙丁"
    ]
    findings = Findings((WRONG, *waiting), {"plans/a.md": "plans/a/"})
    for path in ("/", "/plans/a/"):
        page, _ = ask(path, findings)
        assert "收件里的“甲”。" in page
        assert "请运行 丙。" in page
        assert "丁" not in page
    page, _ = ask("/_problems/", findings)
    assert page.count("收件里的“甲”。") == page.count("收件里的“丁”。") == 1


def test_an_answer_that_another_site_came_into_is_asked_for_again() -> None:
    sites, asked = iter(["first", "second", "second", "second"]), []

    def inner(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("200 OK" if len(asked) > 1 else "404 Not Found", [("Content-Type", "text/plain")])
        return [b"text"]

    told = []
    app = PreviewApp(inner, "/base/", lambda path: next(sites) if path == "a/" else "")
    app.has_pages = True
    content = app({"PATH_INFO": "/base/a/"}, lambda status, headers: told.append(status))
    assert (b"".join(content), told, len(asked)) == (b"text", ["200 OK"], 2)
