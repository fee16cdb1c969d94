import sys
import unicodedata
from types import SimpleNamespace

import pytest
from docx import Document

from building import data_directory
from terminal import Said, Terminal, typing
from thidua_cli.cli.plan_answers import id_of
from thidua_cli.repository.loading import load

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": "id: so\nname: Sở Minh họa\nsymbol: SMH\nabbr: [Sở MH]\nparent: ubnd\n",
    "data/units/ubnd.yaml": "id: ubnd\nname: Ủy ban nhân dân tỉnh\nsymbol: UBND\n",
    "data/units/tinh-uy.yaml": "id: tinh-uy\nname: Tỉnh ủy\nsymbol: TU\nsystem: party\n",
}
OPTIONS = ("--number", "20", "--name", "Phong trào thi đua năm 2027", "--to", "2027-12-31", "--no-input")
CREATED = (
    "Đã tạo:\n"
    "  data/campaigns/20-KH/campaign.yaml\n"
    "  data/campaigns/20-KH/targets.yaml\n"
    "  data/campaigns/20-KH/plan.md\n"
    "Hãy mở các tệp này viết tiếp; chỗ nào còn trống thì giấy in chỗ trống có đánh dấu. Rồi chạy:\n"
    "  thidua validate\n"
    "  thidua plan -c 20-KH\n"
)


INTRO = (
    "Trả lời từng câu rồi bấm Enter; trong [ ] là câu trả lời có sẵn. "
    "Gõ < để về câu trước, ? để xem các lựa chọn; Ctrl-C để dừng, không ghi gì.\n"
)
SUMMARY = (
    "Tóm tắt:\n"
    "  Trích yếu: Phát động phong trào thi đua năm 2027\n"
    "  Đơn vị ban hành: so\n"
    "  Số: 20/KH-SMH\n"
    "  Ngày ký: {issued}\n"
    "  Thời gian: từ ngày ban hành đến hết ngày 31/12/2027\n"
    "Điều 17 Luật Thi đua, khen thưởng còn đòi phải có: đối tượng, nội dung, chỉ tiêu, nhiệm vụ hoặc tiêu chí, "
    "tổ chức thực hiện, tổng kết, khen thưởng. Viết tiếp trong các tệp.\n"
)


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def test_a_campaign_is_made_from_options_alone(office: Terminal) -> None:
    assert office("new-plan", *OPTIONS) == Said(0, "", CREATED)


def test_a_new_campaign_has_no_error_and_prints_at_once(office: Terminal) -> None:
    office("new-plan", *OPTIONS)

    checked, printed = office("validate", "-f", "concise"), office("plan", "-c", "20-KH")

    assert [line for line in checked.out.splitlines() if " lỗi " in line or " cảnh báo " in line] == []
    assert (checked.code, printed.code, (office.directory / "KH-20-KH.docx").is_file()) == (0, 0, True)


def test_everything_that_was_said_is_in_the_data(office: Terminal) -> None:
    office(
        "new-plan", *OPTIONS, "--id", "thi-dua-2027", "--verb", "Triển khai", "--date", "2027-01-15",
        "--from", "2027-02-01", "--place", "Cao Bằng", "--slogan", "“Đoàn kết”",
    )  # fmt: skip

    campaign = load(office.directory).repository.campaigns["thi-dua-2027"].campaign
    paper, period = campaign.document, campaign.period
    assert (campaign.title, campaign.issuer, campaign.slogan) == (
        "Triển khai phong trào thi đua năm 2027", "so", "Đoàn kết",
    )  # fmt: skip
    assert (paper.number, str(paper.date), paper.place) == ("20/KH-SMH", "2027-01-15", "Cao Bằng")
    assert (period.start and period.start.text, period.end.text) == ("2027-02-01", "2027-12-31")


