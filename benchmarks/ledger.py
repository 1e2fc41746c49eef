"""The ledger of 3,000 rows of one year, which are never parted, in a phone-sized Chromium whose processor is slowed down four times."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_REPOSITORY = Path(__file__).parents[1]
_PHONE = {"width": 360, "height": 740}
_CATEGORIES = ("财务", "基建与采购", "后勤与食堂", "评优与考核", "党风廉政", "其他")
_DEPARTMENTS = ("总务处", "财务室", "教务处", "校长办公室", "工会办公室")
_STYLES = re.findall(
    r"^  - (assets/stylesheets/\S+)$", (_REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
)
_CONFIG = f"""
site_name: 测量
docs_dir: docs
theme: {{name: material, language: zh, font: false, custom_dir: '{_REPOSITORY / "overrides"}'}}
plugins: []
hooks: ['{_REPOSITORY / "hooks" / "mkdocs_door.py"}']
extra_css: [{", ".join(_STYLES)}]
nav: [index.md]
use_directory_urls: false
"""
_WATCH = """
window.longTasks = [];
new PerformanceObserver((list) => list.getEntries().forEach((task) => window.longTasks.push(task.duration)))
  .observe({type: "longtask", buffered: true});
"""
_STEPS = (
    ("text", "document.querySelector('#nb-text').value = '食堂'; input('#nb-text', 'input')"),
    (
        "category",
        "document.querySelector('#nb-of-category').value = '财务'; input('#nb-of-category', 'change')",
    ),
    ("year", "document.querySelector('#nb-of-year').value = '2026'; input('#nb-of-year', 'change')"),
    ("all rows again", "document.querySelector('.nb-filter').reset()"),
    ("sort by title", "document.querySelector('#nb-sort').value = '标题'; input('#nb-sort', 'change')"),
    ("sort back", "document.querySelector('#nb-sort').value = ''; input('#nb-sort', 'change')"),
)
_INPUT = "const input = (where, name) => document.querySelector(where).dispatchEvent(new Event(name, {bubbles: true}));"


def run(count: int = 3000, slowdown: int = 4, rounds: int = 3) -> list[str]:
    """Lines that give the longest task of opening, filtering and sorting a ledger of `count` rows, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = _site(Path(folder), count)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        ledger, front = (site / "disclosure/ledger/index.html").as_uri(), (site / "index.html").as_uri()
        tasks = _medians([_measure(browser, ledger, slowdown, count) for _ in range(rounds)])
        plain = _medians([_measure(browser, front, slowdown) for _ in range(rounds)])
        browser.close()
    lines = [
        f"a ledger of {count} rows, phone-sized Chromium, processor slowed down {slowdown} times,",
        f"longest task of each step, median of {rounds} rounds:",
    ]
    lines += [f"  {name:<18} {milliseconds:6.0f} ms" for name, milliseconds in tasks.items()]
    lines += [f"  longest of all     {max(tasks.values()):6.0f} ms   (under 200)"]
    return [*lines, f"  opening the front page instead {plain['open']:6.0f} ms"]


def _medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(found[name] for found in rounds) for name in rounds[0]}


def _measure(browser: Browser, address: str, slowdown: int, rows: int = 0) -> dict[str, float]:
    """The longest task of opening a page and, where it has that many rows, of each step with them."""
    page = browser.new_page(viewport=_PHONE, device_scale_factor=3, is_mobile=True, has_touch=True)
    page.add_init_script(_WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(address, timeout=120_000)
    found = {"open": _longest(page)}
    if rows:
        page.wait_for_function(f"document.querySelectorAll('.nb-table--ledger tbody tr').length === {rows}")
        for name, action in _STEPS:
            page.evaluate(_INPUT + action)
            found[name] = _longest(page)
    page.close()
    return found


def _longest(page: Page) -> float:
    """The longest task since the last call, once the page has been at rest for a while."""
    page.wait_for_timeout(4000)
    return max(page.evaluate("window.longTasks.splice(0)"), default=0.0)


def _site(root: Path, count: int) -> Path:
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for number in range(count):
        place = root / "plans" / "2026" / f"d{number:04}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_disclosure(number), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True
    )
    return root / "site"


def _disclosure(number: int) -> str:
    year, month, day = 2026, 1 + number % 12, 1 + number % 28
    return (
        f"---\n类型: 公开\n标题: 第{number}号事项的办理情况和结果公示\n日期: {year}-{month:02}-{day:02}\n"
        f"类别: {_CATEGORIES[number % 6]}\n责任部门: {_DEPARTMENTS[number % 5]}\n公示期: {year}-{month:02}-{day:02} 至 {year}-12-31\n"
        "公开形式: [网站, 公示栏, 会议通报]\n张贴地点: [行政楼一楼公示栏, 东校区公告栏]\n依据: 校务会议决定\n"
        "反馈: 向工会办公室反映\n联系: 工会办公室\n审核: 校务会议\n---\n\n事项的办理情况。\n"
    )  # fmt: skip
