from datetime import UTC, date, datetime

import pytest

from noticeboard.edition import edition_from

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_the_day_is_that_of_beijing():
    assert edition_from({}, datetime(2026, 11, 20, 15, 59, tzinfo=UTC)).today == date(2026, 11, 20)
    assert edition_from({}, datetime(2026, 11, 20, 16, 0, tzinfo=UTC)).today == date(2026, 11, 21)


def test_source_date_epoch_sets_the_day():
    assert edition_from({"SOURCE_DATE_EPOCH": "0"}, NOON).today == date(1970, 1, 1)


def test_the_audience_is_internal_unless_said():
    assert edition_from({}, NOON).audience == "internal"
    assert edition_from({"BOARD_AUDIENCE": "public"}, NOON).audience == "public"


@pytest.mark.parametrize(
    "environment",
    [{"SOURCE_DATE_EPOCH": "today"}, {"SOURCE_DATE_EPOCH": "9" * 30}, {"BOARD_AUDIENCE": "对外"}],
)
def test_nonsense_is_refused(environment):
    with pytest.raises(ValueError, match="环境变量"):
        edition_from(environment, NOON)


def test_only_a_preview_may_edit():
    assert edition_from({"BOARD_EDIT": "1"}, NOON, drafts=True).edits
    assert not edition_from({"BOARD_EDIT": "1"}, NOON).edits
    assert not edition_from({}, NOON, drafts=True).edits
