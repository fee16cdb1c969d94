"""`thidua due`: a table for people, JSON for programs, a calendar for Outlook and telephones."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from building import data_directory
from terminal import Terminal
from thidua_cli.cli.due_groups import Asked, CampaignDues, Item
from thidua_cli.cli.due_ics import due_ics
from thidua_cli.cli.excerpts import columns_of
from thidua_cli.progress.calendar import calendar
from thidua_cli.progress.dues import Outlook
from thidua_cli.progress.questions import question_on

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        divisions:
          - {id: phong-a, name: Phòng A}
          - {id: phong-b, name: "Phòng B, C; D"}
          - {id: cac-phong, name: Các phòng, kind: group, members: [phong-a, phong-b]}
        """,
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        document: {number: 1/KH-SMH, date: 2026-01-05}
        period: {from: on-issue, to: 2027-12-31}
        milestones:
          - {kind: interim-review, when: 2027-Q4, event: đại hội}
        reports:
          - {id: tong-ket, from: cac-phong, to: so, kind: interim, period: 2026, before: 2026-12-15}
          - {id: dot-xuat, from: phong-a, to: so, kind: ad-hoc, due_words: theo yêu cầu}
          - {id: hang-nam, from: so, kind: annual}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - {id: khach, name: Lượt khách, at_least: 1200, unit: lượt, by: 2026, reported_by: [cac-phong]}
          - {id: ai-do, name: Doanh thu, at_least: 1, unit: tỷ đồng}
        """,
    "data/campaigns/1-KH/results/phong-a.yaml": """\
        - period: 2026
          as_of: 2026-12-01
          source: Bảng số liệu
          values:
            khach:
              value: 5
              estimate: true
        """,
}
TABLE = """\
Việc phải làm, tính đến ngày 16/12/2026.

1-KH: Phát động phong trào thi đua năm 2026

Hạn                  Việc                 Đơn vị               Tình trạng
───────────────────  ───────────────────  ───────────────────  ─────────────────
trước ngày           Báo cáo sơ kết năm   Phòng A; Phòng B,    quá hạn 2 ngày
15/12/2026           2026                 C; D
trước ngày           Số liệu năm 2026:    Phòng B, C; D        quá hạn 2 ngày
15/12/2026           Lượt khách
theo yêu cầu         Báo cáo đột xuất     Phòng A              không có ngày hạn
                     (dot-xuat)
hằng năm, kế hoạch   Báo cáo năm 2026     Sở Minh họa          không có ngày hạn
không in ngày
quý IV/2027, gắn     Sơ kết               chưa nói ai          chưa đến hạn
với đại hội
hằng năm, kế hoạch   Báo cáo năm 2027     Sở Minh họa          chưa đến hạn
không in ngày

Đã xong:
  Số liệu năm 2026: Lượt khách – Phòng A: Bảng số liệu (ước)
    data/campaigns/1-KH/results/phong-a.yaml:6:14

1 chỉ tiêu, nhiệm vụ chưa giao cho đơn vị nào nên không biết ai nợ: ai-do.

