"""The công văn đôn đốc: what a unit owes, by when, by which paper, and nothing that the data do not say."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from building import data_directory
from thidua_cli.documents.inserting import blanks_in
from thidua_cli.documents.reminder import compose_reminder, reminders
from thidua_cli.repository.index import Repository
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Paragraph, Table, plain_text

SO = """\
    id: so
    name: Sở Minh họa
    symbol: SMH
    parent: ubnd
    divisions:
      - {id: phong, name: Phòng Tổng hợp, kind: division}
      - {id: doi-a, name: Đội A, kind: division}
      - {id: doi-b, name: Đội B, kind: division}
      - {id: cac-doi, name: Các đội, kind: group, members: [doi-a, doi-b]}
      - {id: cac-to, name: Các tổ, kind: group}
    """
PLAN = """\
    name: phong trào năm 2026
    issuer: so
    document: {number: 1/KH-SMH, date: 2026-01-05, place: Cao Bằng}
    period: {from: on-issue, to: 2026-12-31}
    filing: VT, TH
    signature: {title: GIÁM ĐỐC, name: Nguyễn Văn A}
    """
REPORT = "{id: bc, from: cac-doi, to: so, via: phong, kind: final, before: 2026-12-15}"
TARGET = "{id: t, name: Khách, unit: lượt, at_least: 10, reported_by: [doi-a]}"
TASK = "{id: v, name: Đề án, by: 2026-11-30, responsible: [doi-a]}"

BODY = """\
Thực hiện Kế hoạch số 1/KH-SMH ngày 05/01/2026, theo số liệu tổng hợp đến ngày 15/12/2026, Sở Minh họa chưa có các nội
dung sau đây của Đội B:

