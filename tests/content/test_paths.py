import pytest

from noticeboard.content.repository.paths import beside, beside_url, candidates

DOCUMENT = "plans/2026/计划.md"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("表.xlsx", "plans/2026/表.xlsx"),
        ("./附件/表.xlsx", "plans/2026/附件/表.xlsx"),
        ("附件\\表.xlsx", "plans/2026/附件/表.xlsx"),
        ("../2025/总结.md", "plans/2025/总结.md"),
        ("完成率95%20人.xlsx", "plans/2026/完成率95%20人.xlsx"),
        ("..表.xlsx", "plans/2026/..表.xlsx"),
        ("/plans/2025/总结.md", "plans/2025/总结.md"),
        (" 表.xlsx ", "plans/2026/表.xlsx"),
        ("../../docs/about.md", "docs/about.md"),
    ],
)
def test_a_path_is_read_from_the_document(written, path):
    assert beside(DOCUMENT, written) == path


@pytest.mark.parametrize("written", ["../../../etc/passwd", "..\\..\\..\\secret", "/../x", "a\0b"])
def test_a_path_out_of_the_repository_is_none(written):
    assert beside(DOCUMENT, written) is None


@pytest.mark.parametrize(
    "written",
    [
        "D:\\工会\\表.xlsx",
        "c:/表.xlsx",
        "\\\\server\\表.xlsx",
        "http://a.example/表.xlsx",
        "file:///D:/表.xlsx",
    ],
)
def test_a_path_on_a_disk_or_in_the_web_is_none(written):
    assert beside(DOCUMENT, written) is None


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("%E8%A1%A8.xlsx", "plans/2026/表.xlsx"),
        ("表%201.xlsx", "plans/2026/表 1.xlsx"),
        ("%2e%2e/%2e%2e/%2e%2e/x", None),
        ("%00", None),
    ],
)
def test_percent_signs_of_a_link_are_read(written, path):
    assert beside_url(DOCUMENT, written) == path


def test_a_reference_is_sought_beside_the_document_then_in_plans():
    assert candidates(DOCUMENT, "2025/计划.md") == ("plans/2026/2025/计划.md", "plans/2025/计划.md")


def test_a_reference_never_leads_out_of_plans():
    assert candidates(DOCUMENT, "../../mkdocs.yml") == ()
