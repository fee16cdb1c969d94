"""A unit reports upward: on its own letterhead, to whom the plan says, through whom it says, and about itself alone."""

from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import ReportChoice, choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.periods import parse_period
from thidua_cli.repository.index import Repository
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Appendix, Document, Heading, Item, Paragraph, Run, Table, plain_text

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": """
        id: so
        name: Sở Minh họa
        symbol: SMH
        parent: ubnd
        divisions:
          - {id: phong, name: Phòng Tổng hợp}
          - {id: doi-a, name: Đội A, letterhead: [ĐỘI A]}
          - {id: doi-b, name: Đội B, divisions: [{id: to-b, name: Tổ B}]}
          - {id: cac-doi, name: Các đội, kind: group, members: [doi-a, doi-b]}
        """,
    "data/units/ubnd.yaml": "{id: ubnd, name: Ủy ban nhân dân tỉnh}",
    "data/units/xa.yaml": "{id: xa, name: Ủy ban nhân dân xã, parent: ubnd}",
    "data/units/moi-noi.yaml": "{id: moi-noi, name: Các địa phương, kind: group}",
    "data/campaigns/pt/campaign.yaml": """
        name: phong trào thi đua năm 2026
        issuer: so
        document: {number: 19/KH-SMH, date: 2026-01-30, place: Cao Bằng}
        period: {from: on-issue, to: 2026-12-31}
        reports:
          - {id: cua-doi, from: cac-doi, to: so, via: phong, kind: final, before: 2026-12-15}
          - {id: tong-hop, from: phong, to: ubnd, kind: final, due_words: theo quy định}
          - {id: dia-phuong, from: moi-noi, to: so, via: phong, kind: annual}
        signature: {title: GIÁM ĐỐC, name: Người Ký}
        filing: VT, TH
        """,
    "data/campaigns/pt/targets.yaml": """
        targets:
          - {id: khach, name: Lượt khách, unit: lượt, at_least: 100, reported_by: [doi-a, doi-b]}
          - {id: xa, kind: share, name: Tỷ lệ xã, reach: 70, reported_by: [doi-b]}
        tasks:
          - {id: de-an, name: Xây dựng đề án, responsible: [doi-a]}
          - {id: quy-che, name: Ban hành quy chế, responsible: [cac-doi]}
        """,
    "data/campaigns/pt/allocations.yaml": "[{target: khach, units: {doi-a: 60, doi-b: 40}}]",
    "data/campaigns/pt/results/doi-a.yaml": """
        - {period: 2026, as_of: 2026-12-31, source: Báo cáo số 1, values: {khach: 75},
           tasks: {de-an: done, quy-che: under-way}}
        """,
    "data/campaigns/pt/results/doi-b.yaml": """
        - {period: 2026, as_of: 2026-12-31, source: Báo cáo số 2, values: {khach: 30}}
        """,
    "data/initiatives/2026/doi-a.yaml": """
        - id: so-tay
          title: Sổ tay số
          authors: [{name: Lê An, share: 100}]
          campaigns: [pt]
          history: [{status: recognised, on: 2026-05-05, council: Hội đồng Sở, decision: 45/QĐ-SMH}]
        """,
    "data/initiatives/2026/doi-b.yaml": """
        - id: ban-do
          title: Bản đồ số
          authors: [{name: Mai Bình, share: 100}]
          campaigns: [pt]
          history: [{status: recognised, on: 2026-06-05, council: Hội đồng Sở, decision: 46/QĐ-SMH}]
        """,
}
DAY = date(2027, 1, 5)


def repository(tmp_path: Path, **more: str) -> Repository:
    written: dict[str, str | bytes] = {f"data/campaigns/pt/reports/{n}.md": t for n, t in more.items()}
    loaded = data_directory(tmp_path, {**FILES, **written})
    assert loaded.findings == ()
    return loaded.repository


def chosen(found: Repository, unit: str | None, kind: str | None = None) -> ReportChoice:
    period = parse_period("2026") if kind else None
    return choose_report(sender_of(found, found.campaigns["pt"], unit), DAY, period=period, kind=kind)


def report(found: Repository, unit: str | None, kind: str | None = "final") -> Document:
    return compose_report(found, chosen(found, unit, kind), DAY, load_profile("nd30"))


def lines(document: Document) -> list[str]:
    """What the body and its appendices say, a line each; cells apart from each other."""
    found: list[str] = []
    for block in document.blocks:
        inner = block.blocks if isinstance(block, Appendix) else (block,)
        if isinstance(block, Appendix):
            found.append(f"Phụ lục: {plain(block.title)}")
        for one in inner:
            match one:
                case Paragraph(runs) | Heading(runs=runs) | Item(runs=runs):
                    found.append(plain(runs))
                case Table():
                    found += [" | ".join(plain(cell) for cell in row.cells) for row in one.rows]
    return found


def plain(runs: tuple[Run, ...]) -> str:
    return plain_text(run for run in runs if not run.blank)


def test_the_letterhead_and_the_addressee_are_the_units_own(tmp_path: Path) -> None:
    frame = report(repository(tmp_path), "doi-a").frame

    assert (frame.superior, frame.issuer, frame.issuer_symbol) == (("Sở Minh họa",), ("ĐỘI A",), None)
    assert frame.addressees == ((Run("Sở Minh họa (qua Phòng Tổng hợp)"),),)
    assert (frame.place, frame.filing, frame.signature.name) == ("Cao Bằng", None, None)


def test_who_passes_reports_on_sends_its_own_straight(tmp_path: Path) -> None:
    path = "data/campaigns/pt/campaign.yaml"
    campaign = str(FILES[path]).replace("to: so, via: phong, kind: final", "to: so, via: doi-b, kind: final")
    found = data_directory(tmp_path, {**FILES, path: campaign}).repository

    to = {unit: report(found, unit).frame.addressees for unit in ("doi-a", "doi-b")}

    assert to == {"doi-a": ((Run("Sở Minh họa (qua Đội B)"),),), "doi-b": ((Run("Sở Minh họa"),),)}


def test_it_says_what_the_unit_was_given_and_reached_and_nothing_of_others(tmp_path: Path) -> None:
    said = lines(report(repository(tmp_path), "doi-a"))

    assert "Đơn vị được giao 01 chỉ tiêu. Kết quả: 01/01 chỉ tiêu đạt và vượt (vượt 01, đạt 0)." in said
    assert "1 | Lượt khách | lượt | ≥ 60 | 75 | 125% | Vượt" in said
    assert "Lượt khách: 75\u00a0lượt, vượt 25% kế hoạch." in said
    assert "Đơn vị được giao 02 nhiệm vụ: 01 nhiệm vụ hoàn thành; 01 nhiệm vụ quá hạn." in said
    assert "Tính đến ngày 05/01/2027, đơn vị đã có đủ số liệu của 01/01 chỉ tiêu phải báo cáo." in said
    assert "Đã đăng ký 01 sáng kiến, giải pháp; 01 được công nhận, của 01 tác giả." in said
    assert not any("Tỷ lệ xã" in line or "Bản đồ số" in line or "Đội B" in line for line in said)


def test_what_the_unit_has_not_sent_is_named(tmp_path: Path) -> None:
    said = lines(report(repository(tmp_path), "doi-b"))

    assert (
        "Tính đến ngày 05/01/2027, đơn vị đã có đủ số liệu của 01/02 chỉ tiêu phải báo cáo; còn thiếu: Tỷ lệ xã."
        in said
    )
    assert "Chỉ tiêu số 2: chưa có đủ số liệu của Đội B." in said
    assert "01 chỉ tiêu chưa đạt: Lượt khách (đạt 75% kế hoạch)." in said


def test_the_gathering_unit_reports_on_everybody_by_unit(tmp_path: Path) -> None:
    document = report(repository(tmp_path), "phong")

    assert document.frame.issuer == ("Phòng Tổng hợp",)
    assert document.frame.addressees == ((Run("Ủy ban nhân dân tỉnh"),),)
    said = lines(document)
    assert "1 | Lượt khách | lượt | ≥ 100 | 105 | 105% | Vượt | " in said
    assert said[said.index("Phụ lục: Kết quả theo từng đơn vị") + 1 :] == [
        "Đội A: có số liệu của 01/01 chỉ tiêu",
        "1 | Lượt khách | lượt | ≥ 60 | 75 | 125% | Vượt | Báo cáo số 1",
        "2 | Xây dựng đề án |  | – | – | – | Hoàn thành | Báo cáo số 1",
        "3 | Ban hành quy chế |  | – | – | – | Quá hạn | Báo cáo số 1",
        "Đội B: có số liệu của 01/02 chỉ tiêu",
        "1 | Lượt khách | lượt | ≥ 40 | 30 | 75% | Chưa đạt | Báo cáo số 2",
        "2 | Tỷ lệ xã | % | 70 | chưa có số liệu | – | Chưa có số liệu | ",
        "3 | Ban hành quy chế |  | – | – | – | Chưa có số liệu | ",
    ]


def test_the_papers_that_units_have_sent_are_named(tmp_path: Path) -> None:
    found = repository(tmp_path, **{"doi-a/2026-final": NARRATIVE})

    assert "Đội A: có số liệu của 01/01 chỉ tiêu; đã gửi Báo cáo số 5/BC ngày 14/12/2026" in lines(
        report(found, "phong")
    )


def test_the_opening_names_whose_plan_it_is(tmp_path: Path) -> None:
    found = repository(tmp_path)

    assert lines(report(found, "doi-a"))[0].startswith(
        "Thực hiện Kế hoạch số 19/KH-SMH ngày 30/01/2026 của Sở Minh họa, Đội A báo cáo tổng kết phong trào"
    )
    assert lines(report(found, None))[0].startswith(
        "Thực hiện Kế hoạch số 19/KH-SMH ngày 30/01/2026, Sở Minh họa báo cáo tổng kết phong trào"
    )


NARRATIVE = """\
---
period: 2026
kind: final
number: 5/BC
date: 2026-12-14
place: Hà Quảng
to: ubnd
filing: VT
signature: {title: ĐỘI TRƯỞNG, name: Nguyễn Văn A}
---

