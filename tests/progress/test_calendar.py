"""The calendar of a campaign: who owes what by when, as precisely as the plan says, and what shows that it is done."""

from datetime import date, timedelta
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import repository
from thidua_cli.progress.calendar import Relation, calendar, relation
from thidua_cli.progress.deadlines import Deadline
from thidua_cli.progress.dues import Due, Outlook
from thidua_cli.progress.figure_dues import unassigned
from thidua_cli.progress.questions import question_on

HEAD = """\
name: phong trào năm 2026
issuer: so
document: {number: 01/KH-SO, date: 2026-01-30}
period: {from: on-issue, to: 2026-12-31}
"""
REPORT = "{id: bc, from: cac-doi, to: so, kind: final, before: 2026-12-15}"
TARGET = "{id: t, name: Khách, unit: lượt, at_least: 10, reported_by: [cac-doi]}"
TASK = "{id: v, name: Đề án, responsible: [doi-a]}"
EMPTY = repository({})
Files = dict[str, str]


def plan(
    *,
    reports: str = "",
    targets: str = "",
    tasks: str = "",
    head: str = HEAD,
    more: str = "",
    files: Files | None = None,
) -> Files:
    """The files of a campaign; lists are given as one item in braces each line."""
    folder = "data/campaigns/pt"
    return {
        f"{folder}/campaign.yaml": head + _listed("reports", reports) + dedent(more),
        f"{folder}/targets.yaml": _listed("targets", targets) + _listed("tasks", tasks) or "tasks: []\n",
        **{f"{folder}/{name}": dedent(text) for name, text in (files or {}).items()},
    }


def _listed(key: str, items: str) -> str:
    return (
        f"{key}:\n{indent(chr(10).join(f'- {line}' for line in items.splitlines()), '  ')}\n" if items else ""
    )


def dues(files: Files, day: str, within: int = 30) -> tuple[Due, ...]:
    loaded = repository(files)
    folder = loaded.campaigns["pt"]
    return calendar(Outlook(question_on(loaded, folder, date.fromisoformat(day)), timedelta(days=within)))


def said(due: Due) -> str:
    """Thing, unit, days of the deadline and standing: `report bc doi-a 2026-12-14 overdue`."""
    days = due.deadline.moment
    named = "–" if days is None else days.text.split("..")[0] if days.days == 1 else days.text
    return f"{due.kind} {due.id} {due.unit or '–'} {named} {due.standing}"


def shown(due: Due) -> list[str]:
    return [f"{proof.words} @{proof.at}" for proof in due.shown_by]


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2026-11-13", "not-due"),
        ("2026-11-14", "due-soon"),
        ("2026-12-14", "due-soon"),
        ("2026-12-15", "overdue"),
    ],
)
def test_before_a_day_is_strict(day: str, standing: str) -> None:
    [first, second] = dues(plan(reports=REPORT), day)

    assert said(first) == f"report bc doi-a 2026-12-14 {standing}"
    assert said(second) == f"report bc doi-b 2026-12-14 {standing}"


DAYS = st.dates(date(2026, 1, 31), date(2027, 12, 31))


@given(before=DAYS, day=DAYS, within=st.integers(0, 400))
def test_a_deadline_is_passed_on_the_very_day_before_which_it_is(
    before: date, day: date, within: int
) -> None:
    deadline = Deadline.of(before, None)
    outlook = Outlook(question_on(EMPTY, EMPTY.campaigns["pt"], day), timedelta(days=within))

    standing = outlook.standing(deadline)

    assert (standing == "overdue") is (day >= before)
    assert (standing == "due-soon") is (day < before <= day + timedelta(days=within + 1))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2027-10-01", "not-due"),
        ("2027-12-01", "due-soon"),
        ("2027-12-31", "due-soon"),
        ("2028-01-01", "overdue"),
    ],
)
def test_a_quarter_stays_a_quarter_until_its_last_day(day: str, standing: str) -> None:
    head = HEAD.replace("2026-12-31", "2030")
    [due] = dues(plan(reports="{id: sk, from: doi-a, kind: interim, by: 2027-Q4}", head=head), day)

    assert said(due) == f"report sk doi-a 2027-Q4 {standing}"


