"""Other generators: the hook in ProperDocs, and the exported folder in ProperDocs, make the same pages."""

import pytest

from boards import ANY, plan
from site_builds import run_program

pytestmark = pytest.mark.site

FILES = {
    "plans/2026/工会计划.md": plan(
        "### 三月：妇女权益月\n\n- [x] 8日 座谈会 → [小结](小结.md)\n\n## 附表\n\n[预算](预算.xlsx)\n"
    ),
    "plans/2026/小结.md": "---\n类型: 通知\n标题: 座谈会小结\n日期: 2026-03-09\n标签: 女职工\n---\n\n开得好。\n",
    "plans/2026/预算.xlsx": ANY,
    "docs/about.md": "# 关于\n\n[逐月活动](months/index.md)\n",
}


def pages(site) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


@pytest.fixture
def mkdocs_pages(project):
    folder = project(FILES)
    done = run_program("mkdocs", folder, "build", "--strict", "--site-dir", "by-mkdocs")
    assert done.returncode == 0, done.stderr
    return pages(folder / "by-mkdocs")


def test_properdocs_runs_the_hook_unchanged(project, mkdocs_pages):
    folder = project(FILES)
    done = run_program(
        "properdocs", folder, "build", "--config-file", "mkdocs.yml", "--site-dir", "by-properdocs"
    )
    assert done.returncode == 0, done.stderr
    assert pages(folder / "by-properdocs") == mkdocs_pages
    assert "座谈会" in (folder / "by-properdocs/months/2026/03/index.html").read_text(encoding="utf-8")


def test_properdocs_builds_the_exported_folder(project, mkdocs_pages):
    folder = project(FILES)
    done = run_program("noticeboard.commands", folder, "export", "exported")
    assert done.returncode == 0, done.stderr
    exported = folder / "exported"
    done = run_program(
        "properdocs", exported, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", "../from-export"
    )
    assert done.returncode == 0, done.stderr
    assert pages(folder / "from-export") == mkdocs_pages
    page = (folder / "from-export/plans/2026/gong-hui-ji-hua/index.html").read_text(encoding="utf-8")
    assert 'href="../xiao-jie/"' in page
    assert "妇女权益月" in page