Sở Minh họa đề nghị Đội B gửi các nội dung trên về Sở Minh họa (qua Phòng Tổng hợp) trước ngày thời hạn mới, do người
ký quyết định. Nội dung nào chưa thực hiện được thì nêu rõ lý do và thời gian hoàn thành; nội dung nào đã gửi thì cho
biết số, ngày của văn bản để đối chiếu.
"""


def loaded(tmp_path: Path, **campaigns: str) -> Repository:
    """Campaigns by id, each as the keys that it has besides those of every one; targets stand after a line `===`."""
    files: dict[str, str | bytes] = {
        "data/units/so.yaml": SO,
        "data/units/ubnd.yaml": "{id: ubnd, name: Ủy ban nhân dân tỉnh, letterhead: [UBND TỈNH]}",
    }
    for name, more in campaigns.items():
        keys, _, targets = more.partition("===\n")
        files[f"data/campaigns/{name}/campaign.yaml"] = dedent(PLAN) + keys
        files[f"data/campaigns/{name}/targets.yaml"] = targets or "tasks: []\n"
    found = data_directory(tmp_path, files)
    assert found.findings == ()
    return found.repository


def letters(repository: Repository, day: str) -> dict[str, Document]:
    as_of, profile = date.fromisoformat(day), load_profile("nd30")
    return {
        one.unit: compose_reminder(repository, one, as_of, profile)
        for one in reminders(repository, repository.campaigns.values(), as_of)
    }


def paragraphs(letter: Document) -> list[str]:
    return [plain_text(block.runs) for block in letter.blocks if isinstance(block, Paragraph)]


def test_who_passes_reports_on_is_not_asked_to_send_its_own_through_itself(tmp_path: Path) -> None:
    ordered = REPORT.replace("via: phong", "via: doi-b")

    found = letters(loaded(tmp_path, pt=f"reports: [{ordered}]\n"), "2026-12-15")

    assert "về Sở Minh họa (qua Đội B) trước ngày" in paragraphs(found["doi-a"])[1]
    assert "về Sở Minh họa trước ngày" in paragraphs(found["doi-b"])[1]


def rows(letter: Document) -> list[list[str]]:
    [table] = [block for block in letter.blocks if isinstance(block, Table)]
    return [[plain_text(cell) for cell in row.cells] for row in table.rows]


def test_a_letter_lists_what_a_unit_owes_with_its_deadline_and_the_paper_that_orders_it(
    tmp_path: Path,
) -> None:
    repository = loaded(tmp_path, pt=f"reports: [{REPORT}]\n===\ntargets: [{TARGET}]\ntasks: [{TASK}]\n")

    found = letters(repository, "2026-12-15")

    assert list(found) == ["doi-a", "doi-b"]
    plan = "Kế hoạch số 1/KH-SMH ngày 05/01/2026"
    assert rows(found["doi-a"]) == [
        ["1", "Nhiệm vụ: Đề án", "ngày 30/11/2026", plan],
        ["2", "Báo cáo tổng kết", "trước ngày 15/12/2026", plan],
        ["3", "Số liệu năm 2026: Khách", "trước ngày 15/12/2026", plan],
    ]
    assert rows(found["doi-b"]) == [["1", "Báo cáo tổng kết", "trước ngày 15/12/2026", plan]]


def test_the_letter_asserts_only_what_the_data_do_not_have_and_leaves_the_new_deadline_blank(
    tmp_path: Path,
) -> None:
    letter = letters(loaded(tmp_path, pt=f"reports: [{REPORT}]\n"), "2026-12-15")["doi-b"]

    assert "\n\n".join(paragraphs(letter)) == BODY.replace("\n", " ").replace("  ", "\n\n").strip()
    assert [blank.question for blank in blanks_in(letter)] == ["thời hạn mới, do người ký quyết định"]


def test_the_frame_is_that_of_a_letter_of_the_issuer(tmp_path: Path) -> None:
    frame = letters(loaded(tmp_path, pt=f"reports: [{REPORT}]\n"), "2026-12-15")["doi-b"].frame

    assert (frame.kind, frame.kind_symbol, frame.number, frame.issuer_symbol) == (None, "CV", None, "SMH")
    assert (frame.superior, frame.issuer, frame.place) == (("UBND TỈNH",), ("Sở Minh họa",), "Cao Bằng")
    assert (frame.date, frame.year, frame.filing) == (None, 2026, "VT, TH")
    assert plain_text(frame.subject) == "Đôn đốc gửi báo cáo phong trào thi đua"
    assert [plain_text(line) for line in frame.addressees] == ["Đội B"]
    assert (plain_text(frame.signature.office), frame.signature.name, frame.notice) == (
        "GIÁM ĐỐC",
        "Nguyễn Văn A",
        None,
    )


def test_a_specimen_says_so_and_carries_nobodys_name(tmp_path: Path) -> None:
    frame = letters(loaded(tmp_path, pt=f"specimen: Minh họa\nreports: [{REPORT}]\n"), "2026-12-15")[
        "doi-b"
    ].frame

    assert (frame.notice, frame.signature.name) == ("SỐ LIỆU MINH HỌA", None)


def test_one_letter_covers_all_campaigns_of_its_issuer(tmp_path: Path) -> None:
    other = "reports: [{id: qd, from: doi-b, to: ubnd, kind: periodic, period: 2026-Q1, by: 2026-04-10}]\n"
    repository = loaded(tmp_path, pt=f"reports: [{REPORT}]\n", hai=other)

    letter = letters(repository, "2026-12-15")["doi-b"]

    assert [row[1:3] for row in rows(letter)] == [
        ["Báo cáo định kỳ quý I năm 2026", "ngày 10/4/2026"],
        ["Báo cáo tổng kết", "trước ngày 15/12/2026"],
    ]
    # The plans name different addressees and ways: the letter names the issuer.
    assert "gửi các nội dung trên về Sở Minh họa trước ngày" in paragraphs(letter)[1]


def test_a_yearly_report_without_a_day_may_be_asked_for_once_its_year_is_over(tmp_path: Path) -> None:
    yearly = "reports: [{id: nam, from: cac-to, to: ubnd, via: phong, kind: annual}]\n"
    repository = loaded(tmp_path, pt=yearly)

    assert letters(repository, "2026-12-31") == {}
    letter = letters(repository, "2027-01-05")["cac-to"]
    assert [row[1:3] for row in rows(letter)] == [["Báo cáo năm 2026", "hằng năm, kế hoạch không in ngày"]]
    assert paragraphs(letter)[0].endswith("chưa có các nội dung sau đây của các tổ:")
    assert "về Ủy ban nhân dân tỉnh (qua Phòng Tổng hợp) trước ngày" in paragraphs(letter)[1]


@pytest.mark.parametrize(
    ("successor", "addressee", "named"),
    [
        (", succeeded_by: doi-c", "Đội C", "của Đội Cũ (nay là Đội C):"),
        ("", "đơn vị thay thế Đội Cũ", "của Đội Cũ:"),
    ],
)
def test_a_letter_to_a_unit_that_is_no_more_goes_to_who_has_taken_its_place(
    tmp_path: Path, successor: str, addressee: str, named: str
) -> None:
    report = "reports: [{id: bc, from: doi-cu, to: so, kind: final, before: 2026-12-15}]\n"
    units = f"{{id: doi-cu, name: Đội Cũ, to: 2026-06-30{successor}}}"
    (tmp_path / "data/units").mkdir(parents=True)
    (tmp_path / "data/units/doi-cu.yaml").write_text(units, encoding="utf-8")
    (tmp_path / "data/units/doi-c.yaml").write_text("{id: doi-c, name: Đội C}", encoding="utf-8")

    letter = letters(loaded(tmp_path, pt=report), "2026-12-20")["doi-cu"]

    assert [plain_text(line) for line in letter.frame.addressees] == [addressee]
    assert paragraphs(letter)[0].endswith(named)


@pytest.mark.parametrize(
    "more",
    [
        "assignments: [{units: [doi-a], duties: [{text: Xây dựng kế hoạch, before: 2026-03-01}]}]\n",
        "milestones: [{kind: interim-review, when: 2026-Q2}]\n",
        "reports: [{id: xin, from: doi-a, kind: ad-hoc}]\n",
        "reports: [{id: minh, from: so, kind: final, before: 2026-06-01}]\n",
    ],
    ids=["a duty leaves no trace", "nobody owes a review", "on request", "the issuer itself"],
)
def test_nobody_is_reminded_of_what_the_data_cannot_miss(tmp_path: Path, more: str) -> None:
    assert letters(loaded(tmp_path, pt=more), "2027-06-01") == {}
