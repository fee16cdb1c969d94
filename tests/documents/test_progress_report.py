"""A report says what the data say, what a person wrote, and asks for the rest; it claims nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.inserting import blanks_in
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.periods import parse_period
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Heading, Inline, Item, Paragraph, Run, Table, plain_text

UNITS: dict[str, str | bytes] = {
    "data/units/so.yaml": """
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions: [{id: phong, name: Phòng Một}, {id: doi, name: Đội Hai}]
        """,
    "data/units/ubnd.yaml": "{id: ubnd, name: Ủy ban nhân dân tỉnh}",
    "data/units/ubnd-b.yaml": "{id: ubnd-b, name: Ủy ban nhân dân tỉnh B}",
}
CAMPAIGN = """
    name: phong trào thi đua năm 2026
    issuer: so
    document: {number: 19/KH-SMH, date: 2026-01-30, place: Cao Bằng}
    period: {from: on-issue, to: 2026-12-31}
    contents: [{id: mot, title: Thi đua làm một việc}]
    signature: {authority: KT. GIÁM ĐỐC, title: PHÓ GIÁM ĐỐC, name: Người Ký}
    """
TARGETS = """
    targets:
      - {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 100, reported_by: [phong, doi]}
      - {id: xa, kind: share, name: Tỷ lệ xã, reach: 70, reported_by: [phong]}
    tasks:
      - {id: de-an, name: Xây dựng đề án, responsible: [phong]}
    """
RESULTS = """
    - period: 2026
      as_of: 2027-01-10
      source: Báo cáo mẫu số 01
      values:
        khach: 60
        xa: {of: [21, 30]}
      tasks: {de-an: {state: done, shown_by: Quyết định mẫu}}
    """
MORE_RESULTS = "[{period: 2026, as_of: 2027-01-10, source: Báo cáo mẫu số 02, values: {khach: 60}}]"
WHOLE: dict[str, str | bytes] = {
    "data/campaigns/19-KH/results/phong.yaml": RESULTS,
    "data/campaigns/19-KH/results/doi.yaml": MORE_RESULTS,
}
NARRATIVE = """\
---
period: 2026
kind: final
number: 25/BC-SMH
date: 2027-01-12
to: ubnd
---

# Tồn tại, hạn chế

> Việc nào chưa làm được?

Phòng *Một* còn chậm; chỉ tiêu là {{ figure("khach") }}.