def test_a_dialogue_explains_a_wrong_answer_and_asks_again(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(
        monkeypatch, "", "Phong trào thi đua năm 2027", "", "xo", "Sở MH", "20/QĐ-SMH", "20", "", "30/01/2027",
        "2027-01-30", "", "2026", "", "Cao Bằng", "x", "c",
    )  # fmt: skip

    said = office("new-plan", "--slogan", "Một lòng")

    assert said == Said(
        0,
        "",
        f"{INTRO}Tên phong trào: lỗi: Điều này cần có câu trả lời.\n"
        "  → Muốn dừng thì bấm Ctrl-C, không có gì bị ghi.\n"
        "Tên phong trào: Chữ đầu của trích yếu [Phát động]: "
        "Mã đơn vị ban hành [so]: lỗi: Không có đơn vị nào mang mã “xo”.\n"
        "  → Xem danh mục bằng thidua list units.\n"
        "Mã đơn vị ban hành [so]: "
        "Số kế hoạch (Enter nếu chưa có): lỗi: Số “20/QĐ-SMH” ghi loại “QĐ”.\n"
        "  → Kế hoạch viết tắt là KH.\n"
        "Số kế hoạch (Enter nếu chưa có): Mã phong trào (tên thư mục) [20-KH]: "
        "Ngày ký, như 2026-01-30 (Enter nếu chưa có): "
        "lỗi: “30/01/2027” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.\n"
        "  → Hãy viết: 2027-01-30\n"
        "Ngày ký, như 2026-01-30 (Enter nếu chưa có): Thực hiện từ (Enter là từ ngày ban hành): "
        "Đến hết [2027-12-31]: lỗi: Ngày kết thúc 31/12/2026 trước ngày bắt đầu 30/01/2027.\n"
        "  → Xem lại hai ngày.\n"
        "Đến hết [2027-12-31]: Địa danh: "
        f"{SUMMARY.format(issued='30/01/2027')}"
        "Tạo thư mục data/campaigns/20-KH? c (có), k (không) [c]: lỗi: Không hiểu “x”.\n"
        "  → Gõ c rồi Enter là có, k là không.\n"
        f"Tạo thư mục data/campaigns/20-KH? c (có), k (không) [c]: {CREATED}",
    )


def test_options_are_answers_given_in_advance(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "", "", "", "")

    said = office(
        "new-plan", *OPTIONS[:-1], "--issuer", "so", "--date", "2027-01-30", "--place", "Cao Bằng", "-y"
    )  # fmt: skip

    assert said == Said(
        0,
        "",
        f"{INTRO}Chữ đầu của trích yếu [Phát động]: "
        "Mã phong trào (tên thư mục) [20-KH]: "
        "Thực hiện từ (Enter là từ ngày ban hành): "
        "Tên trong ngoặc kép của phong trào (Enter nếu không có): "
        f"{CREATED}",
    )


def test_what_stands_in_quotes_in_the_name_is_offered_as_what_the_campaign_is_called(
    office: Terminal,
) -> None:
    options = ["Phong trào thi đua “Một lòng” năm 2027" if "năm 2027" in word else word for word in OPTIONS]

    office("new-plan", *options)

    assert load(office.directory).repository.campaigns["20-KH"].campaign.slogan == "Một lòng"


def test_saying_no_at_the_end_writes_nothing(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, *[""] * 7, "k")
    before = office.tree()

    said = office("new-plan", *OPTIONS[:-1])

    assert (said.code, said.out, office.tree()) == (0, "", before)
    assert said.err.endswith("Tạo thư mục data/campaigns/20-KH? c (có), k (không) [c]: Không ghi gì.\n")


def test_an_end_of_input_writes_nothing(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)
    before = office.tree()

    said = office("new-plan")

    assert (said, office.tree()) == (
        Said(
            2,
            "",
            f"{INTRO}Tên phong trào: \n"
            "lỗi: Chưa có câu trả lời cho “Tên phong trào” thì đầu vào đã hết; không ghi gì.\n"
            "  → Hãy chạy lại, hoặc trả lời bằng các tùy chọn: xem --help của lệnh.\n",
        ),
        before,
    )


def test_an_interruption_leaves_nothing_behind(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(readline=interrupt))
    before = office.tree()

    assert (office("new-plan").code, office.tree()) == (130, before)


def test_a_dry_run_shows_every_file_and_writes_none(office: Terminal) -> None:
    before = office.tree()

    said = office("new-plan", *OPTIONS, "-n")

    headings = [line for line in said.out.splitlines() if line.startswith("─── ")]
    assert headings == [
        "─── data/campaigns/20-KH/campaign.yaml",
        "─── data/campaigns/20-KH/targets.yaml",
        "─── data/campaigns/20-KH/plan.md",
    ]
    assert '\nname: "phong trào thi đua năm 2027"\n' in said.out
    assert (said.code, said.err, office.tree()) == (0, "CHƯA GHI — chạy thử\n", before)


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (
            ("--no-input",),
            "Chưa đủ thông tin, còn thiếu: --name, --id hoặc --number, --to.",
            "Hãy ghi thêm các tùy chọn ấy, hoặc bỏ --no-input để được hỏi từng điều.",
        ),
        (
            (*OPTIONS, "--number", "20/KH-UBND"),
            "--number: Số “20/KH-UBND” mang ký hiệu “UBND”, không phải của “Sở Minh họa”.",
            "Xem lại số hoặc cơ quan ban hành; in đúng như bản gốc thì ghi vào known_issues.",
        ),
        (
            (*OPTIONS, "--number", "20/BC-SMH"),
            "--number: Số “20/BC-SMH” ghi loại “BC”.",
            "Kế hoạch viết tắt là KH.",
        ),
        (
            (*OPTIONS, "--issuer", "xo"),
            "--issuer: Không có đơn vị nào mang mã “xo”.",
            "Xem danh mục bằng thidua list units.",
        ),
        (
            (*OPTIONS, "--date", "15/01/2027"),
            "--date: “15/01/2027” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.",
            "Hãy viết: 2027-01-15",
        ),
        (
            (*OPTIONS, "--from", "2028"),
            "--to: Ngày kết thúc 31/12/2027 trước ngày bắt đầu 01/01/2028.",
            "Xem lại hai ngày.",
        ),
        (
            (*OPTIONS, "--to", "cuối năm"),
            "--to: “cuối năm” không phải là một ngày hay một kỳ.",
            "Viết theo mẫu 2026-12-31, hoặc 2026, 2026-Q4, 2026-06.",
        ),
        (
            (*OPTIONS, "--id", "Kế hoạch 20"),
            "--id: Mã “Kế hoạch 20” có ký tự không dùng được trong mã.",
            "Chỉ dùng chữ không dấu, chữ số và dấu gạch nối, ví dụ ke-hoach-20.",
        ),
    ],
)
def test_an_option_that_cannot_be_is_explained_and_nothing_is_written(
    options: tuple[str, ...], message: str, hint: str, office: Terminal
) -> None:
    before = office.tree()

    assert office("new-plan", *options) == Said(2, "", f"lỗi: {message}\n  → {hint}\n")
    assert office.tree() == before