def test_a_yearly_report_without_a_date_is_due_each_year_and_never_on_a_day() -> None:
    head = HEAD.replace("2026-12-31", "2028")
    files = plan(reports="{id: nam, from: doi-a, to: so, kind: annual}", head=head)

    found = dues(files, "2027-05-05")

    assert [said(due) for due in found] == [
        "report nam doi-a 2026 passed",
        "report nam doi-a 2027 no-date",
        "report nam doi-a 2028 not-due",
    ]
    assert {(due.deadline.last_day, due.deadline.recurrence) for due in found} == {(None, "yearly")}


def test_what_comes_on_request_regularly_or_with_an_event_has_no_day() -> None:
    reports = """\
        {id: yc, from: doi-a, kind: ad-hoc, due_words: theo yêu cầu}
        {id: dk, from: doi-a, kind: periodic}"""
    milestones = "milestones: [{kind: final-review, event: đại hội}]\n"

    found = dues(plan(reports=dedent(reports), more=milestones), "2030-01-01")

    assert [said(due) for due in found] == [
        "milestone final-review-1 – – no-date",
        "report yc doi-a – no-date",
        "report dk doi-a – no-date",
    ]
    event, request, regular = (due.deadline for due in found)
    assert (event.event, request.words, regular.recurrence) == ("đại hội", "theo yêu cầu", "periodic")


def narrative(**keys: str) -> str:
    head = {"period": "2026", "kind": "final", **keys}
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in head.items()), "---\n# Mục\n"])


@pytest.mark.parametrize(
    ("keys", "standing", "proofs"),
    [
        ({}, "overdue", []),
        (
            {"number": "12/BC-DA"},
            "done",
            ["Báo cáo số 12/BC-DA @data/campaigns/pt/reports/doi-a/2026-final.md:4:9"],
        ),
        (
            {"date": "2026-12-10"},
            "done",
            ["Báo cáo chưa ghi số ngày 10/12/2026 @data/campaigns/pt/reports/doi-a/2026-final.md:4:7"],
        ),
        ({"date": "2026-12-25"}, "overdue", []),
    ],
)
def test_a_report_is_done_once_its_paper_has_a_number_or_a_day(
    keys: dict[str, str], standing: str, proofs: list[str]
) -> None:
    files = plan(reports=REPORT, files={"reports/doi-a/2026-final.md": narrative(**keys)})

    mine, others = dues(files, "2026-12-20")

    assert (said(mine), shown(mine)) == (f"report bc doi-a 2026-12-14 {standing}", proofs)
    assert said(others) == "report bc doi-b 2026-12-14 overdue"


RESULT = """\
    - period: {period}
      as_of: 2026-12-10
      source: {source}
      values: {{t: {value}}}
"""


@pytest.mark.parametrize(
    ("source", "period", "done"),
    [
        ("Báo cáo số 7", "2026", True),
        ("Công văn 7/BC-DA", "2026", True),
        ("Điện thoại ngày 10/12", "2026", False),
        ("Báo cáo số 7", "2026-9M", False),
    ],
)
def test_an_entry_shows_a_report_when_its_source_is_one_and_it_covers_the_period(
    source: str, period: str, *, done: bool
) -> None:
    result = RESULT.format(period=period, source=source, value=5)

    [report, _] = dues(
        plan(reports=REPORT, targets=TARGET, files={"results/doi-a.yaml": result}), "2026-12-20"
    )[:2]

    assert report.standing == ("done" if done else "overdue")
    assert shown(report) == ([f"{source} @data/campaigns/pt/results/doi-a.yaml:3:11"] if done else [])


def test_the_report_that_a_part_of_the_issuer_owes_goes_out_as_the_issuers_own() -> None:
    phong = {"data/units/phong.yaml": "{id: phong, name: Phòng, parent: so, kind: division}"}
    reports = "{id: ra, from: phong, kind: final}\n{id: vao, from: phong, to: so, kind: final}"
    files = plan(reports=reports, files={"reports/so/2026-final.md": narrative(number="9/BC-SO")})

    found = dues({**files, **phong}, "2026-12-20")

    assert [said(due) for due in found] == ["report ra phong – done", "report vao phong – no-date"]