Cộng: 3 quá hạn; 2 không có ngày hạn; 2 chưa đến hạn; 1 đã xong. Sắp đến hạn là
còn không quá 30 ngày.
"""


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def calendar_of(text: str) -> Calendar:
    read = Calendar.from_ical(text)
    assert isinstance(read, Calendar)
    return read


def test_the_table_says_what_is_due_who_owes_it_and_what_shows_that_it_is_done(office: Terminal) -> None:
    assert office("due", "--as-of", "2026-12-16") == (0, TABLE, "")


def test_a_unit_sees_its_own_what_it_is_owed_and_its_campaigns_apart(office: Terminal) -> None:
    shown = office("due", "-u", "so", "--as-of", "2026-12-01").out

    headings = [line for line in shown.splitlines() if line.endswith(":") and not line.startswith("Đã xong")]
    assert headings == [
        "Việc của Sở Minh họa:",
        "Việc mà Sở Minh họa nhận hoặc theo dõi:",
        "Mốc của phong trào do Sở Minh họa ban hành hoặc chủ trì:",
    ]
    assert "sắp đến hạn: còn 13\n" in shown


def test_years_to_come_of_a_yearly_report_are_one_row(office: Terminal) -> None:
    path = office.directory / "data/campaigns/1-KH/campaign.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2027-12-31", "2029-12-31"), encoding="utf-8")

    shown = office("due", "--as-of", "2026-12-16").out

    assert (
        "Báo cáo năm 2027,    Sở Minh họa          chưa đến hạn\nkhông in ngày        2028, 2029\n" in shown
    )


def test_a_unit_that_nothing_concerns_is_told_so(office: Terminal) -> None:
    (office.directory / "data/units/khac.yaml").write_text("{id: khac, name: Khác}\n", encoding="utf-8")

    assert office("due", "-u", "khac", "--as-of", "2026-12-01").out == (
        "Việc phải làm liên quan đến Khác, tính đến ngày 01/12/2026.\n\nKhông có việc nào.\n"
    )


@pytest.mark.parametrize(("within", "soon"), [("13d", 3), ("12d", 0), ("13", 3)])
def test_how_near_is_soon_can_be_said(office: Terminal, within: str, soon: int) -> None:
    answer = json.loads(office("due", "--as-of", "2026-12-01", "--within", within, "-f", "json").out)

    assert sum(item["standing"] == "due-soon" for item in answer["items"]) == soon


def test_a_span_that_is_none_is_refused_with_an_example(office: Terminal) -> None:
    assert office("due", "--within", "một tháng") == (
        2,
        "",
        "lỗi: --within: “một tháng” không phải là số ngày.\n  → Ví dụ viết đúng: --within 30d\n",
    )


def test_programs_get_every_unit_by_itself_with_the_line_that_shows_it(office: Terminal) -> None:
    answer = json.loads(office("due", "-u", "so", "--as-of", "2026-12-16", "-f", "json").out)

    done = [item for item in answer["items"] if item["standing"] == "done"]
    assert done == [
        {
            "campaign": "1-KH",
            "kind": "figure",
            "id": "khach",
            "name": "Số liệu năm 2026: Lượt khách",
            "unit": "phong-a",
            "relation": "is-owed",
            "to": ["so"],
            "via": None,
            "period": "2026",
            "deadline": {
                "from": "2026-12-14",
                "to": "2026-12-14",
                "before": "2026-12-15",
                "recurrence": None,
                "event": None,
                "printed": "trước ngày 15/12/2026",
            },
            "standing": "done",
            "days_left": None,
            "shown_by": [
                {
                    "words": "Bảng số liệu (ước)",
                    "path": "data/campaigns/1-KH/results/phong-a.yaml",
                    "line": 6,
                    "column": 14,
                }
            ],
            "because": None,
            "path": "data/campaigns/1-KH/targets.yaml",
            "line": 2,
            "column": 5,
        }
    ]
    assert [item["days_left"] for item in answer["items"] if item["standing"] == "overdue"] == [-2, -2, -2]
    assert answer["unassigned"] == [{"campaign": "1-KH", "items": ["ai-do"]}]


def test_a_calendar_library_reads_the_deadlines_at_their_own_precision(office: Terminal) -> None:
    said = office("due", "--as-of", "2026-12-16", "-f", "ics")

    events = {str(event["UID"]): event for event in calendar_of(said.out).walk("VEVENT")}
    assert {
        uid: (event.decoded("DTSTART"), event.decoded("DTEND"), str(event["SUMMARY"]))
        for uid, event in events.items()
    } == {
        "1-KH.report.tong-ket.2026-12-31@all.thidua": (
            date(2026, 12, 14),
            date(2026, 12, 15),
            "1-KH: Báo cáo sơ kết năm 2026 (còn 2/2 đơn vị)",
        ),
        "1-KH.figure.khach.2026-12-31@all.thidua": (
            date(2026, 12, 14),
            date(2026, 12, 15),
            "1-KH: Số liệu năm 2026: Lượt khách (còn 1/2 đơn vị)",
        ),
        "1-KH.report.hang-nam.2026-12-31@all.thidua": (
            date(2026, 1, 1),
            date(2027, 1, 1),
            "1-KH: Báo cáo năm 2026 (còn 1/1 đơn vị)",
        ),
        "1-KH.report.hang-nam.2027-12-31@all.thidua": (
            date(2027, 1, 1),
            date(2028, 1, 1),
            "1-KH: Báo cáo năm 2027 (còn 1/1 đơn vị)",
        ),
        "1-KH.milestone.interim-review-1@all.thidua": (date(2027, 10, 1), date(2028, 1, 1), "1-KH: Sơ kết"),
    }
    assert str(events["1-KH.figure.khach.2026-12-31@all.thidua"]["DESCRIPTION"]) == (
        "Hạn: trước ngày 15/12/2026\n"
        "Phòng B, C; D: quá hạn 2 ngày\n"
        "Phòng A: đã xong, Bảng số liệu (ước) (data/campaigns/1-KH/results/phong-a.yaml:6:14)"
    )
    assert said.err == "1 việc không có ngày hạn nên không đưa vào lịch: xem thidua due\n"


def test_an_event_keeps_its_name_when_its_deadline_moves_and_when_a_unit_is_done(office: Terminal) -> None:
    before = office("due", "--as-of", "2026-06-01", "-f", "ics").out
    path = office.directory / "data/campaigns/1-KH/campaign.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-12-15", "2026-12-20"), encoding="utf-8")

    after = office("due", "--as-of", "2026-12-16", "-f", "ics").out

    names = [{str(event["UID"]) for event in calendar_of(text).walk("VEVENT")} for text in (before, after)]
    assert names[0] == names[1]


def test_the_calendar_has_no_clock_in_it_and_the_same_bytes_each_time(office: Terminal) -> None:
    words = ("due", "--as-of", "2026-12-16", "-f", "ics", "-u", "so", "-o", "lich.ics")
    first = office(*words)
    written = (office.directory / "lich.ics").read_bytes()

    second = office(*words)

    assert (first.code, first.out, first.err.splitlines()[-1]) == (0, "", "Đã ghi: lich.ics")
    assert second.err.splitlines()[-1] == "Không thay đổi: lich.ics"
    assert (office.directory / "lich.ics").read_bytes() == written
    assert set(re.findall(rb"\d{8}T\d{6}Z", written)) == {b"20261216T000000Z"}
    assert b"@so.thidua" in written
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


@pytest.mark.parametrize("form", ["table", "json", "ics"])
def test_a_file_that_says_something_else_is_replaced_only_when_told_so(office: Terminal, form: str) -> None:
    path = office.directory / "ra.txt"
    path.write_text("của người khác\n", encoding="utf-8")
    words = ("due", "--as-of", "2026-12-16", "-f", form, "-o", "ra.txt")

    refused, kept = office(*words), path.read_text(encoding="utf-8")
    forced = office(*words, "--force")

    assert (refused.code, kept) == (2, "của người khác\n")
    assert refused.err.splitlines()[-2:] == [
        "lỗi: Đã có tệp “ra.txt” với nội dung khác.",
        "  → Hãy dùng -o để ghi ra tên khác, hoặc --force để thay tệp ấy.",
    ]
    assert (forced.code, forced.err.splitlines()[-1]) == (0, "Đã ghi: ra.txt")


NAMES = st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=1)


@given(NAMES.filter(lambda name: name.strip()))
def test_a_calendar_library_reads_back_any_name(name: str) -> None:
    with TemporaryDirectory() as folder:
        target = f"{{id: t, name: {json.dumps(name, ensure_ascii=False)}, unit: lượt, at_least: 1, reported_by: [so]}}"
        found = data_directory(
            Path(folder),
            {
                "data/units/so.yaml": "{id: so, name: Sở}",
                "data/campaigns/pt/campaign.yaml": "{name: pt, issuer: so, period: {from: 2026, to: 2026}}",
                "data/campaigns/pt/targets.yaml": f"targets: [{target}]\n",
            },
        ).repository
    campaign = found.campaigns["pt"]
    items = tuple(
        Item(due, None) for due in calendar(Outlook(question_on(found, campaign, date(2026, 5, 5))))
    )

    text = due_ics(Asked(date(2026, 5, 5), 30, None), [CampaignDues(campaign, items, ())], found)

    [event] = calendar_of(text).walk("VEVENT")
    written = unicodedata.normalize("NFC", name).strip()
    assert str(event["SUMMARY"]) == f"pt: Số liệu năm 2026: {written} (còn 1/1 đơn vị)"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_no_line_of_the_table_is_wider_than_a_narrow_terminal(office: Terminal) -> None:
    for unit in ("so", "phong-a"):
        shown = office("due", "--as-of", "2026-12-16", "-u", unit).out
        assert max(columns_of(line) for line in shown.splitlines()) <= 80
