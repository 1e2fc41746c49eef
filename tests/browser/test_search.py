"""Search as a reader meets it: on a phone and at a desk, from a server and from a disk."""

from __future__ import annotations

import json
import re
import shutil
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import SIZES
from noticeboard.build import load
from noticeboard.commands.project import settings_of
from noticeboard.edition import Edition
from noticeboard.search.matching import search
from noticeboard.search.query import terms_of
from noticeboard.search.sources import texts_of_site
from site_builds import REPOSITORY, run_mkdocs

pytestmark = pytest.mark.browser

TODAY = date(2026, 11, 20)
BOX = "#nb-search input"
STATUS = "#nb-found"
TITLES = "ol.nb-hits .nb-hit__title"

QUERIES = (
    "教代会", "代会提", "球赛", "会公开", "教職工代表", "ＫＴＶ", "会", "食堂 满意度", "食堂 -账目", "-食堂", "慰问 278", '"座谈会 小结"',
    '"会，应到"', "3月8日", "三月八日", "2026-03-08", "2026年3月", "三月", "11月", "jdh", "jiaodaihui", "xxgk", "dxq", "no", "203",
    "6,688", "95%", "教带会", "没有的词", "工会工作计划", "关于召开", "篮球 比赛 -操场", "困难职工 慰问", "a", "〇", "𠮷", "！！", "“",
    "公开〔2026〕", "经费审查委员会", "行政楼203", "职工 职工", "ｊｄｈ", "会员代表 换届 -东校区", "开放时间", "每周", "小组 组长",
    "2月5日", "5日", "5月", "三月廿三日", "1日至", "十二月", "三八妇女节", "意见箱", "“三八”妇女节", "'五一'",
)  # fmt: skip
HOSTILE = (
    "<script>window.hacked = 1</script>", "<img src=x onerror=window.hacked=1>", "javascript:window.hacked=1", ".*", "(", "[", "\\", "^$",
    "a{1,99999}", "%", "%E0%A4%A", "__proto__", "constructor", "toString", "🎉🎉", "\ud800", "\udfff教代会", "\u202e会员", "   ", "，。！",
    "-", '"', '""', "- - -", "&amp;", "#?q=1", "工" * 10_000, "工 " * 5_000, "@03-08", "~", "\x00会",
)  # fmt: skip


@pytest.fixture(scope="session")
def texts():
    """All that can be found on the sample site."""
    return texts_of_site(load(REPOSITORY, settings_of(REPOSITORY), Edition(TODAY)))


@pytest.fixture(params=["server", "disk"])
def base(request, address, sample_site) -> str:
    """The sample site's address, over HTTP and as a folder."""
    return address if request.param == "server" else f"{sample_site.as_uri()}/"


def results(page, query: str) -> list[str]:
    """The addresses of all results on the page of search, once they are all there."""
    page.locator(BOX).fill(query)
    page.locator(BOX).press("Enter")
    settled(page)
    while page.locator(".nb-search__all").count():
        page.locator(".nb-search__all").click()
        page.wait_for_function("() => !document.querySelector('.nb-search__all:disabled')", polling=20)
    return page.evaluate(f"[...document.querySelectorAll('{TITLES}')].map(title => title.href)")


def settled(page) -> str:
    """What the page says when it has finished."""
    page.wait_for_function("() => !document.querySelector('#nb-results[aria-busy]')", polling=20)
    return page.locator(STATUS).inner_text()


def test_the_browser_finds_what_the_command_line_finds(chromium, base, texts):
    page = chromium.new_page()
    page.goto(f"{base}search/index.html")
    # A disk gives the same index and scripts as a server; that they load from there too, a few queries show.
    for query in QUERIES if base.startswith("http") else QUERIES[::8]:
        found = [re.sub(r"(index\.html)?\?.*", "", href.removeprefix(base)) for href in results(page, query)]
        assert found == [hit.text.address for hit in search(texts, terms_of(query), TODAY)], query
    page.close()


