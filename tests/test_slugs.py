import pytest

from noticeboard import slugs
from noticeboard.slugs import know_slugs, known_slugs, slug_by_words, slug_of


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


@pytest.fixture
def forgetful(monkeypatch):
    """Nothing is known, and nobody can say anything."""

    def silent(text: str, others: object) -> list[str]:
        raise AssertionError(text)

    silent.__name__ = "syllables_of"
    monkeypatch.setattr(slugs, "_known", {})
    monkeypatch.setattr(slugs, "syllables_of", silent)
    slug_of.cache_clear()
    yield
    slug_of.cache_clear()


def test_what_another_process_knew_needs_no_dictionary(forgetful):
    know_slugs({"syllables_of 改名的工会": "gai-ming-de-gong-hui"})
    assert slug_of("改名的工会") == "gai-ming-de-gong-hui"
    assert known_slugs() == {"syllables_of 改名的工会": "gai-ming-de-gong-hui"}


@pytest.mark.parametrize("slug", ["../etc", "a/b", "A", 5, None, ["a"], "gong hui"])
def test_what_cannot_be_a_slug_is_not_taken_over(forgetful, slug):
    know_slugs({"syllables_of 改名的工会": slug})
    assert not known_slugs()


def test_two_ways_to_say_it_are_told_apart():
    assert (slug_of("分工会计划"), slug_by_words("分工会计划")) == (
        "fen-gong-kuai-ji-hua",
        "fen-gong-hui-ji-hua",
    )
    assert {"syllables_of 分工会计划", "syllables_by_words 分工会计划"} <= known_slugs().keys()
