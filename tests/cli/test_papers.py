"""`plan`, `report` and `new-report`: what a clerk sees, and what stands on the disk afterwards."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from building import data_directory
from terminal import Terminal

FILES: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions: [{id: phong, name: Phòng Một}]
        """,
    "data/campaigns/19-KH/campaign.yaml": """
        name: phong trào thi đua năm 2026
        issuer: so
        document: {number: 19/KH-SMH, date: 2026-01-30, place: Cao Bằng}
        period: {from: on-issue, to: 2026-12-10}
        reports:
          - {id: tong-ket, from: phong, to: so, kind: final, before: 2026-12-15}
        signature: {title: GIÁM ĐỐC}
        """,
    "data/campaigns/19-KH/plan.md": """\
        # MỤC ĐÍCH

        Thi đua.
        """,
}
PLAN = "KH-19-KH.docx"
REPORT = "BC-19-KH-2026-11-21.docx"
WHY = (
    "Soạn báo cáo tổng kết, kỳ năm 2026: kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (còn 23 ngày).\n"
)


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, FILES)
    return thidua


def text_of(paper: Path) -> str:
    with ZipFile(paper) as package:
        return package.read("word/document.xml").decode()


def edit(paper: Path) -> None:
    """What Word does to a paper: one part is another."""
    with ZipFile(paper) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("Thi đua".encode(), b"Sua tay")
    edited = BytesIO()
    with ZipFile(edited, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    paper.write_bytes(edited.getvalue())


def test_a_plan_is_written_beside_the_clerk_and_said_so(office: Terminal) -> None:
    said = office("plan", "-c", "19/KH-SMH")

    assert (said.code, said.out, said.err) == (0, "", f"Đã ghi: {PLAN}\n")
    assert "Thi đua" in text_of(office.directory / PLAN)


def committee(office: Terminal, day: str = "") -> None:
    """The office becomes one of the Party, and its plan is of this day."""
    unit, campaign = (office.directory / name for name in list(FILES)[1:3])
    unit.write_text(unit.read_text("utf-8") + "system: party\n", "utf-8")
    party = campaign.read_text("utf-8").replace("19/KH-SMH", "19-KH/SMH")
    campaign.write_text(party.replace("date: 2026-01-30", f"date: {day}"), "utf-8")


@pytest.mark.parametrize(
    ("day", "end"), [("2026-05-26", "Thi đua./."), ("2026-05-27", "Thi đua."), ("", "Thi đua.")]
)
def test_the_plan_of_a_party_committee_has_the_form_of_its_day(office: Terminal, day: str, end: str) -> None:
    committee(office, day)

    assert office("plan", "--as-of", "2026-11-21").code == 0

    written = text_of(office.directory / PLAN)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in written
    assert "CỘNG HÒA" not in written
    assert f">{end}<" in written


@pytest.mark.parametrize(("day", "end"), [("2026-05-26", "./."), ("2026-05-27", ".")])
def test_the_report_of_a_party_committee_without_a_date_has_the_form_of_the_day(
    office: Terminal, day: str, end: str
) -> None:
    committee(office)

    assert office("report", "--as-of", day, "-o", "bc.docx").code == 0

    written = text_of(office.directory / "bc.docx")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in written
    assert f"của Sở Minh họa{end}<" in written


def test_a_second_run_changes_nothing(office: Terminal) -> None:
    office("plan")
    before = (office.directory / PLAN).stat().st_mtime_ns

    assert office("plan").err == f"Không thay đổi: {PLAN}\n"
    assert (office.directory / PLAN).stat().st_mtime_ns == before


def test_a_paper_that_was_edited_since_is_replaced_only_by_force(office: Terminal) -> None:
    office("plan")
    edit(office.directory / PLAN)

    refused = office("plan")
    assert (refused.code, refused.err.splitlines()[0]) == (
        2,
        f"lỗi: Tệp “{PLAN}” đã được sửa tay sau khi thidua ghi ra, nên không ghi đè.",
    )
    assert "Sua tay" in text_of(office.directory / PLAN)

    assert office("plan", "--force").err == f"Đã ghi: {PLAN}\n"
    assert "Sua tay" not in text_of(office.directory / PLAN)


def test_a_report_says_which_it_is_and_why_and_what_is_still_to_be_filled_in(office: Terminal) -> None:
    said = office("report", "--campaign", "19-KH", "--as-of", "2026-11-21")

    lines = said.err.splitlines(keepends=True)
    assert (said.code, said.out) == (0, "")
    nobody = "Báo cáo của Sở Minh họa; kế hoạch không nêu gửi cho ai.\n"
    assert lines[:3] == [WHY, nobody, f"Đã ghi: {REPORT}\n"]
    assert lines[3] == "Còn 11 chỗ trống được tô vàng trong văn bản, cần người điền:\n"
    assert lines[5].startswith("  2. Công tác lãnh đạo, chỉ đạo: Đã ban hành")
    questions = [line.strip().rpartition(": ")[2] for line in lines[4:-1]]
    assert len(questions) == 11
    assert lines[-1] == (
        "Tạo tệp lời văn để điền: thidua new-report -c 19-KH --period 2026 --kind final, "
        "hoặc điền thẳng trong Word.\n"
    )
    assert [question in text_of(office.directory / REPORT) for question in questions] == [True] * 11


@pytest.mark.parametrize("kind", ["sơ kết", "So ket", "interim"])
def test_a_kind_of_report_is_known_by_its_vietnamese_name_too(office: Terminal, kind: str) -> None:
    said = office("new-report", "-n", "-c", "19-KH", "--period", "2026-H1", "--kind", kind)

    assert said.err == "CHƯA GHI — chạy thử: data/campaigns/19-KH/reports/so/2026-H1-interim.md\n"


def test_the_next_command_that_is_named_is_the_next_step(office: Terminal) -> None:
    words = ("-c", "19-KH", "--period", "2026-H1", "--kind", "interim")
    path = "data/campaigns/19-KH/reports/so/2026-H1-interim.md"

    made = office("new-report", *words, "--as-of", "2026-11-21")
    said = office("report", *words, "--as-of", "2026-11-21")

    assert made.err.splitlines()[-1] == f"Viết lời văn vào tệp này, rồi chạy: thidua report {' '.join(words)}"
    assert said.err.splitlines()[-1] == f"Điền vào {path} rồi chạy lại, hoặc điền thẳng trong Word."


def test_a_new_narrative_is_made_once_and_its_answers_are_printed(office: Terminal) -> None:
    path = office.directory / "data/campaigns/19-KH/reports/so/2026-final.md"

    made = office("new-report", "--as-of", "2026-11-21")
    assert (made.code, made.err.splitlines()[0]) == (
        0,
        "Đã tạo: data/campaigns/19-KH/reports/so/2026-final.md",
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("date: ", "date: 2026-12-14 #") + "\nĐề nghị cấp máy.\n",
        encoding="utf-8",
    )
    written = path.read_bytes()

    again = office("new-report", "--as-of", "2026-11-21", "--kind", "final")
    assert (again.code, path.read_bytes()) == (2, written)
    office("report", "--kind", "final", "--period", "2026", "--as-of", "2026-11-21")
    paper = text_of(office.directory / "BC-19-KH-2026-final-2026-11-21.docx")
    assert "Đề nghị cấp máy." in paper
    assert "ngày 14 tháng 12 năm 2026" in paper


def test_a_dry_run_shows_the_narrative_and_writes_nothing(office: Terminal) -> None:
    said = office("new-report", "-n", "--as-of", "2026-11-21")

    assert said.out.startswith("---\nperiod: 2026\nkind: final\n")
    assert said.err == "CHƯA GHI — chạy thử: data/campaigns/19-KH/reports/so/2026-final.md\n"
    assert not (office.directory / "data/campaigns/19-KH/reports").exists()


def test_data_with_errors_give_no_paper(office: Terminal) -> None:
    plan = office.directory / "data/campaigns/19-KH/plan.md"
    plan.write_text('Theo {{ cite("khong-co") }}.\n', encoding="utf-8")

    said = office("plan")

    assert (said.code, said.out) == (1, "")
    assert "plan.md:1:9: lỗi TD501: Không có văn bản nào mang mã “khong-co”." in said.err
    assert not (office.directory / PLAN).exists()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("report", "-c", "20-KH"),
            "lỗi: Không có phong trào nào mang mã hoặc số “20-KH”.\n  → Có phải “19-KH”?\n",
        ),
        (
            ("report", "--period", "2026-H3"),
            (
                "lỗi: --period: “2026-H3” không phải là một kỳ.\n"
                "  → Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.\n"
            ),
        ),
        (
            ("report", "--kind", "finale"),
            (
                "lỗi: --kind: không có lựa chọn “finale”.\n"
                "  → Có phải “final”? Các lựa chọn: periodic, annual, interim, final, ad-hoc.\n"
            ),
        ),
        (
            ("report", "--as-of", "21/11/2026"),
            (
                "lỗi: --as-of: “21/11/2026” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.\n"
                "  → Hãy viết: --as-of 2026-11-21\n"
            ),
        ),
    ],
)
def test_what_cannot_be_understood_is_said_with_a_remedy(
    office: Terminal, arguments: tuple[str, ...], error: str
) -> None:
    said = office(*arguments)

    assert (said.code, said.out, said.err) == (2, "", error)


def test_the_same_day_and_data_give_the_same_bytes_on_the_disk(office: Terminal) -> None:
    office("report", "--as-of", "2026-11-21", "-o", "a.docx")
    office("report", "--as-of", "2026-11-21", "-o", "b.docx")

    assert (office.directory / "a.docx").read_bytes() == (office.directory / "b.docx").read_bytes()