# Nguyên nhân

Mưa lũ.
"""


def test_its_narrative_is_its_own(tmp_path: Path) -> None:
    found = repository(tmp_path, **{"doi-a/2026-final": NARRATIVE})
    own, others = report(found, "doi-a"), report(found, "doi-b")

    assert "Mưa lũ." in lines(own)
    assert "Mưa lũ." not in lines(others)
    frame = own.frame
    assert (frame.number, frame.date, frame.place) == ("5", date(2026, 12, 14), "Hà Quảng")
    # whoever is named in the narrative is not reached through the unit that the plan names for another
    assert frame.addressees == ((Run("Ủy ban nhân dân tỉnh"),),)
    assert (frame.filing, frame.signature.name) == ("VT", "Nguyễn Văn A")


@pytest.mark.parametrize(
    ("unit", "kind", "because"),
    [
        ("doi-a", "final", "kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (đã quá hạn 22 ngày)."),
        ("phong", "final", "kế hoạch giao báo cáo này, theo quy định."),
        ("xa", "annual", "kế hoạch giao báo cáo này, không ghi thời hạn."),
    ],
)
def test_told_nothing_it_is_the_report_that_the_plan_orders_of_the_unit(
    tmp_path: Path, unit: str, kind: str, because: str
) -> None:
    choice = chosen(repository(tmp_path), unit)

    assert (choice.kind, choice.period.text, choice.because) == (kind, "2026", because)


def test_a_unit_may_stand_for_a_group_whose_members_nobody_has_listed(tmp_path: Path) -> None:
    found = repository(tmp_path)
    sender = sender_of(found, found.campaigns["pt"], "xa")

    assert (sender.stands_for, sender.is_whole) == ("moi-noi", False)
    assert report(found, "xa", "annual").frame.place == "…………"
    assert sender_of(found, found.campaigns["pt"], "doi-a").stands_for is None


def test_a_dated_paper_of_another_unit_leaves_its_own_report_due(tmp_path: Path) -> None:
    found = repository(tmp_path, **{"doi-b/2026-final": NARRATIVE})

    assert chosen(found, "doi-a").kind == "final"
    assert chosen(found, "doi-b").kind == "periodic"


@pytest.mark.parametrize(
    ("unit", "hint"),
    [("cac-doi", "doi-a, doi-b."), ("moi-noi", "Viết mã của một đơn vị: thidua list units.")],
)
def test_a_group_sends_no_paper(tmp_path: Path, unit: str, hint: str) -> None:
    found = repository(tmp_path)

    with pytest.raises(ThiduaError, match="không tự gửi báo cáo") as refused:
        sender_of(found, found.campaigns["pt"], unit)
    assert (refused.value.hint or "").endswith(hint)