def test_a_figure_is_due_with_the_report_that_asks_for_it() -> None:
    files = plan(
        reports="{id: h1, from: cac-doi, kind: interim, period: 2026-H1, before: 2026-07-06}\n" + REPORT,
        targets=TARGET,
        files={"results/doi-a.yaml": RESULT.format(period="2026-H1", source="Điện thoại", value=5)},
    )

    figures = [due for due in dues(files, "2026-12-20") if due.kind == "figure"]

    assert [said(due) for due in figures] == [
        "figure t doi-a 2026-07-05 done",
        "figure t doi-a 2026-12-14 overdue",
        "figure t doi-b 2026-07-05 overdue",
        "figure t doi-b 2026-12-14 overdue",
    ]
    assert [due.because for due in figures] == [None, "mới có số liệu 6 tháng đầu năm 2026", None, None]
    assert shown(figures[0]) == ["Điện thoại @data/campaigns/pt/results/doi-a.yaml:4:15"]


def test_without_a_dated_report_a_figure_is_due_when_its_target_is() -> None:
    targets = TARGET.replace("at_least: 10", "at_least: 10, by: 2026-Q3")

    assert [said(due) for due in dues(plan(targets=targets), "2026-09-15")] == [
        "figure t doi-a 2026-Q3 due-soon",
        "figure t doi-b 2026-Q3 due-soon",
    ]


@pytest.mark.parametrize(
    ("reports", "standing"), [(REPORT, "done"), ("", "estimated")], ids=["before the end", "after the end"]
)
def test_an_estimate_is_enough_only_where_the_figure_is_asked_for_before_the_end(
    reports: str, standing: str
) -> None:
    result = RESULT.format(period="2026", source="Bảng số liệu", value="{value: 5, estimate: true}")
    files = plan(reports=reports, targets=TARGET, files={"results/doi-a.yaml": result})

    [figure] = [due for due in dues(files, "2027-01-10") if due.kind == "figure" and due.unit == "doi-a"]

    assert figure.standing == standing
    assert shown(figure) == ["Bảng số liệu (ước) @data/campaigns/pt/results/doi-a.yaml:4:23"]


def test_a_target_of_every_year_is_asked_for_every_year() -> None:
    head = HEAD.replace("2026-12-31", "2027-12-31")
    targets = "{id: t, name: Khách, unit: lượt, at_least: 10, over_time: each-year, reported_by: [doi-a]}"
    result = RESULT.format(period="2026", source="Bảng", value=5).replace("2026-12-10", "2027-01-05")

    found = dues(plan(head=head, targets=targets, files={"results/doi-a.yaml": result}), "2027-12-05")

    assert [said(due) for due in found] == ["figure t doi-a 2026 done", "figure t doi-a 2027-12-31 due-soon"]


def test_something_to_be_done_is_done_before_its_time() -> None:
    head = HEAD.replace("2026-12-31", "2030")
    targets = "{id: t, kind: milestone, name: Bệnh viện, by: 2030, reported_by: [doi-a]}"
    done = "{state: done, shown_by: Biên bản, on: 2026-12-09}"
    state = RESULT.format(period="2026", source="Bảng", value=done)

    [due] = dues(plan(head=head, targets=targets, files={"results/doi-a.yaml": state}), "2027-01-05")

    assert said(due) == "figure t doi-a 2030 done"


def test_what_stands_inside_a_combination_is_owed_by_whom_the_combination_names() -> None:
    targets = (
        "{id: gop, kind: all-of, name: Gộp, reported_by: [doi-a], children: "
        "[{id: a, name: A, unit: vụ, at_most: 5}, {id: b, name: B, unit: vụ, at_most: 5, reported_by: [doi-b]}]}"
    )

    found = dues(plan(targets=targets), "2026-05-05")

    assert [(due.id, due.unit) for due in found] == [("a", "doi-a"), ("b", "doi-b")]


def test_who_was_given_a_part_of_a_target_owes_its_figure() -> None:
    files = plan(
        targets=TARGET.replace(", reported_by: [cac-doi]", ""),
        files={"allocations.yaml": "- {target: t, units: {doi-a: 4, doi-c: 6}}\n"},
    )

    assert [(due.kind, due.unit) for due in dues(files, "2026-05-05")] == [
        ("figure", "doi-a"),
        ("figure", "doi-c"),
    ]