def test_a_campaign_that_is_there_is_never_overwritten(office: Terminal) -> None:
    office("new-plan", *OPTIONS)
    before = office.tree()

    same_number = office("new-plan", *OPTIONS)
    same_folder = office("new-plan", *OPTIONS[2:], "--id", "20-kh")

    assert (same_number.code, same_folder.code, office.tree()) == (2, 2, before)
    assert same_number.err.splitlines()[0] == "lỗi: --number: Số “20/KH-SMH” đã là số của 20-KH."
    assert same_folder.err.splitlines()[0] == "lỗi: --id: Đã có phong trào mang mã “20-KH”."


def test_what_is_pasted_is_written_as_data_want_it(office: Terminal) -> None:
    pasted = unicodedata.normalize("NFD", "Phong\u00a0trào \u200bthi đua\tnăm 2027 ")

    office("new-plan", *OPTIONS, "--name", pasted)

    campaign = (office.directory / "data/campaigns/20-KH/campaign.yaml").read_text(encoding="utf-8")
    assert '\nname: "phong trào thi đua năm 2027"\n' in campaign
    assert office("validate", "--strict", "-q").code == 0


def test_digits_of_a_party_plan_get_the_form_of_the_party(office: Terminal) -> None:
    office("new-plan", *OPTIONS, "--issuer", "tinh-uy")

    campaign = load(office.directory).repository.campaigns["20-KH-TU"].campaign
    assert campaign.document.number == "20-KH/TU"


@pytest.mark.parametrize(
    ("number", "id_"),
    [
        ("19/KH-SVHTTDL", "19-KH"),
        ("26-KH/TU", "26-KH-TU"),
        ("7/KH-UBND", "7-KH"),
        ("/KH-SMH", None),
        ("12", None),
        (None, None),
    ],
)
def test_the_folder_is_named_after_the_number(number: str | None, id_: str | None) -> None:
    assert id_of(number) == id_