def test_no_query_does_harm(chromium, address):
    page = chromium.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}search/")
    for query in HOSTILE:
        page.evaluate(
            "([box, query]) => { box = document.querySelector(box); box.value = query; }", [BOX, query]
        )
        page.locator(BOX).press("Enter")
        assert settled(page) or query.strip() == "", query
        assert page.evaluate("document.querySelectorAll('#nb-results script, #nb-results img').length") == 0
    assert page.evaluate("window.hacked") is None
    assert faults == []
    page.close()


def test_a_result_leads_to_its_marked_place(context, base):
    page = context.new_page()
    page.goto(f"{base}search/index.html?q=女教职工座谈会")
    place = page.locator(".nb-hit__place[href*='#a-']").first
    place.wait_for()
    assert place.locator("mark").first.inner_text() == "女教职工座谈会"
    place.click()
    page.wait_for_url("**/plans/**")
    anchor = page.url.partition("#")[2]
    marked = page.locator(f"[id='{anchor}'] mark.nb-match")
    marked.first.wait_for()
    assert "".join(marked.all_inner_texts()).startswith("女教职工座谈会")
    box = page.locator(f"[id='{anchor}']").bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_marks_reach_over_links_and_bold_text(chromium, address):
    page = chromium.new_page()
    page.goto(f"{address}plans/2026/di-er-xue-qi-ji-hua/?h=%22座谈会小结%22")
    page.locator("mark.nb-match").first.wait_for()
    assert [text.strip() for text in page.locator("mark.nb-match").all_inner_texts()] == ["座谈会 →", "小结"]
    page.close()


