"""What templates can say of a value: `{{ day | chinese_date }}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from noticeboard.catalog.dues import dues_in
from noticeboard.content.activities.activity import says_more_than_months
from noticeboard.content.documents import TYPES
from noticeboard.views.helpers.activity_times import on_holidays, original_time, when
from noticeboard.views.helpers.day_words import chinese_date, short_date, time_left, weekday
from noticeboard.views.helpers.wording import (
    NOTICE_WORDS,
    STATE_WORDS,
    cell_word,
    choice_word,
    due_note,
    due_word,
    file_kind,
    file_size,
    fund_difference,
    mail_link,
    missing_words,
    money,
    postponed_note,
    proposal_word,
    record_word,
    resolution_word,
    short_code,
    state_key,
    state_note,
    state_word,
)

FILTERS: Mapping[str, Callable[..., object]] = {
    "chinese_date": chinese_date,
    "short_date": short_date,
    "weekday": weekday,
    "time_left": time_left,
    "state_key": state_key,
    "state_word": state_word,
    "state_note": state_note,
    "postponed_note": postponed_note,
    "word_of_state": STATE_WORDS.__getitem__,
    "when": when,
    "on_holidays": on_holidays,
    "original_time": original_time,
    "file_kind": file_kind,
    "file_size": file_size,
    "type_word": lambda kind: TYPES[kind].label,
    "choice_word": choice_word,
    "is_exact": lambda step: says_more_than_months(step.words),
    "record_word": record_word,
    "missing_words": missing_words,
    "cell_word": cell_word,
    "month_anchor": lambda month: f"nb-{month}",
    "short_code": short_code,
    "mail_link": mail_link,
    "is_dialled": lambda number: re.fullmatch(r"\d[\d\- ]{6,}", number) is not None,
    "proposal_word": proposal_word,
    "resolution_word": resolution_word,
    "money": money,
    "fund_difference": fund_difference,
    "due_word": due_word,
    "due_note": due_note,
    "dues_in": dues_in,
    "notice_word": NOTICE_WORDS.__getitem__,
}