def test_who_goes_back_answers_the_question_before_once_more(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "<", "Phong trào thi đua năm 2026", "<", "Phong trào thi đua năm 2027", "", "", "20", "", "",
           "", "<", "2027-03-01", "", "", "", "c")  # fmt: skip

    said = office("new-plan", "--to", "2027-12-31", "--place", "Hà Nội")

    assert said.err.startswith(
        f"{INTRO}Tên phong trào: Đây là câu đầu tiên.\nTên phong trào: Chữ đầu của trích yếu"
    )
    # The place and the last day were given, so that nobody goes back to them.
    campaign = load(office.directory).repository.campaigns["20-KH"].campaign
    assert campaign.name == "phong trào thi đua năm 2027"
    assert campaign.period.start is not None
    assert campaign.period.start.text == "2027-03-01"


def test_who_reads_the_summary_may_still_go_back(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(
        monkeypatch, "Phong trào thi đua năm 2027", "", "", "20", "", "", "", "", "", "Sai", "<", "Đúng", "C"
    )

    said = office("new-plan", "--to", "2027-12-31")

    campaign = load(office.directory).repository.campaigns["20-KH"].campaign
    assert (campaign.slogan, said.err.count("Tóm tắt:")) == ("Đúng", 2)


SUPERIOR = {
    "data/documents.yaml": """
        - {id: kh-tinh, type: Kế hoạch, number: 38/KH-UBND, date: 2027-01-05, issuer: ubnd,
           subject: triển khai Phong trào thi đua “Chuyển đổi số” trên địa bàn tỉnh}
        """,
    "data/campaigns/tinh/campaign.yaml": """
        name: phong trào thi đua “Một lòng”
        issuer: ubnd
        slogan: Một lòng
        document: {number: 7/KH-UBND, date: 2027-01-15}
        period: {from: on-issue, to: 2030}
        contents:
          - {id: kinh-te, title: Thi đua phát triển kinh tế}
          - {id: van-hoa, title: Thi đua xây dựng đời sống văn hóa}
        reports:
          - {id: nam, from: cac-so, to: ubnd, via: tinh-uy, kind: annual, due_words: hằng năm}
          - {id: khac, from: tinh-uy, to: ubnd, kind: ad-hoc}
        """,
    "data/campaigns/tinh/targets.yaml": """
        targets:
          - {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 2500, content: kinh-te, reported_by: [so]}
          - {id: xa, kind: share, name: Xã văn hóa, between: [70, 80], wording: "{} - {}% xã", content: van-hoa}
          - {id: nhac-lai, name: Nhắc lại, unit: nghìn lượt, at_least: 2500, status: restated, restates: khach}
        """,
    "data/campaigns/tinh/allocations.yaml": "- {target: khach, rule: split, units: {so: 1200}}\n",
    "data/units/cac-so.yaml": "{id: cac-so, name: Các sở, kind: group, members: [so]}\n",
}  # fmt: skip
BELOW = ("new-plan", "--parent", "7/KH-UBND", "--number", "20", "--no-input")


@pytest.fixture
def below(office: Terminal) -> Terminal:
    """The office with a superior that has plans."""
    data_directory(office.directory, dict(SUPERIOR))
    return office


def test_a_plan_below_another_takes_over_what_it_carries_out(below: Terminal) -> None:
    assert below(*BELOW, "--contents", "1", "--targets", "own").code == 0

    folder = load(below.directory).repository.campaigns["20-KH"]
    campaign = folder.campaign
    assert (campaign.title, campaign.slogan, campaign.period.end.text) == (
        "Triển khai phong trào thi đua “Một lòng”", "Một lòng", "2030",
    )  # fmt: skip
    assert (campaign.implements, campaign.opening) == (("tinh",), "implements")
    assert [(content.id, content.title) for content in campaign.contents] == [
        ("kinh-te", "Thi đua phát triển kinh tế")
    ]
    assert [(r.id, r.sender, r.addressees, r.via) for r in campaign.reports] == [
        ("nam", "so", ("ubnd",), "tinh-uy")
    ]
    assert [(r.text, r.note, r.unit) for r in campaign.recipients] == [
        ("Ủy ban nhân dân tỉnh", "b/c", "ubnd")
    ]
    assert [(t.id, t.goal.text, t.content, t.reported_by) for t in folder.sheet.targets] == [
        ("khach", "2500", "kinh-te", None),
        ("xa", "70..80", None, None),
    ]


def test_a_plan_below_another_is_printed_with_the_superior_cited(below: Terminal) -> None:
    below(*BELOW)

    assert below("validate", "-f", "concise", "data/campaigns/20-KH").out.count(": lỗi ") == 0
    assert below("plan", "-c", "20-KH").code == 0
    opening = Document(str(below.directory / "KH-20-KH.docx")).paragraphs
    assert any(
        p.text.startswith(
            "Thực hiện Kế hoạch số 7/KH-UBND ngày 15/01/2027 của Ủy ban nhân dân tỉnh phát động phong trào"
        )
        for p in opening
    )


def test_a_unit_takes_the_figures_that_it_has_been_given_where_there_are_any(below: Terminal) -> None:
    below(*BELOW)

    targets = load(below.directory).repository.campaigns["20-KH"].sheet.targets
    assert [(t.id, t.goal.comparator, t.goal.text, t.status) for t in targets] == [
        ("khach", "at_least", "1200", "explicit")
    ]


def test_targets_of_the_superior_may_only_be_quoted(below: Terminal) -> None:
    below(*BELOW, "--targets", "context")

    targets = load(below.directory).repository.campaigns["20-KH"].sheet.targets
    assert [(t.id, t.status) for t in targets] == [("khach", "context"), ("xa", "context")]


def test_a_document_of_the_register_is_a_superior_too(below: Terminal) -> None:
    below("new-plan", "--parent", "38/KH-UBND", "--number", "20", "--to", "2027-12-31", "--no-input")

    campaign = load(below.directory).repository.campaigns["20-KH"].campaign
    assert (campaign.name, campaign.slogan) == ("phong trào thi đua “Chuyển đổi số”", "Chuyển đổi số")
    assert [entry.document for entry in campaign.basis] == ["kh-tinh"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--parent", "9/KH-UBND"), "Không có phong trào hay văn bản nào mang mã hoặc số “9/KH-UBND”."),
        (("--parent", "tinh", "--copy", "tinh"), "Chỉ dùng một trong hai: --parent, --copy."),
        (("--parent", "tinh", "--contents", "3"), "--contents: Không có nội dung nào mang số hoặc mã “3”."),
        (("--parent", "tinh", "--targets", "all"), "--targets: chỉ tiêu: không có lựa chọn “all”."),
    ],
)
def test_an_origin_that_cannot_be_is_explained(
    options: tuple[str, ...], message: str, below: Terminal
) -> None:
    before = below.tree()

    said = below("new-plan", *options, "--number", "20", "--to", "2030", "--no-input")

    assert (said.code, said.err.splitlines()[0], below.tree()) == (2, f"lỗi: {message}", before)