def test_a_target_that_was_put_off_is_due_later() -> None:
    put_off = "versions: [{from: 2026-06-01, by: 2026-Q4, document: qd}], reported_by: [doi-a]"
    document = {"data/documents.yaml": "- {id: qd, type: Quyết định, number: 1/QĐ-SO, date: 2026-06-01}"}
    files = plan(targets=TARGET.replace("reported_by: [cac-doi]", f"by: 2026-Q2, {put_off}"))

    [before], [after] = dues({**files, **document}, "2026-05-31"), dues({**files, **document}, "2026-06-01")

    assert [said(due) for due in (before, after)] == [
        "figure t doi-a 2026-Q2 due-soon",
        "figure t doi-a 2026-Q4 not-due",
    ]


def test_a_coverage_that_the_initiatives_give_is_owed_by_nobody_but_who_has_no_headcount() -> None:
    targets = "{id: t, kind: coverage, name: Sáng kiến, exactly: 100, reported_by: [doi-a, doi-b]}"
    counted = {"data/units/doi-a.yaml": "{id: doi-a, name: Đội A, headcount: [{on: 2026-02-28, value: 4}]}"}

    found = dues({**plan(targets=targets), **counted}, "2026-05-05")

    assert [(due.id, due.unit) for due in found] == [("t", "doi-b")]


STATE = """\
    - period: {period}
      as_of: 2026-10-10
      source: Báo cáo số 7
      tasks: {{v: {state}}}
"""


@pytest.mark.parametrize(
    ("kind", "period", "state", "standing", "because"),
    [
        ("deliverable", "2026-9M", "under-way", "overdue", "mới báo đang thực hiện"),
        ("deliverable", "2026-9M", "done", "done", None),
        ("zero-tolerance", "2026-9M", "kept", "overdue", "mới báo không để xảy ra vi phạm"),
        ("zero-tolerance", "2026", "kept", "done", None),
    ],
)
def test_a_task_is_done_by_its_state_and_what_must_never_happen_only_at_the_end(
    kind: str, period: str, state: str, standing: str, because: str | None
) -> None:
    tasks = TASK.replace("name: Đề án", f"name: Đề án, kind: {kind}")
    files = plan(tasks=tasks, files={"results/doi-a.yaml": STATE.format(period=period, state=state)})

    [due] = dues(files, "2027-01-05")

    assert (said(due), due.because) == (f"task v doi-a 2026-12-31 {standing}", because)
    assert shown(due) == (
        ["Báo cáo số 7 @data/campaigns/pt/results/doi-a.yaml:4:14"] if standing == "done" else []
    )


def test_what_became_known_later_shows_nothing_yet() -> None:
    files = plan(tasks=TASK, files={"results/doi-a.yaml": STATE.format(period="2026-9M", state="done")})

    [before], [after] = dues(files, "2026-10-09"), dues(files, "2026-10-10")

    assert (before.standing, after.standing) == ("not-due", "done")


def test_a_duty_with_a_deadline_of_its_own_passes_without_being_called_overdue() -> None:
    duty = "{text: Xây dựng kế hoạch, before: 2026-03-01}"
    inner = f"{{units: [cac-doi], duties: [{duty}, Tuyên truyền]}}"
    duties = f"assignments: [{{units: [so], duties: [Chỉ đạo], assignments: [{inner}]}}]\n"

    found = dues(plan(more=duties), "2026-04-04")

    assert [(due.kind, due.unit, due.standing) for due in found] == [
        ("duty", "doi-a", "passed"),
        ("duty", "doi-b", "passed"),
    ]
    assert len({due.id for due in found}) == 1


def test_a_launch_is_shown_by_its_plan_and_a_review_by_the_issuers_report() -> None:
    milestones = "milestones: [{kind: launch, when: 2026-Q1}, {kind: final-review, when: 2026-Q4}]\n"
    files = plan(more=milestones, files={"reports/so/2026-final.md": narrative(number="9/BC-SO")})

    launch, review = dues(files, "2026-12-20")

    assert (said(launch), shown(launch)) == (
        "milestone launch-1 – 2026-Q1 done",
        ["Kế hoạch ngày 30/01/2026 @data/campaigns/pt/campaign.yaml:3:36"],
    )
    assert (said(review), shown(review)) == (
        "milestone final-review-2 – 2026-Q4 done",
        ["Báo cáo số 9/BC-SO @data/campaigns/pt/reports/so/2026-final.md:4:9"],
    )