def test_filters_count_and_stand_in_the_address(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/?q=教代会")
    page.locator("select[name=type]").wait_for()
    settled(page)
    label = page.locator("select[name=type] option[value=plan]").inner_text()
    count = int(re.search(r"（(\d+)）", label)[1])
    page.locator("select[name=type]").select_option("plan")
    page.wait_for_url("**type=plan")
    expect(page.locator(STATUS)).to_have_text(f"找到 {count} 份")
    page.locator("select[name=when]").select_option("2026")
    page.wait_for_url("**when=2026")
    fewer = settled(page)
    page.reload()
    page.locator("select[name=when]").wait_for()
    assert settled(page) == fewer
    page.go_back()
    page.wait_for_url("**type=plan")
    expect(page.locator(STATUS)).to_have_text(f"找到 {count} 份")
    expect(page.locator("select[name=when]")).to_have_value("")


@pytest.mark.parametrize("name", ["type", "when", "unit", "category"])
def test_a_filter_goes_on_to_count_what_its_other_choices_would_leave(desktop, address, name):
    page = desktop.new_page()
    page.goto(f"{address}search/?q=教职工")
    select = page.locator(f"select[name={name}]")
    select.wait_for()
    settled(page)
    before = select.locator("option").all_inner_texts()
    assert len(before) > 2
    values = [option.get_attribute("value") for option in select.locator("option").all()]
    select.select_option(values[1])
    page.wait_for_url(f"**{name}=**")
    settled(page)
    assert select.locator("option").all_inner_texts() == before
    count = re.search(r"（(\d+)）", before[1])[1]
    for other in {"type", "when", "unit", "category"} - {name}:
        assert page.locator(f"select[name={other}] option").first.inner_text().endswith(f"（{count}）")
    page.close()


def test_back_returns_to_the_query_before(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/")
    for query in ("食堂", "篮球"):
        page.locator(BOX).fill(query)
        page.locator(BOX).press("Enter")
        settled(page)
    page.locator(TITLES).first.click()
    page.wait_for_url("**h=*")
    page.go_back()
    page.locator(TITLES).first.wait_for()
    expect(page.locator(BOX)).to_have_value("篮球")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("食堂")


def test_the_header_searches_with_the_keyboard_alone(chromium, address):
    page = chromium.new_page()
    page.goto(f"{address}archive/")
    page.keyboard.press("/")
    page.keyboard.type("jdh")
    # What is found for its first letters is drawn anew, and would take the focus with it.
    page.locator(".nb-search__more a[href$='q=jdh']").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.nb-hit__title')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator(".nb-search__panel").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("jdh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=jdh")
    page.close()


def test_a_phone_opens_the_box_from_the_header(chromium, address):
    page = chromium.new_page(viewport={"width": 320, "height": 360}, has_touch=True)
    page.goto(f"{address}months/2026/03/")
    page.locator(".nb-search__open").click()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("食堂")
    page.locator(".nb-search__panel .nb-hit").first.wait_for()
    panel = page.locator(".nb-search__panel").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 320
    assert panel["y"] + panel["height"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).fontSize)") >= 16
    page.close()


def test_an_input_method_at_work_fires_no_query(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/")
    session = desktop.new_cdp_session(page)
    page.locator(BOX).focus()
    for typed in ("j", "ji", "jia", "jiao"):
        session.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
        page.wait_for_timeout(60)
    page.wait_for_timeout(300)
    assert page.locator(".nb-hit").count() == 0 and page.locator(STATUS).inner_text() == ""
    session.send("Input.insertText", {"text": "教代会"})
    page.locator(TITLES).first.wait_for()
    assert settled(page).startswith("找到 ")


def test_what_is_found_is_announced(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/?q=教代会")
    page.locator(TITLES).first.wait_for()
    assert page.locator(STATUS).get_attribute("role") == "status"
    assert re.fullmatch(r"找到 \d+ 份", settled(page))


def test_recent_queries_stay_on_the_device_until_cleared(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/")
    page.locator(BOX).fill("食堂")
    page.locator(BOX).press("Enter")
    settled(page)
    page.goto(f"{address}search/")
    again = page.locator(".nb-search__recent button")
    assert again.all_inner_texts() == ["食堂"]
    again.click()
    page.locator(TITLES).first.wait_for()
    page.goto(f"{address}search/")
    page.get_by_text("清除记录").click()
    assert again.count() == 0
    page.evaluate("localStorage.setItem('nb-search-recent', '{\"a\": 1}')")
    page.reload()
    assert again.count() == 0


def test_nothing_found_helps_on(desktop, address):
    page = desktop.new_page()
    page.goto(f"{address}search/?q=教带会")
    page.get_by_role("button", name="教代会").click()
    page.locator(TITLES).first.wait_for()
    page.goto(f"{address}search/?q=教职工代麦大会")
    page.get_by_text("写法相近的文件").wait_for()
    page.get_by_text("到档案里按年份查找").click()
    page.wait_for_url("**/archive/")


@pytest.mark.parametrize("path", ["", "search/"])
def test_without_scripts_the_form_leads_to_the_archive(chromium, address, path):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    page.locator("form[role=search] input:visible").last.fill("食堂")
    page.keyboard.press("Enter")
    page.wait_for_url("**/archive/?q=*")
    context.close()


@pytest.fixture
def damaged(sample_site, tmp_path) -> Path:
    """A copy of the sample site to upload badly."""
    return Path(shutil.copytree(sample_site, tmp_path / "site"))


@pytest.mark.parametrize("damage", ["missing", "truncated", "of another build"])
@pytest.mark.parametrize("part", ["g", "t"])
def test_a_broken_upload_is_said_and_the_rest_is_found(chromium, damaged, texts, part, damage):
    for number, place in enumerate(sorted((damaged / "search" / part).iterdir())):
        if part == "t" and number % 3:
            continue
        script = place.read_bytes()
        if damage == "missing":
            place.unlink()
        elif damage == "truncated":
            place.write_bytes(script[: len(script) // 2])
        else:
            place.write_bytes(script.replace(script.split(b'"')[3], b"00000000", 1))
    page = chromium.new_page()
    page.goto(f"{damaged.as_uri()}/search/index.html")
    found = results(page, "教代会")
    all_of_them = search(texts, terms_of("教代会"), TODAY)
    assert "索引有一部分没有读到" in page.locator(STATUS).inner_text()
    # The texts are the truth: without grams they are all read.
    assert len(found) == len(all_of_them) if part == "g" else 0 < len(found) < len(all_of_them)
    page.close()


def test_an_open_page_corrects_itself_after_a_publication(chromium, damaged, texts):
    page = chromium.new_page()
    page.goto(f"{damaged.as_uri()}/search/index.html")
    results(page, "食堂")
    published_anew(damaged, "", "")
    found = results(page, "教代会")
    assert "索引有一部分没有读到" not in page.locator(STATUS).inner_text()
    assert len(found) == len(search(texts, terms_of("教代会"), TODAY))
    page.close()


def test_an_index_of_an_earlier_program_is_read_anew(chromium, damaged, texts):
    head = damaged / "search/index.js"
    script = head.read_text("utf-8")
    earlier = script.replace('"versions":', '"formerly":').replace(script.split('"')[3], "00000000", 1)
    head.write_text(earlier, "utf-8")
    page = chromium.new_page()
    page.goto(f"{damaged.as_uri()}/search/index.html")
    results(page, "食堂")
    assert "索引有一部分没有读到" in page.locator(STATUS).inner_text()
    head.write_text(script, "utf-8")
    assert len(results(page, "教代会")) == len(search(texts, terms_of("教代会"), TODAY))
    page.close()


def published_anew(site: Path, before: str = "食堂", after: str = "饭堂") -> None:
    """The index of another build, in which every file is another one, and something is called otherwise."""
    head = site / "search/index.js"
    for place in (site / "search").rglob("*.js"):
        script = place.read_bytes()
        if script.startswith(b"boardSearch(") and place != head:
            renewed = script.replace(script.split(b'"')[3], b"00000000", 1)
            place.write_bytes(renewed.replace(before.encode(), after.encode()))
    script = head.read_text("utf-8").replace(before, after)
    content = json.loads(script.removesuffix(");\n").split(",", 2)[2])
    content["versions"] = {kind: "0" * len(named) for kind, named in content["versions"].items()}
    head.write_text(f'boardSearch("index","00000000",{json.dumps(content, ensure_ascii=False)});\n', "utf-8")


@pytest.fixture(params=["server", "disk"])
def held(request, chromium, serve, damaged):
    """A page that has found 食堂 and holds what it read for that; `window.later` puts its clock on."""
    page = chromium.new_page()
    page.add_init_script(
        "const now = performance.now.bind(performance); window.later = 0; performance.now = () => now() + window.later;"
    )
    page.goto(f"{serve(damaged) if request.param == 'server' else damaged.as_uri() + '/'}search/index.html")
    assert results(page, "食堂")
    page.evaluate("() => { window.later += 10000; }")
    yield page
    page.close()


def test_what_an_open_page_holds_is_let_go_after_a_publication(held, damaged):
    """Only a question tells: what it read before is whole, of the old site."""
    published_anew(damaged)
    held.route("**/search/index.js*", lambda route: (time.sleep(0.3), route.continue_()))
    # Typed, then asked for at once: the second question does not overtake what the first finds out.
    assert results(held, "食堂") == []


def test_what_an_open_page_holds_stays_where_nothing_was_published(held):
    asked: list[str] = []
    held.on("request", lambda request: asked.append(request.url))
    assert results(held, "食堂")
    assert len(asked) == 1 and "search/index.js" in asked[0]


def test_what_a_reader_comes_back_to_is_looked_for_anew(held, damaged):
    published_anew(damaged)
    held.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(held.locator(TITLES)).to_have_count(0)


def test_no_index_at_all_is_said(chromium, damaged):
    (damaged / "search" / "index.js").unlink()
    page = chromium.new_page()
    page.goto(f"{damaged.as_uri()}/search/index.html?q=教代会")
    page.get_by_text("搜索的索引没有读到").wait_for()
    page.get_by_text("到档案里按年份查找").wait_for()
    page.close()


def test_a_strict_policy_lets_search_work(chromium, address):
    page = chromium.new_page()
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'"
    )
    refused = []

    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route("**/search/**", answer)
    page.on(
        "console",
        lambda message: "search.js" in message.location.get("url", "") and refused.append(message.text),
    )
    page.goto(f"{address}search/?q=教代会")
    page.locator(TITLES).first.wait_for()
    assert refused == []
    page.close()


@pytest.mark.parametrize(("size", "starts"), [("phone", "tap"), ("desktop", "key")])
def test_the_script_is_fetched_when_somebody_searches(chromium, address, size, starts):
    """What a reader types before it has arrived is looked for."""
    page = chromium.new_page(viewport=SIZES[size])
    held = []
    page.route("**/search.js", lambda route: held.append(route))
    page.goto(address, wait_until="networkidle")
    assert held == []
    page.locator(".nb-search__open").click() if starts == "tap" else page.keyboard.press("/")
    box = page.locator(".nb-search__input")
    expect(box).to_be_focused()
    box.press_sequentially("教代会")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".nb-search__panel .nb-hit__title").first).to_be_visible()
    assert len(held) == 1
    page.close()


def test_a_search_before_the_script_is_there_leads_to_its_page(desktop, address):
    page = desktop.new_page()
    page.route("**/search.js", lambda route: route.abort())
    page.goto(address)
    page.locator(".nb-search__input").fill("教代会")
    page.locator(".nb-search__input").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    page.close()


def test_who_types_before_any_script_is_there_is_answered(desktop, address):
    page = desktop.new_page()
    held = []
    page.route("**/search-box.js", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    page.locator(".nb-search__input").fill("教代会")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".nb-search__panel .nb-hit__title").first).to_be_visible()
    page.close()


def test_the_script_is_asked_for_again_when_it_failed(desktop, address):
    page = desktop.new_page()
    answers = iter((False, True))
    page.route("**/search.js", lambda route: route.continue_() if next(answers) else route.abort())
    page.goto(address)
    with page.expect_event("requestfailed"):
        page.locator(".nb-search__input").click()
    page.locator(".nb-search__input").press_sequentially("教代会")
    expect(page.locator(".nb-search__panel .nb-hit__title").first).to_be_visible()
    page.close()


def test_a_box_that_is_left_closes_before_the_script_is_there(chromium, address):
    page = chromium.new_page(viewport=SIZES["phone"])
    page.route("**/search.js", lambda route: route.abort())
    page.goto(address)
    page.locator(".nb-search__open").click()
    page.keyboard.press("Escape")
    expect(page.locator(".nb-search__open")).to_be_visible()
    page.close()


def test_the_theme_loads_no_search_of_its_own(desktop, address):
    page = desktop.new_page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [
        url for url in loaded if "worker" in url or "search_index" in url or url.startswith("search/")
    ]


def test_search_works_without_directory_addresses_below_a_path(chromium, project):
    head = "---\n类型: 通知\n标题: 食堂通知\n日期: 2026-03-01\n---\n"
    folder = project(
        {"plans/a.md": head, "docs/about.md": "# 关于\n\n食堂的话。\n"}, "use_directory_urls: false\n"
    )
    done = run_mkdocs(folder, "build", "--strict", "--site-dir", "deep/site")
    assert done.returncode == 0, done.stderr
    page = chromium.new_page()
    page.goto(f"{(folder / 'deep/site/search/index.html').as_uri()}?q=食堂")
    page.locator(TITLES).nth(1).wait_for()
    for title in ("食堂通知", "关于"):
        page.get_by_role("link", name=title, exact=True).click()
        expect(page.locator("h1").first).to_contain_text(title)
        page.go_back()
        page.locator(TITLES).nth(1).wait_for()
    page.close()


@pytest.mark.parametrize(
    ("day", "word"),
    [("2026-11-20", "今天17:00截止"), ("2026-11-17", "今天17:00截止"), ("2026-11-21", "已截止")],
)
def test_a_result_says_what_is_left_on_the_readers_day(chromium, base, day, word):
    page = chromium.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00+08:00"))
    page.goto(base + ("search/index.html" if base.startswith("file:") else "search/"))
    results(page, "举办2026年教职工篮球赛的通知")
    mark = page.locator(".nb-hit", has_text="关于举办2026年教职工篮球赛的通知").first.locator(".nb-deadline")
    assert mark.inner_text() == word
    results(page, "学生食堂2026年10月收支公开")
    assert (
        page.locator(".nb-hit", has_text="学生食堂2026年10月收支公开").first.locator(".nb-deadline").count()
        == 0
    )
    page.close()