EARLIER = {
    "data/campaigns/1-KH/campaign.yaml": """
        # Kế hoạch số 1.
        name: phong trào thi đua năm 2026 # giữ
        issuer: so
        document: {number: 1/KH-SMH, date: 2026-01-30, verb: Phát động}
        specimen: minh họa
        period: {from: 2026-02-01, to: 2026-12-31}
        milestones:
          - kind: final-review
            when: 2026-12
        assignments:
          - units: [so]
            duties:
              - {text: Tổng hợp, before: 2026-12-15}
        reports:
          - {id: nam, from: so, to: ubnd, kind: final, before: 2026-12-15}
        # Chưa ai quyết định.
        known_issues:
          - {anomaly: A1, because: lạ}
        """,
    "data/campaigns/1-KH/targets.yaml": """
        targets:
          # Ghi chú
          - id: khach
            name: Lượt khách
            unit: nghìn lượt
            at_least: 2500
        tasks:
          - {id: de-an, name: Xây dựng đề án, by: 2026-06-30}
          - {id: ky-luat, name: Giữ kỷ luật, kind: zero-tolerance}
        criteria:
          - {id: a, name: Có khách, subject: collective, wording: "Phấn đấu {}", targets: [khach]}
          - {id: b, name: Chăm, subject: individual}
        """,
    "data/campaigns/1-KH/plan.md": """
        # NỘI DUNG

        Năm 2026 phấn đấu {{ target("khach") }}; như năm 2025 [[gì, năm 2024?]].

        {{ criteria("individual") }}
        """,
}


