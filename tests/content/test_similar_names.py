import pytest

from noticeboard.content.similar_names import nearest

KEYS = ("标题", "类型", "日期", "公示期", "责任部门", "编号", "title", "date")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("责任部们", "责任部门"),
        ("公式期", "公示期"),
        ("標題", "标题"),
        ("Title", "title"),
        ("ｄａｔｅ", "date"),
        ("tilte", "title"),
        ("责任人部门", "责任部门"),
        ("发文日期", "日期"),
        ("密级", None),
        ("！", None),
        ("", None),
    ],
)
def test_nearest(word: str, known: str | None) -> None:
    assert nearest(word, KEYS) == known


def test_the_same_sound_comes_before_the_same_signs() -> None:
    assert nearest("公示.pdf", ["公示2.pdf", "公式.pdf"]) == "公式.pdf"
    assert nearest("IMG.JPG", ["IMG1.JPG", "img.jpg"]) == "img.jpg"


def test_nothing_is_like_nothing() -> None:
    assert nearest("标题", ()) is None
