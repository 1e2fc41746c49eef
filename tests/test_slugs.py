import pytest

from noticeboard.slugs import slug_by_words, slug_of


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


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("分工会计划", "fen-gong-hui-ji-hua"),
        ("第二分工会计划生育", "di-er-fen-gong-hui-ji-hua-sheng-yu"),
        ("教职工长跑", "jiao-zhi-gong-chang-pao"),
        ("分工会会计", "fen-gong-hui-kuai-ji"),
        ("工会会计", "gong-hui-kuai-ji"),
        ("重庆分工会", "chong-qing-fen-gong-hui"),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_the_words_of_a_union_are_told_apart(text, slug):
    assert slug_by_words(text) == slug
