import sys
import unicodedata
from io import StringIO
from types import SimpleNamespace

import pytest

from building import data_directory
from terminal import Said, Terminal
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


INTRO = "Trả lời từng câu rồi bấm Enter; trong [ ] là câu trả lời có sẵn. Ctrl-C để dừng, không ghi gì.\n"


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody who gives these answers and then nothing more."""
    monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{answer}\n" for answer in answers)))


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
        "Ngày ký (Enter nếu chưa có): "
        "lỗi: “30/01/2027” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.\n"
        "  → Hãy viết: 2027-01-30\n"
        "Ngày ký (Enter nếu chưa có): Thực hiện từ (Enter là từ ngày ban hành): "
        "Đến hết [2027-12-31]: lỗi: Ngày kết thúc 31/12/2026 trước ngày bắt đầu 30/01/2027.\n"
        "  → Xem lại hai ngày.\n"
        "Đến hết [2027-12-31]: Địa danh: "
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
