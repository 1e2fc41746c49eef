import pytest

from noticeboard.slugs import slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("2026年工会工作计划", "2026-nian-gong-hui-gong-zuo-ji-hua"),
        ("女教师座谈会（终稿） v2", "nv-jiao-shi-zuo-tan-hui-zhong-gao-v2"),
        ("２０２６", "2026"),
        ("Résumé", "resume"),
        ("plan_2026.final", "plan-2026-final"),
        ("——", ""),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_names_become_ascii_words(text, slug):
    assert slug_of(text) == slug
    assert slug_of(text).isascii()
