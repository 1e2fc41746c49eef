import pytest

from noticeboard.content.paths import beside, candidates

DOCUMENT = "plans/2026/计划.md"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("表.xlsx", "plans/2026/表.xlsx"),
        ("./附件/表.xlsx", "plans/2026/附件/表.xlsx"),
        ("附件\\表.xlsx", "plans/2026/附件/表.xlsx"),
        ("../2025/总结.md", "plans/2025/总结.md"),
        ("%E8%A1%A8.xlsx", "plans/2026/表.xlsx"),
        ("/plans/2025/总结.md", "plans/2025/总结.md"),
        (" 表.xlsx ", "plans/2026/表.xlsx"),
        ("../../docs/about.md", "docs/about.md"),
    ],
)
def test_a_path_is_read_from_the_document(written, path):
    assert beside(DOCUMENT, written) == path


@pytest.mark.parametrize(
    "written", ["../../../etc/passwd", "..\\..\\..\\secret", "/../x", "a\0b", "%2e%2e/%2e%2e/%2e%2e/x"]
)
def test_a_path_out_of_the_repository_is_none(written):
    assert beside(DOCUMENT, written) is None


def test_a_reference_is_sought_beside_the_document_then_in_plans():
    assert candidates(DOCUMENT, "2025/计划.md") == ("plans/2026/2025/计划.md", "plans/2025/计划.md")


def test_a_reference_never_leads_out_of_plans():
    assert candidates(DOCUMENT, "../../mkdocs.yml") == ()