- Một mục.
"""
NEXT_YEAR = date(2027, 1, 15)


def report(
    tmp_path: Path,
    files: dict[str, str | bytes],
    as_of: date = NEXT_YEAR,
    campaign: str = CAMPAIGN,
    unit: str | None = None,
) -> Document:
    written = {
        **UNITS,
        "data/campaigns/19-KH/campaign.yaml": campaign,
        "data/campaigns/19-KH/targets.yaml": TARGETS,
        **files,
    }
    loaded = data_directory(tmp_path, written)
    assert loaded.findings == ()
    folder = loaded.repository.campaigns["19-KH"]
    sender = sender_of(loaded.repository, folder, unit)
    choice = choose_report(sender, as_of, period=parse_period("2026"), kind="final")
    return compose_report(loaded.repository, choice, as_of, load_profile("nd30"))


def said(document: Document) -> list[str]:
    """Everything that the body states, a block each; blanks and empty cells left out."""
    texts = (plain_text(run for run in inline if not run.blank) for inline in inlines(document))
    return [text for text in texts if text]


def inlines(document: Document) -> Iterator[Inline]:
    for block in document.blocks:
        match block:
            case Paragraph(runs) | Item(runs=runs) | Heading(runs=runs):
                yield runs
            case Table():
                for row in block.rows:
                    yield (Run(" | ".join(plain_text(cell) for cell in row.cells)),)


def cell_of(document: Document, table: int, row: int, column: int) -> str:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return plain_text(tables[table].rows[row].cells[column])


def test_without_any_result_or_narrative_a_report_claims_nothing(tmp_path: Path) -> None:
    document = report(tmp_path, {})

    assert said(document) == [
        (
            "Thực hiện Kế hoạch số 19/KH-SMH ngày 30/01/2026, Sở Minh họa báo cáo tổng kết phong trào thi đua năm 2026 "
            "như sau. Số liệu trong báo cáo này là của năm 2026, tổng hợp đến ngày 15/01/2027."
        ),
        "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN",
        "Công tác lãnh đạo, chỉ đạo",
        "Thông tin, tuyên truyền",
        "Kiểm tra, đôn đốc",
        "Chế độ báo cáo của các đơn vị",
        (
            "Tính đến ngày 15/01/2027, chưa có đơn vị nào trong 02 đơn vị được giao báo cáo có đủ số liệu các chỉ tiêu "
            "của mình; còn thiếu: Phòng Một; Đội Hai."
        ),
        "KẾT QUẢ THỰC HIỆN",
        "Kết quả thực hiện các chỉ tiêu",
        "Kế hoạch đề ra 02 chỉ tiêu. Có 02 chỉ tiêu chưa có số liệu.",
        "1 | Lượt khách | nghìn lượt | ≥ 100 | chưa có số liệu | Chưa có số liệu | 0/2 đơn vị có số liệu",
        "2 | Tỷ lệ xã | % | 70 | chưa có số liệu | Chưa có số liệu | 0/1 đơn vị có số liệu",
        "Chưa tính được hoặc chưa đánh giá được vì còn thiếu:",
        "Chỉ tiêu số 1: chưa có đủ số liệu của Phòng Một; Đội Hai.",
        "Chỉ tiêu số 2: chưa có đủ số liệu của Phòng Một.",
        "Kết quả, số liệu và nguồn số liệu của từng đơn vị ở Phụ lục “Kết quả theo từng đơn vị” kèm theo Báo cáo này.",
        "Kết quả thực hiện các nhiệm vụ",
        "Kế hoạch đề ra 01 nhiệm vụ: 01 nhiệm vụ chưa có số liệu.",
        "1 | Xây dựng đề án | Phòng Một | Chưa có số liệu",
        "Kết quả theo từng nội dung thi đua",
        "Thi đua làm một việc",
        "Sáng kiến, giải pháp",
        "Chưa có số liệu về sáng kiến, giải pháp.",
        "Mô hình, điển hình tiên tiến",
        "Công tác khen thưởng",
        "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "Tồn tại, hạn chế",
        "Nguyên nhân",
        "Bài học kinh nghiệm",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "ĐỀ XUẤT, KIẾN NGHỊ",
        "Trên đây là báo cáo tổng kết phong trào thi đua năm 2026 của Sở Minh họa.",
    ]
    # the addressee and one question for each section that only a person can write
    assert len(blanks_in(document)) == 1 + 11


def test_the_sentence_counts_the_rows_of_the_table(tmp_path: Path) -> None:
    document = report(tmp_path, WHOLE)

    assert "Kế hoạch đề ra 02 chỉ tiêu. Kết quả: 02/02 chỉ tiêu đạt và vượt (vượt 01, đạt 01)." in said(
        document
    )
    assert "1 | Lượt khách | nghìn lượt | ≥ 100 | 120 | 120% | Vượt" in said(document)
    assert "2 | Tỷ lệ xã | % | 70 | 70 (21/30) | 100% | Đạt" in said(document)
    assert "1 | Xây dựng đề án | Phòng Một | Hoàn thành | Quyết định mẫu" in said(document)


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        ("40", "Kết quả: 02/02 chỉ tiêu đạt và vượt (vượt 0, đạt 02)."),
        ("39,99", "Kết quả: 01/02 chỉ tiêu đạt và vượt (vượt 0, đạt 01); 01 chỉ tiêu chưa đạt."),
        ("40,01", "Kết quả: 02/02 chỉ tiêu đạt và vượt (vượt 01, đạt 01)."),
    ],
)
def test_a_hair_on_either_side_of_the_goal_decides(tmp_path: Path, figure: str, sentence: str) -> None:
    second = (
        f"[{{period: 2026, as_of: 2027-01-10, source: Báo cáo mẫu số 02, values: {{khach: '{figure}'}}}}]"
    )

    document = report(tmp_path, {**WHOLE, "data/campaigns/19-KH/results/doi.yaml": second})

    assert f"Kế hoạch đề ra 02 chỉ tiêu. {sentence}" in said(document)


def test_what_one_unit_has_not_sent_is_neither_zero_nor_judged(tmp_path: Path) -> None:
    files = {name: text for name, text in WHOLE.items() if "phong" in name}

    document = report(tmp_path, files)

    row = "1 | Lượt khách | nghìn lượt | ≥ 100 | 60 | – | Chưa đủ số liệu | 1/2 đơn vị có số liệu"
    assert row in said(document)


def test_before_the_period_ends_an_estimate_is_called_one_and_nothing_has_failed(tmp_path: Path) -> None:
    estimates = (
        "[{period: 2026, as_of: 2026-11-16, source: Báo cáo mẫu số 01, values: "
        "{khach: {value: 10, estimate: true}, xa: {of: [21, 30], estimate: true}}}]"
    )
    second = "[{period: 2026, as_of: 2026-11-16, source: B, values: {khach: {value: 10, estimate: true}}}]"
    files: dict[str, str | bytes] = {
        "data/campaigns/19-KH/results/phong.yaml": estimates,
        "data/campaigns/19-KH/results/doi.yaml": second,
    }

    document = report(tmp_path, files, date(2026, 11, 21))

    assert (
        "Kế hoạch đề ra 02 chỉ tiêu. Ước cả kỳ: 01/02 chỉ tiêu ước đạt và vượt; 01 chỉ tiêu ước thấp hơn kế hoạch."
        in said(document)
    )
    assert [cell_of(document, 0, row, 6) for row in (0, 1)] == ["Ước có nguy cơ chậm", "Ước đạt"]
    assert not any("hưa đạt" in text for text in said(document))


def test_a_target_under_doubt_shows_its_figure_and_no_verdict_until_somebody_decides(tmp_path: Path) -> None:
    issue = (
        "known_issues: [{anomaly: 002-A01, about: targets.khach, because: Con số quá lớn, decided_by: null}]"
    )

    held = report(tmp_path / "held", WHOLE, campaign=f"{CAMPAIGN}{issue}")
    decided = report(tmp_path / "ok", WHOLE, campaign=f"{CAMPAIGN}{issue.replace('null', 'Giám đốc')}")

    row = "1 | Lượt khách | nghìn lượt | ≥ 100 | 120 | – | Chưa đánh giá | Xem chú thích 1"
    assert row in said(held)
    assert (
        "Chú thích 1 (002-A01): Con số quá lớn. Con số in theo kế hoạch, chưa đánh giá cho đến khi được xác nhận."
        in said(held)
    )
    assert "1 | Lượt khách | nghìn lượt | ≥ 100 | 120 | 120% | Vượt" in said(decided)


def test_a_persons_words_stand_where_their_section_is_and_the_head_fills_the_frame(tmp_path: Path) -> None:
    document = report(
        tmp_path, {**WHOLE, "data/campaigns/19-KH/reports/so/2026-final.md": NARRATIVE.encode()}
    )

    place = said(document).index("Tồn tại, hạn chế")
    no_break = "\u00a0"
    assert said(document)[place + 1 : place + 3] == [
        f"Phòng Một còn chậm; chỉ tiêu là 100{no_break}nghìn lượt.",
        "Một mục.",
    ]
    frame = document.frame
    assert (frame.number, frame.kind_symbol, frame.issuer_symbol) == ("25", "BC", "SMH")
    assert frame.date == date(2027, 1, 12)
    assert frame.addressees == ((Run("Ủy ban nhân dân tỉnh"),),)
    assert frame.signature.name == "Người Ký"


def test_a_specimen_says_so_and_has_neither_number_nor_signer(tmp_path: Path) -> None:
    document = report(
        tmp_path,
        {**WHOLE, "data/campaigns/19-KH/reports/so/2026-final.md": NARRATIVE.encode()},
        campaign=f"{CAMPAIGN}specimen: bản minh họa",
    )

    frame = document.frame
    assert (frame.number, frame.signature.name, frame.notice) == (None, None, "SỐ LIỆU MINH HỌA")


def test_the_same_data_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = report(tmp_path / "a", WHOLE), report(tmp_path / "b", WHOLE)

    assert first == second
    assert write_docx(first, load_profile("nd30")) == write_docx(second, load_profile("nd30"))
    assert write_docx(first, load_profile("nd30")) != write_docx(
        replace(first, issuer_name="Khác"), load_profile("nd30")
    )


@pytest.mark.parametrize(
    ("order", "addressee"),
    [
        ("{id: a, from: so, to: ubnd, kind: final}", (Run("Ủy ban nhân dân tỉnh"),)),
        ("{id: a, from: phong, to: ubnd, kind: final}", (Run("Ủy ban nhân dân tỉnh"),)),
        # what its own divisions send to it, or to each other, is not this report
        ("{id: a, from: phong, to: so, kind: final}", None),
        ("{id: a, from: doi, to: phong, kind: final}", None),
        ("{id: a, from: so, to: ubnd, kind: interim}", None),
    ],
)
def test_the_addressee_is_the_body_outside_that_the_plan_names_for_such_a_report(
    tmp_path: Path, order: str, addressee: Inline | None
) -> None:
    document = report(tmp_path, {}, campaign=f"{CAMPAIGN}reports: [{order}]")

    blank = (Run("nơi nhận báo cáo: kế hoạch không nêu gửi cho cơ quan nào", blank=True),)
    assert document.frame.addressees == (addressee or blank,)


def test_a_report_may_be_for_two(tmp_path: Path) -> None:
    ordered = report(
        tmp_path / "a",
        {},
        campaign=f"{CAMPAIGN}reports: [{{id: a, from: so, to: [ubnd, phong, ubnd-b], kind: final}}]",
    )
    asked = NARRATIVE.replace("to: ubnd", "to: [ubnd-b, ubnd]")
    written = report(tmp_path / "b", {"data/campaigns/19-KH/reports/so/2026-final.md": asked.encode()})

    both = ((Run("Ủy ban nhân dân tỉnh"),), (Run("Ủy ban nhân dân tỉnh B"),))
    assert ordered.frame.addressees == both
    assert written.frame.addressees == tuple(reversed(both))


INITIATIVES = """
    - id: so-tay
      title: Sổ tay số
      authors: [{name: Lê An, share: 66.6}, {name: Mai Bình, share: 33.4, unit: doi}]
      campaigns: [19-KH]
      history:
        - {status: registered, on: 2026-02-01}
        - {status: recognised, on: 2026-05-05, council: Hội đồng Sở, decision: 45/QĐ-SMH}
    - id: ban-do
      title: Bản đồ số
      authors: [{name: Lê An, share: 100}]
      campaigns: [19-KH]
      history:
        - {status: recognised, on: 2026-04-05, council: Hội đồng Sở, decision: 40/QĐ-SMH}
        - {status: recognised, on: 2026-09-05, level: province, decision: 9/QĐ-UBND ngày 05/9/2026}
    - id: kho-anh
      title: Kho ảnh
      authors: [{name: Chu Cúc, share: 100}]
      campaigns: [19-KH]
      history: [{status: submitted, on: 2026-05-05}]
    """


def about_initiatives(document: Document) -> list[str]:
    texts = said(document)
    return texts[texts.index("Sáng kiến, giải pháp") + 1 : texts.index("Mô hình, điển hình tiên tiến")]


def test_recognised_initiatives_stand_in_a_table_with_their_decisions(tmp_path: Path) -> None:
    document = report(tmp_path, {"data/initiatives/2026/phong.yaml": INITIATIVES})

    assert about_initiatives(document) == [
        "Đã đăng ký 03 sáng kiến, giải pháp; 02 được công nhận, của 02 tác giả; 01 chưa có quyết định.",
        "1 | Sổ tay số | Lê An (66,6%); Mai Bình (33,4%) | Phòng Một; Đội Hai | 45/QĐ-SMH, ngày 05/5/2026 | Cơ sở",
        "2 | Bản đồ số | Lê An (100%) | Phòng Một | 9/QĐ-UBND ngày 05/9/2026 | Tỉnh",
        "1 | Đội Hai | chưa có | 1 | chưa có | 1 | 1 | 0",
        "2 | Phòng Một | chưa có | 1 | chưa có | 3 | 2 | 0",
    ]


def test_the_share_of_people_is_said_once_a_headcount_is_known(tmp_path: Path) -> None:
    unit = """
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions:
          - {id: phong, name: Phòng Một, headcount: [{on: 2026-06-30, value: 12}]}
          - {id: doi, name: Đội Hai}
        """
    files: dict[str, str | bytes] = {
        "data/units/so.yaml": unit,
        "data/units/khac.yaml": "{id: khac, name: Sở khác, headcount: [{on: 2026-06-30, value: 90}]}",
        "data/initiatives/2026/phong.yaml": INITIATIVES,
    }

    told = about_initiatives(report(tmp_path, files))
    assert told[-2:] == [
        "1 | Đội Hai | chưa có | 1 | chưa có | 1 | 1 | 0",
        "2 | Phòng Một | 12 | 1 | 8,3% | 3 | 2 | 0",
    ]
    assert told[-3] == (
        "Tính đến ngày 15/01/2027, 01/12 người (8,3%) của 01 đơn vị có ít nhất một sáng kiến, giải pháp được công "
        "nhận trong năm 2026 (tính theo năm được công nhận); 01 đơn vị chưa tính được tỷ lệ."
    )
