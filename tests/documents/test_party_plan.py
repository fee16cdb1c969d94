"""A plan of a Party committee, from its data to its words."""

from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.repository.loading import Loaded
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Paragraph, Run, Signature, plain_text

AS_OF = date(2026, 11, 21)
CAMPAIGN = "data/campaigns/26-KH/campaign.yaml"
FILES: dict[str, str | bytes] = {
    "data/units/tinh-uy.yaml": """
        id: tinh-uy
        name: Tỉnh ủy Minh họa
        system: party
        symbol: TU
        letterhead: [TỈNH ỦY MINH HỌA]
        letterhead_alone: true
        parent: dang-bo
        divisions:
          - {id: ban-thuong-vu, name: Ban Thường vụ, letterhead: [TỈNH ỦY MINH HỌA], letterhead_alone: true}
          - {id: van-phong, name: Văn phòng Tỉnh ủy, letterhead: [VĂN PHÒNG]}
        """,
    "data/units/dang-bo.yaml": "{id: dang-bo, name: Đảng bộ tỉnh Minh họa}",
    "data/units/bo-chinh-tri.yaml": "{id: bo-chinh-tri, name: Bộ Chính trị, system: party}",
    "data/documents.yaml": """
        - id: 57-nq-tw-2024
          type: Nghị quyết
          number: 57-NQ/TW
          date: 2024-12-22
          issuer: bo-chinh-tri
          subject: về đột phá phát triển khoa học, công nghệ
        """,
    CAMPAIGN: """
        name: Phong trào thi đua mỗi người một sáng kiến
        issuer: tinh-uy
        document: {number: 26-KH/TU, date: 2025-11-05, place: Cao Bằng}
        basis: [{document: 57-nq-tw-2024}]
        period: {from: on-issue, to: 2030-Q4}
        recipients: [{text: Các đảng ủy trực thuộc, note: báo cáo}]
        filing: Văn phòng Tỉnh ủy
        signature: {authority: T/M BAN THƯỜNG VỤ, title: PHÓ BÍ THƯ THƯỜNG TRỰC, name: Người Ký}
        """,
    "data/campaigns/26-KH/plan.md": """\
        # Mục đích

        Theo {{ cite("57-nq-tw-2024") }}.
        """,
}

BASIS = (
    "Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị "
    "về đột phá phát triển khoa học, công nghệ"
)


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    loaded = data_directory(tmp_path, FILES)
    assert loaded.findings == ()
    return loaded


@pytest.mark.parametrize(
    ("issuer", "superior", "own"),
    [
        ("tinh-uy", (), ("TỈNH ỦY MINH HỌA",)),
        ("ban-thuong-vu", (), ("TỈNH ỦY MINH HỌA",)),
        ("van-phong", ("TỈNH ỦY MINH HỌA",), ("VĂN PHÒNG",)),
    ],
)
def test_a_letterhead_names_the_superior_unless_it_stands_alone(
    tmp_path: Path, issuer: str, superior: tuple[str, ...], own: tuple[str, ...]
) -> None:
    campaign = str(FILES[CAMPAIGN]).replace("issuer: tinh-uy", f"issuer: {issuer}")

    frame = plan(data_directory(tmp_path, {**FILES, CAMPAIGN: campaign}), "dang-hd05").frame

    assert (frame.superior, frame.issuer) == (superior, own)


def plan(loaded: Loaded, form: str) -> Document:
    return compose_plan(loaded.repository, loaded.repository.campaigns["26-KH"], AS_OF, load_profile(form))


def test_a_party_plan_has_its_number_in_parts_and_its_authority_apart(loaded: Loaded) -> None:
    frame = plan(loaded, "dang-hd36").frame

    assert (frame.number, frame.kind_symbol, frame.issuer_symbol) == ("26", "KH", "TU")
    assert frame.signature == Signature(
        ((Run("T/M BAN THƯỜNG VỤ"),),), (Run("PHÓ BÍ THƯ THƯỜNG TRỰC"),), "Người Ký"
    )


@pytest.mark.parametrize(("form", "comma"), [("dang-hd05", ","), ("dang-hd36", ","), ("nd30", "")])
def test_the_day_of_a_cited_document_stands_as_the_form_says(loaded: Loaded, form: str, comma: str) -> None:
    [basis] = plan(loaded, form).basis

    assert basis == (Run(BASIS.replace(",", comma, 1)),)


@pytest.mark.parametrize(("form", "comma"), [("dang-hd05", ","), ("nd30", "")])
def test_a_report_cites_its_plan_as_the_form_says(loaded: Loaded, form: str, comma: str) -> None:
    folder = loaded.repository.campaigns["26-KH"]
    choice = choose_report(sender_of(loaded.repository, folder), AS_OF)

    first = compose_report(loaded.repository, choice, AS_OF, load_profile(form)).blocks[0]

    assert isinstance(first, Paragraph)
    said = plain_text(first.runs)
    assert said.startswith(f"Thực hiện Kế hoạch số 26-KH/TU{comma} ngày 05/11/2025, Tỉnh ủy Minh họa báo cáo")


def test_a_party_plan_reads_as_the_guidance_of_its_day_has_it(loaded: Loaded) -> None:
    [sheets] = compose(plan(loaded, "dang-hd36"), load_profile("dang-hd36"))

    assert [plain_text(s.runs) for s in sheets.settings if isinstance(s, Line)] == [
        "KẾ HOẠCH",
        "phát động Phong trào thi đua mỗi người một sáng kiến",
        "-----",
        f"- {BASIS}.",
        "Tỉnh ủy Minh họa ban hành Kế hoạch phát động Phong trào thi đua mỗi người một sáng kiến như sau:",
        "I- Mục đích",
        "Theo Nghị quyết số 57-NQ/TW./.",
    ]
