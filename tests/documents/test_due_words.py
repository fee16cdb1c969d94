"""Deadlines in words: as precise as the plan, and never more."""

from datetime import date

import pytest

from thidua_cli.documents.due_words import until
from thidua_cli.model.periods import parse_moment
from thidua_cli.progress.deadlines import Deadline, Recurrence


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline.of(date(2026, 12, 15), None), "trước ngày 15/12/2026"),
        (Deadline.of(None, parse_moment("2026-06-30")), "ngày 30/6/2026"),
        (Deadline.of(None, parse_moment("2027-Q4")), "quý IV/2027"),
        (Deadline.of(None, parse_moment("2026-06")), "tháng 6/2026"),
        (Deadline.of(None, parse_moment("2026-H1")), "6 tháng đầu năm 2026"),
        (Deadline.of(None, parse_moment("2028")), "năm 2028"),
        (Deadline.of(None, None, "theo quy định"), "theo quy định"),
        (Deadline.of(None, None), "kế hoạch không in ngày"),
        (Deadline(parse_moment("2028"), event="đại hội"), "năm 2028, gắn với đại hội"),
        (Deadline(event="đại hội"), "gắn với đại hội"),
        (Deadline(parse_moment("2026"), recurrence=Recurrence.YEARLY), "hằng năm, kế hoạch không in ngày"),
        (Deadline(recurrence=Recurrence.PERIODIC), "định kỳ, kế hoạch không in ngày"),
        (Deadline(recurrence=Recurrence.PERIODIC, words="thường xuyên"), "định kỳ, thường xuyên"),
        (Deadline(recurrence=Recurrence.PERIODIC, words="định kỳ, theo quy định"), "định kỳ, theo quy định"),
    ],
)
def test_a_deadline_is_worded_as_the_plan_has_it(deadline: Deadline, words: str) -> None:
    assert until(deadline) == words
