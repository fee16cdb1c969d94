"""A new data directory works at once: nothing is wrong in it, and both papers can be made."""

from zipfile import ZipFile

import pytest

from terminal import Said, Terminal, typing
from thidua_cli.repository.loading import load

OPTIONS = ("--name", "Sở “Minh họa”: thử", "--symbol", "SMH", "--place", "Cao Bằng", "--no-input")


def test_a_new_directory_has_nothing_wrong_and_makes_both_papers(
    thidua: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = thidua("init", "thi-dua", *OPTIONS)
    monkeypatch.chdir(thidua.directory / "thi-dua")

    checked = thidua("validate", "--strict")
    papers = [thidua("plan", "-c", "mau"), thidua("report", "-c", "mau"), thidua("progress", "-c", "mau")]

    assert made.code == 0
    assert (checked.code, checked.out) == (0, "✓ Không có lỗi trong 8 tệp.\n")
    assert [paper.code for paper in papers] == [0, 0, 0]
    assert thidua("schema", "--write").err.startswith("Không thay đổi")
    assert (
        thidua("new-plan", "--number", "2", "--name", "phong trào thật", "--to", "2027", "--no-input").code
        == 0
    )
    assert thidua("validate", "--strict", "-f", "concise").code == 0


def test_what_was_said_is_in_the_data(thidua: Terminal) -> None:
    thidua("init", "thi-dua", *OPTIONS, "--unit", "so-mh", "--system", "party")

    repository = load(thidua.directory / "thi-dua").repository
    office = repository.units["so-mh"]
    assert (office.name, office.symbol, office.system) == ("Sở “Minh họa”: thử", "SMH", "party")
    assert repository.settings.unit == "so-mh"
    example = repository.campaigns["mau"].campaign
    assert (example.issuer, example.document.place) == ("so-mh", "Cao Bằng")
    assert example.specimen is not None


def test_a_dialogue_asks_what_options_leave_open(thidua: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "Sở Văn hóa, Thể thao", "", "số 1", "", "SVH", "", "")

    said = thidua("init", ".")

    assert said.code == 0
    assert "Mã cơ quan [so-van-hoa-the]: lỗi: Mã “số 1” có ký tự không dùng được trong mã." in said.err
    assert load(thidua.directory).repository.settings.unit == "so-van-hoa-the"


def test_the_agency_above_stands_above_the_office_in_its_papers(thidua: Terminal) -> None:
    made = thidua(
        "init", ".", "--name", "Sở Nội vụ", "--superior", "Ủy ban nhân dân tỉnh Cao Bằng", "--no-input"
    )

    units = load(thidua.directory).repository.units
    assert (made.code, units["so-noi-vu"].parent) == (0, "ubnd-tinh-cao-bang")
    assert units["ubnd-tinh-cao-bang"].name == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert (thidua("validate", "--strict").code, thidua("plan", "-c", "mau").code) == (0, 0)
    with ZipFile(thidua.directory / "KH-mau.docx") as paper:
        assert "ỦY BAN NHÂN DÂN" in paper.read("word/document.xml").decode()


def test_an_office_is_not_its_own_superior(thidua: Terminal) -> None:
    said = thidua("init", ".", "--name", "Sở A", "--superior", "Sở A", "--no-input")

    assert said.err.splitlines()[0] == "lỗi: --unit: Mã “so-a” là mã của cơ quan chủ quản."


def test_what_is_there_is_never_overwritten(thidua: Terminal) -> None:
    (thidua.directory / "README.md").write_text("của tôi", encoding="utf-8")
    before = thidua.tree()

    said = thidua("init", ".", *OPTIONS)

    assert (said.code, thidua.tree()) == (2, before)
    assert said.err == (
        "lỗi: Đã có tệp “README.md”, thidua không ghi đè.\n  → Hãy chọn thư mục khác, hoặc thư mục trống.\n"
    )


def test_a_dry_run_names_every_file_and_writes_none(thidua: Terminal) -> None:
    said = thidua("init", "thi-dua", *OPTIONS, "-n")

    assert (said.code, said.err, thidua.tree()) == (0, "CHƯA GHI — chạy thử\n", {})
    assert "thi-dua/.github/workflows/thidua.yaml\n" in said.out
    assert "thi-dua/schemas/targets.json\n" in said.out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--no-input",), "Chưa đủ thông tin, còn thiếu: --name."),
        ((*OPTIONS, "--system", "doan"), "--system: hệ thống: không có lựa chọn “doan”."),
    ],
)
def test_an_option_that_cannot_be_is_explained(
    options: tuple[str, ...], message: str, thidua: Terminal
) -> None:
    said = thidua("init", "thi-dua", *options)

    assert (said.code, said.err.splitlines()[0], thidua.tree()) == (2, f"lỗi: {message}", {})


def test_a_file_that_the_editor_keeps_is_never_touched(thidua: Terminal) -> None:
    (thidua.directory / ".vscode").mkdir()
    (thidua.directory / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    before = thidua.tree()

    assert thidua("init", ".", *OPTIONS) == Said(
        2,
        "",
        "lỗi: Đã có tệp “.vscode/settings.json”, thidua không ghi đè.\n"
        "  → Hãy chọn thư mục khác, hoặc thư mục trống.\n",
    )
    assert thidua.tree() == before
