"""`thidua remind`: one Word file for each unit that is late."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from building import data_directory
from terminal import Said, Terminal

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions:
          - {id: doi-a, name: Đội A, kind: division, abbr: [ĐA]}
          - {id: doi-b, name: Đội B, kind: division}
          - {id: cac-doi, name: Các đội, kind: group, members: [doi-a, doi-b]}
        """,
    "data/units/khac.yaml": "{id: khac, name: Cơ quan khác}",
    "data/campaigns/pt/campaign.yaml": """\
        name: phong trào năm 2026
        issuer: so
        document: {number: 1/KH-SMH, date: 2026-01-05, place: Cao Bằng}
        period: {from: on-issue, to: 2026-12-31}
        reports:
          - {id: bc, from: cac-doi, to: so, kind: final, before: 2026-12-15}
        recipients: [{text: Các đội, unit: cac-doi}]
        """,
    "data/campaigns/cua-khac/campaign.yaml": """\
        name: phong trào của cơ quan khác
        issuer: khac
        document: {number: 1/KH-K, date: 2026-01-05}
        period: {from: on-issue, to: 2026-12-31}
        reports:
          - {id: bc, from: doi-a, to: khac, kind: final, before: 2026-06-01}
        recipients: [{text: Đội A, unit: doi-a}]
        """,
}
BLANKS = (
    "Trong mỗi công văn còn chỗ trống được tô vàng, cần người điền:\n"
    "  1. thời hạn mới, do người ký quyết định\n"
    "  2. quyền hạn, chức vụ của người ký\n"
)


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def told(said: Said) -> str:
    """What a command says, but for what it says of warnings."""
    return "".join(line for line in said.err.splitlines(keepends=True) if "cảnh báo" not in line)


def test_each_late_unit_gets_a_letter_of_its_own(office: Terminal) -> None:
    said = office("remind", "--as-of", "2026-12-15", "-o", "don-doc")

    assert (said.code, said.out) == (0, "")
    assert told(said) == (
        "Đã ghi: don-doc/CV-don-doc-doi-a-2026-12-15.docx (1 nội dung)\n"
        "Đã ghi: don-doc/CV-don-doc-doi-b-2026-12-15.docx (1 nội dung)\n" + BLANKS
    )
    letter = (office.directory / "don-doc/CV-don-doc-doi-a-2026-12-15.docx").read_bytes()
    words = re.sub(r"<[^>]+>", "", ZipFile(BytesIO(letter)).read("word/document.xml").decode())
    for text in (
        "V/v đôn đốc gửi báo cáo phong trào thi đua",
        "Kính gửi: ",
        "Đội A",
        "trước ngày 15/12/2026",
    ):
        assert text in words
    assert "CÔNG VĂN" not in words


def test_the_same_day_gives_the_same_bytes_and_an_edited_letter_is_kept(office: Terminal) -> None:
    words = ("remind", "--as-of", "2026-12-15", "-u", "ĐA")
    office(*words)
    path = office.directory / "CV-don-doc-doi-a-2026-12-15.docx"
    first = path.read_bytes()

    assert "Không thay đổi: CV-don-doc-doi-a-2026-12-15.docx (1 nội dung)\n" in office(*words).err
    assert path.read_bytes() == first
    path.write_bytes(b"edited")
    assert (office(*words).code, path.read_bytes()) == (2, b"edited")


def test_other_issuers_campaigns_are_theirs_unless_they_are_named(office: Terminal) -> None:
    nobody = office("remind", "--as-of", "2026-12-14")
    named = office("remind", "--as-of", "2026-12-14", "-c", "cua-khac")

    assert told(nobody) == "Tính đến ngày 14/12/2026 không có ai quá hạn (pt); không viết công văn nào.\n"
    assert told(named).startswith("Đã ghi: CV-don-doc-doi-a-2026-12-14.docx (1 nội dung)\n")


def test_letters_of_two_issuers_to_one_unit_are_two_files(office: Terminal) -> None:
    (office.directory / "thidua.yaml").write_text("initiative_year: recognised\n", encoding="utf-8")

    office("remind", "--as-of", "2026-12-15", "-u", "doi-a")

    assert sorted(path.name for path in office.directory.glob("*.docx")) == [
        "CV-don-doc-khac-doi-a-2026-12-15.docx",
        "CV-don-doc-so-doi-a-2026-12-15.docx",
    ]


def test_a_folder_that_cannot_be_made_is_said(office: Terminal) -> None:
    said = office("remind", "--as-of", "2026-12-15", "-o", "thidua.yaml")

    assert (said.code, said.err.splitlines()[-2]) == (
        2,
        "lỗi: Không ghi được “thidua.yaml”: đã có tệp hoặc thư mục mang tên này.",
    )


def test_a_unit_that_is_not_late_gets_no_letter(office: Terminal) -> None:
    before = office.tree()

    said = office("remind", "--as-of", "2026-12-15", "-u", "khac")

    assert (said.code, office.tree()) == (0, before)
    assert told(said) == "Tính đến ngày 15/12/2026 không có ai quá hạn (pt); không viết công văn nào.\n"


def test_data_with_errors_make_no_letter(office: Terminal) -> None:
    path = office.directory / "data/campaigns/pt/campaign.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "contents: [{id: a}]\n", encoding="utf-8")

    said = office("remind", "--as-of", "2026-12-15", "-c", "pt")

    assert (said.code, list(office.directory.glob("*.docx"))) == (1, [])