AGAIN = (
    "new-plan", "--copy", "1-KH", "--number", "20", "--name", "phong trào năm 2027", "--to", "2027-12-31",
    "--no-input",
)  # fmt: skip


def test_a_plan_starts_from_last_years_with_dates_and_figures_open(office: Terminal) -> None:
    data_directory(office.directory, dict(EARLIER))

    said = office(*AGAIN)

    assert said.code == 0
    folder = load(office.directory).repository.campaigns["20-KH"]
    campaign, written = folder.campaign, (office.directory / folder.path / "campaign.yaml").read_text("utf-8")
    assert (campaign.name, campaign.document.number, campaign.document.date) == (
        "phong trào năm 2027",
        "20/KH-SMH",
        None,
    )
    assert (campaign.period.start, campaign.period.end.text) == (None, "2027-12-31")
    assert (campaign.milestones[0].when, campaign.reports[0].before) == (None, None)
    assert campaign.assignments[0].duties[0].before is None
    assert (campaign.specimen, campaign.known_issues, folder.sheet.targets) == (None, (), ())
    assert [(task.id, task.by) for task in folder.sheet.tasks] == [("de-an", None), ("ky-luat", None)]
    assert "# giữ" in written
    assert "Chưa ai quyết định" not in written
    assert [criterion.id for criterion in folder.sheet.criteria] == ["b"]
    assert folder.plan is not None
    assert (
        "Năm [[năm nào? trước đây là 2026]] phấn đấu [[mức mới của “Lượt khách”?]]; "
        "như năm [[năm nào? trước đây là 2025]] [[gì, năm 2024?]]."
    ) in folder.plan.text.splitlines()
    sheet = (office.directory / folder.path / "targets.yaml").read_text("utf-8")
    assert "# Mức của 1-KH: ghi mức mới rồi bỏ dấu # ở đầu các dòng của chỉ tiêu.\n#   - id: khach\n" in sheet


def test_last_years_joint_issuers_are_kept_and_the_marks_of_its_draft_are_not(office: Terminal) -> None:
    written = str(EARLIER["data/campaigns/1-KH/campaign.yaml"])
    joint = written.replace("issuer: so\n", "issuer: so\n        issued_with: [hoi]\n")
    joint = joint.replace("number: 1/KH-SMH", "draft: 3, urgency: express, number: 1/KH-SMH-HMH")
    hoi = "{id: hoi, name: Hội Minh họa, symbol: HMH}"
    data_directory(
        office.directory,
        {**EARLIER, "data/campaigns/1-KH/campaign.yaml": joint, "data/units/hoi.yaml": hoi},
    )

    said = office(*AGAIN)

    assert said.code == 0, said.err
    campaign = load(office.directory).repository.campaigns["20-KH"].campaign
    assert (campaign.issuers, campaign.document.number) == (("so", "hoi"), "20/KH-SMH-HMH")
    assert (campaign.document.draft, campaign.document.urgency) == (None, None)
    shown = office("show", "1-KH").out
    assert "Hội Minh họa (hoi)" in shown
    assert "Dự thảo lần" in shown


def test_a_plan_from_last_years_has_no_error_and_prints_at_once(office: Terminal) -> None:
    data_directory(office.directory, dict(EARLIER))
    office(*AGAIN)

    checked, printed = (
        office("validate", "-f", "concise", "data/campaigns/20-KH"),
        office("plan", "-c", "20-KH"),
    )

    assert (checked.code, printed.code) == (0, 0)
    assert "mức mới của “Lượt khách”?" in printed.err


def test_a_question_mark_shows_what_may_be_answered(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "?", "Phong trào thi đua năm 2027", "", "?", "so", "20", "", "", "", "", "", "", "c")

    said = office("new-plan", "--to", "2027-12-31")

    assert said.code == 0
    assert said.err.startswith(
        f"{INTRO}Tên phong trào: Câu này không có danh sách để chọn: gõ câu trả lời rồi bấm Enter.\nTên phong trào: "
    )
    assert "[so]: Các lựa chọn:\n  so: Sở" in said.err
