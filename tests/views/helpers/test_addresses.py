import pytest

from noticeboard.views.helpers.addresses import file_address, relative, whole


@pytest.mark.parametrize(
    ("target", "page", "link", "from_disk"),
    [
        ("", "", "./", "index.html"),
        ("", "months/2026/", "../../", "../../index.html"),
        ("months/", "", "months/", "months/index.html"),
        ("months/2026/03/", "months/2026/", "03/", "03/index.html"),
        ("months/2026/", "months/2026/03/", "../", "../index.html"),
        ("months/2026/03/", "months/2026/03/", "./", "index.html"),
        ("plans/2026/a/#b", "plans/2026/c/", "../a/#b", "../a/index.html#b"),
        ("plans/2026/a/", "months/2026/03/", "../../../plans/2026/a/", "../../../plans/2026/a/index.html"),
        ("board.json", "months/", "../board.json", "../board.json"),
        ("plans/2026/a.pdf", "plans/2026/a/", "../a.pdf", "../a.pdf"),
    ],
)
def test_links_are_relative_to_their_page(target, page, link, from_disk):
    assert relative(target, page, directory_urls=True) == link
    assert relative(target, page, directory_urls=False) == from_disk


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("plans/2026/budget.xlsx", "plans/2026/budget.xlsx"),
        ("plans/2026/Budget_v2.XLSX", "plans/2026/Budget_v2.XLSX"),
        ("plans/东校区/a.pdf", "plans/dong-xiao-qu/a.pdf"),
    ],
)
def test_plain_names_stay(path, address):
    assert file_address(path) == address


def test_names_that_sound_alike_do_not_collide():
    one, other = file_address("plans/2026/公示.pdf"), file_address("plans/2026/公式.pdf")
    assert one != other
    assert one.startswith("plans/2026/gong-shi-") and one.endswith(".pdf")


@pytest.mark.parametrize(
    "name", ["空 格.pdf", "#井号.pdf", "a?b.pdf", "🎉.png", "没有后缀", "a%20b.pdf", "-x.pdf"]
)
def test_odd_names_become_ascii(name):
    address = file_address(f"plans/{name}")
    assert address.isascii()
    assert not set(address) & set(" #?%&\\\"'<>")


@pytest.mark.parametrize(
    ("site_url", "directory_urls", "address"),
    [
        ("http://gonghui.example/", True, "http://gonghui.example/plans/2026/a/"),
        ("http://oa.example/gonghui", True, "http://oa.example/gonghui/plans/2026/a/"),
        ("http://gonghui.example/", False, "http://gonghui.example/plans/2026/a/index.html"),
        ("", True, None),
        (None, False, None),
    ],
)
def test_a_whole_address_needs_a_site_that_knows_its_own(site_url, directory_urls, address):
    assert whole(site_url, "plans/2026/a/", directory_urls=directory_urls) == address