@pytest.mark.parametrize(("decided", "standing"), [("null", "no-date"), ("Giám đốc Sở", "done")])
def test_a_doubt_that_holds_up_a_verdict_waits_for_a_decision(decided: str, standing: str) -> None:
    doubts = f"known_issues:\n  - {{anomaly: A1, about: targets.t, because: vì, decided_by: {decided}}}\n"
    other = "  - {anomaly: A2, because: lỗi chính tả}\n"

    found = [
        due for due in dues(plan(targets=TARGET, more=doubts + other), "2026-05-05") if due.kind == "decision"
    ]

    assert [said(due) for due in found] == [f"decision t so – {standing}"]


def test_what_nobody_was_told_to_report_is_owed_by_nobody_and_is_named() -> None:
    loaded = repository(
        plan(targets="{id: t, name: Khách, unit: lượt, at_least: 1}", tasks="{id: v, name: Việc}")
    )
    outlook = Outlook(question_on(loaded, loaded.campaigns["pt"], date(2026, 5, 5)))

    assert (calendar(outlook), unassigned(outlook)) == ((), ("t", "v"))


def test_a_unit_sees_what_it_owes_what_it_is_owed_and_what_its_campaigns_schedule() -> None:
    more = """\
        milestones: [{kind: final-review, when: 2026-Q4}]
        assignments: [{units: [doi-c], lead: true, duties: [Chủ trì]}]
        """
    loaded = repository(plan(reports=REPORT.replace("to: so", "to: so, via: doi-b"), more=more))
    folder = loaded.campaigns["pt"]
    found = calendar(Outlook(question_on(loaded, folder, date(2026, 5, 5))))

    def seen_by(unit: str) -> list[Relation | None]:
        return [relation(due, unit, loaded, folder) for due in found]

    assert [due.unit for due in found] == [None, "doi-a", "doi-b"]
    assert seen_by("doi-a") == [None, Relation.OWN, None]
    assert seen_by("doi-b") == [None, Relation.OWED, Relation.OWN]
    assert seen_by("so") == [Relation.SCHEDULED, Relation.OWED, Relation.OWED]
    assert seen_by("doi-c") == [Relation.SCHEDULED, Relation.OWED, Relation.OWED]
    assert seen_by("cac-doi") == [None, Relation.OWN, Relation.OWN]


def test_who_may_be_in_a_group_without_listed_members_is_shown_what_the_group_owes() -> None:
    units = {
        "data/units/nhom.yaml": "{id: nhom, name: Các cơ quan, kind: group}",
        "data/units/so.yaml": "{id: so, name: Sở}",
        "data/units/to.yaml": "{id: to, name: Các tổ, kind: group, parent: so}",
        "data/units/phong.yaml": "{id: phong, name: Phòng, parent: so}",
        "data/units/nguoi.yaml": "{id: nguoi, name: Cán bộ, kind: people}",
    }
    head = HEAD.replace("issuer: so", "issuer: doi-c")
    reports = "{id: a, from: nhom, kind: final}\n{id: b, from: to, kind: final}"
    loaded = repository({**units, **plan(head=head, reports=reports)})
    folder = loaded.campaigns["pt"]
    found = calendar(Outlook(question_on(loaded, folder, date(2026, 5, 5))))

    def seen_by(unit: str) -> list[Relation | None]:
        return [relation(due, unit, loaded, folder) for due in found]

    assert [due.unit for due in found] == ["nhom", "to"]
    assert seen_by("doi-a") == [Relation.POSSIBLE, None]
    assert seen_by("phong") == [Relation.POSSIBLE, Relation.POSSIBLE]
    assert seen_by("so") == [Relation.POSSIBLE, None]
    assert seen_by("nguoi") == [None, None]
    assert seen_by("doi-c") == [Relation.OWED, Relation.OWED]
