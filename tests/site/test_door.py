"""The door to MkDocs: what a build does with good and with bad content."""

import pytest

from boards import plan
from content.photos import PHOTO
from site_builds import CONFIG, run_mkdocs

pytestmark = pytest.mark.site


def test_documents_and_months_become_pages(project):
    folder = project({"plans/2026/工会计划.md": plan("### 三月\n\n- 8日 座谈会\n")})
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    for page in (
        "",
        "plans/2026/gong-hui-ji-hua/",
        "months/",
        "months/2026/",
        "months/2026/03/",
        "archive/",
        "units/gong-hui/",
    ):
        assert (folder / "site" / page / "index.html").is_file(), page
    assert "座谈会" in (folder / "site/months/2026/03/index.html").read_text(encoding="utf-8")


def test_an_error_leaves_the_published_site_alone(project):
    folder = project({"plans/a.md": plan()})
    assert run_mkdocs(folder, "build").returncode == 0
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    (folder / "plans" / "a.md").write_text("---\n类型: 计划\n标题: 计划\n---\n", encoding="utf-8")
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    assert "plans/a.md:1:1: 错误[missing-field]" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before


def test_a_warning_stops_only_a_strict_build(project):
    folder = project({"plans/a.md": plan().replace("标题: ", "标题：")})
    strict = run_mkdocs(folder, "build", "--strict")
    assert strict.returncode == 1
    assert not (folder / "site").exists()
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0
    assert "警告[fullwidth-colon]" in done.stderr


def test_a_notice_stops_no_strict_build_and_is_told(project):
    folder = project({"plans/a.md": plan("![春游](春游.jpg)"), "plans/春游.jpg": PHOTO})
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "提示[photo-location]" in done.stderr and "个警告" not in done.stderr


RUNS = '<script>document.title = "XSS"</script>'


@pytest.mark.parametrize("ending", ["MD", "Md", "mD"])
def test_a_document_is_a_page_however_its_ending_is_written(project, ending):
    folder = project({f"plans/2026/通知.{ending}": plan(f"五一放假。{RUNS}\n", title="放假安排")})
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    page = (folder / "site/plans/2026/tong-zhi/index.html").read_text(encoding="utf-8")
    assert "<!doctype html>" in page and "<h1" in page and "五一放假" in page
    assert RUNS not in page and "日期:" not in page


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_no_source_is_published(project, audience):
    """Neither that of a document on the board, nor of one that is not, whoever links to it."""
    files = {
        "plans/a.md": plan("[丙](c.md) [丁](d.MD)", head="范围: 对外"),
        "plans/_b.md": plan(RUNS),
        "plans/c.md": plan(RUNS, head="草稿: 是\n范围: 对外"),
        "plans/d.MD": plan(RUNS, head="发布: 2099-01-01\n范围: 对外"),
        "plans/e.md": plan(RUNS, head="范围: 对内"),
        "plans/f.markdown": plan(RUNS),
        "plans/g.md.txt": plan(RUNS),
        "plans/h.mkd": plan(RUNS),
    }
    folder = project(files)
    done = run_mkdocs(folder, "build", BOARD_AUDIENCE=audience)
    assert done.returncode == 0, done.stderr
    for place in (folder / "site").rglob("*"):
        assert not place.is_file() or RUNS not in place.read_bytes().decode("utf-8", "replace"), place


def test_warnings_that_go_out_are_named_last_and_never_on_a_page(project):
    config = CONFIG.replace("nav: [index.md]", "nav: [index.md, abuot.md]")
    files = {
        "plans/a.md": plan().replace("标题: ", "标题："),
        "plans/b.md": plan().replace("期间: ", "期间："),
    }
    folder = project({"mkdocs.yml": config, **files})
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    said = done.stderr[done.stderr.index("网站生成好了，带着") :]
    for told in ("plans/a.md:3:", "plans/b.md:5:", "栏目里的“abuot.md”找不到"):
        assert told in said
        assert done.stderr.count(told) == 1
    for page in (folder / "site").rglob("*"):
        assert "_problems" not in page.name
        if page.is_file():
            text = page.read_bytes().decode("utf-8", "replace")
            assert "nb-preview" not in text
            assert "用了全角冒号" not in text


def test_a_page_that_the_navigation_misses_stops_a_strict_build(project):
    def build(config):
        text = CONFIG.replace("nav: [index.md]\n", f"nav: [index.md, abuot.md]\n{config}")
        return run_mkdocs(project({"mkdocs.yml": text, "plans/a.md": plan()}), "build", "--strict")

    done = build("")
    assert done.returncode == 1
    assert "mkdocs.yml:5:17: 警告[nav-missing] 栏目里的“abuot.md”找不到" in done.stderr
    assert "网站生成好了" not in done.stderr
    assert build("validation: {nav: {not_found: ignore}}\n").returncode == 0


@pytest.mark.parametrize(
    "files",
    [
        {"docs/about.md": "# 甲\n", "docs/about/index.md": "# 乙\n"},
        {"docs/404.html": "x"},
        {"docs/assets/images/favicon.png": "x"},
        {"docs/assets/images/Favicon.PNG": "x"},
        {"overrides/board.json": "{}"},
        {"overrides/Calendar.ics": "x"},
    ],
    ids=lambda files: next(iter(files)),
)
def test_no_file_takes_the_place_of_another(project, files):
    folder = project({"plans/a.md": plan(), **files})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(
            "theme: {name: material, custom_dir: overrides, font: false}\nextra: {board: {trust_docs: true}}\n"
        )
    (folder / "overrides").mkdir(exist_ok=True)
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    assert "会互相覆盖" in done.stderr and "Traceback" not in done.stderr
    assert not list((folder / "site").rglob("*.*"))


def test_wrong_settings_are_named(project):
    done = run_mkdocs(project({}, "extra: {board: {kinds: school}}\n"), "build")
    assert done.returncode == 1
    assert "extra.board.kinds" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("urls", ["true", "false"])
def test_links_work_in_both_styles(project, urls):
    files = {
        "plans/a.md": plan("### 三月\n\n- [x] 8日 座谈会 → [小结](b.md)\n"),
        "plans/b.md": "---\n类型: 通知\n标题: 小结\n日期: 2026-03-09\n---\n\n[计划](a.md)\n",
    }
    folder = project(files, f"use_directory_urls: {urls}\n")
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    page = (folder / "site/plans/a/index.html").read_text(encoding="utf-8")
    assert f'href="../b/{"" if urls == "true" else "index.html"}"' in page


def test_the_same_input_gives_the_same_bytes(project):
    folder = project({"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n"), "plans/b.md": plan(title="乙")})
    outputs = []
    for _ in range(2):
        assert run_mkdocs(folder, "build", "--strict").returncode == 0
        outputs.append({path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()})
    assert outputs[0] == outputs[1]


def test_nothing_is_written_into_docs_or_plans(project):
    folder = project({"plans/a.md": plan()})
    before = sorted(folder.rglob("*"))
    assert run_mkdocs(folder, "build", "--strict").returncode == 0
    made = {"site", ".cache"}
    after = [path for path in sorted(folder.rglob("*")) if not made & set(path.relative_to(folder).parts)]
    assert after == before


def test_a_site_without_a_hand_written_front_page_has_one_all_the_same(project):
    folder = project({"plans/a.md": plan(), "docs/about.md": "# 关于\n"})
    (folder / "docs" / "index.md").unlink()
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "工会计划" in (folder / "site/index.html").read_text(encoding="utf-8")
