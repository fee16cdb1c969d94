"""What the keys of a plan, of a report and of their joint issuers put on the sheets."""

from datetime import date
from pathlib import Path

from building import data_directory
from thidua_cli.documents.citations import Citations
from thidua_cli.documents.inserting import Blank, blanks_in
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.periods import parse_period
from thidua_cli.repository.loading import Loaded
from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Marks, Paragraph, Run, Signature, plain_text

CAMPAIGN, NARRATIVE = "data/campaigns/19-KH/campaign.yaml", "data/campaigns/19-KH/reports/so-a/2026-final.md"
AS_OF = date(2026, 11, 21)
FILES: dict[str, str | bytes] = {
    "data/units/ubnd.yaml": "{id: ubnd, name: UBND tỉnh Minh họa, symbol: UBND}",
    "data/units/so-a.yaml": "{id: so-a, name: Sở A, symbol: SA, parent: ubnd}",
    "data/units/so-b.yaml": "{id: so-b, name: Sở B, symbol: SB, parent: ubnd, letterhead: [SỞ B, TỈNH MINH HỌA]}",
    "data/units/hoi-c.yaml": "{id: hoi-c, name: Hội C}",
    CAMPAIGN: """
        name: phong trào thi đua năm 2026
        issuer: so-a
        document:
          number: 19/KH-SA
          date: 2026-01-30
          draft: 2
          urgency: very-urgent
          circulation: Lưu hành nội bộ
          drafter: PL
          copies: 300
          contact: "Số 1, đường Mẫu; điện thoại: 0000"
          two_sided: true
        period: {from: on-issue, to: 2026-12-31}
        signature: {title: GIÁM ĐỐC, name: Người Ký Một}
        """,
    "data/campaigns/19-KH/plan.md": "Nội dung.",
    NARRATIVE: """\
        ---
        period: 2026
        kind: final
        draft: 3
        urgency: express
        contact: "Số 2, đường Mẫu"
        ---
        """,
}
SIGNED = "[{unit: so-b, signature: {authority: KT. GIÁM ĐỐC SỞ B, title: PHÓ GIÁM ĐỐC, name: Người Ký Hai}}]"


def changed_text(path: str, old: str, new: str) -> str:
    text = str(FILES[path])
    assert old in text
    return text.replace(old, new)


def changed(tmp_path: Path, path: str, old: str, new: str) -> Loaded:
    found = data_directory(tmp_path, {**FILES, path: changed_text(path, old, new)})
    assert found.findings == ()
    return found


def joint(tmp_path: Path, others: str = "[so-b]", number: str = "19/KH-SA-SB") -> Loaded:
    numbered = changed_text(CAMPAIGN, "number: 19/KH-SA", f"number: {number}")
    text = numbered.replace("issuer: so-a", f"issuer: so-a\n        issued_with: {others}")
    found = data_directory(tmp_path, {**FILES, CAMPAIGN: text})
    assert found.findings == ()
    return found


def plan(found: Loaded) -> Document:
    return compose_plan(found.repository, found.repository.campaigns["19-KH"], AS_OF, load_profile("nd30"))


def report(found: Loaded) -> Document:
    sender = sender_of(found.repository, found.repository.campaigns["19-KH"])
    choice = choose_report(sender, AS_OF, period=parse_period("2026"), kind="final")
    return compose_report(found.repository, choice, AS_OF, load_profile("nd30"))


def test_a_plan_carries_the_marks_that_its_data_name(tmp_path: Path) -> None:
    assert plan(data_directory(tmp_path, FILES)).frame.marks == Marks(
        draft=2,
        urgency="very-urgent",
        circulation="Lưu hành nội bộ",
        drafter="PL",
        copies=300,
        contact="Số 1, đường Mẫu; điện thoại: 0000",
        two_sided=True,
    )


def test_a_report_has_marks_of_its_own(tmp_path: Path) -> None:
    frame = report(data_directory(tmp_path, FILES)).frame

    assert frame.marks == Marks(draft=3, urgency="express", contact="Số 2, đường Mẫu")


def test_a_specimen_names_nobody_who_drafted_it(tmp_path: Path) -> None:
    found = changed(tmp_path, CAMPAIGN, "issuer: so-a", "issuer: so-a\n        specimen: bản dựng lại")

    marks = plan(found).frame.marks
    assert (marks.drafter, marks.draft) == (None, 2)


def test_joint_issuers_share_letterhead_number_and_signatures(tmp_path: Path) -> None:
    document = plan(joint(tmp_path, SIGNED))

    frame = document.frame
    assert (frame.superior, frame.issuer, frame.joint_issuers) == (
        ("UBND tỉnh Minh họa",),
        ("Sở A",),
        (("SỞ B", "TỈNH MINH HỌA"),),
    )
    assert (frame.issuer_symbol, frame.joint_symbols) == ("SA", ("SB",))
    assert frame.joint_signatures == (
        Signature(((Run("KT. GIÁM ĐỐC SỞ B"),),), (Run("PHÓ GIÁM ĐỐC"),), "Người Ký Hai"),
    )
    assert document.issuer_name == "Sở A và Sở B"
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain_text(first.runs).startswith("Sở A và Sở B ban hành Kế hoạch")


def test_who_signs_for_a_joint_issuer_is_asked_for(tmp_path: Path) -> None:
    document = plan(joint(tmp_path))

    assert Blank("quyền hạn, chức vụ của người ký", None) in blanks_in(document)


def test_a_deputy_of_a_body_signs_below_two_lines_of_authority(tmp_path: Path) -> None:
    lines = "title: PHÓ CHỦ TỊCH, authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"
    document = plan(changed(tmp_path, CAMPAIGN, "title: GIÁM ĐỐC", lines))

    above = closing(document.frame, load_profile("nd30")).rows[0][1].pieces
    assert [plain_text(line.runs) for line in above if isinstance(line, Line)] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Người Ký Một",
    ]


def test_issuers_under_different_bodies_name_none_above_them(tmp_path: Path) -> None:
    document = plan(joint(tmp_path, "[so-b, hoi-c]", "19/KH-SA-SB-HC"))

    assert document.frame.superior == ()
    assert document.issuer_name == "Sở A, Sở B và Hội C"


def test_a_report_is_joint_only_where_its_own_head_says_so(tmp_path: Path) -> None:
    assert report(joint(tmp_path / "alone")).frame.joint_issuers == ()
    found = changed(tmp_path / "joint", NARRATIVE, "kind: final", "kind: final\n        issued_with: [so-b]")

    document = report(found)
    frame, first = document.frame, document.blocks[0]
    assert isinstance(first, Paragraph)
    assert "Sở A và Sở B báo cáo" in plain_text(first.runs)
    assert (frame.joint_issuers, frame.joint_symbols) == ((("SỞ B", "TỈNH MINH HỌA"),), ("SB",))
    assert len(frame.joint_signatures) == 1


def test_a_plan_of_several_is_cited_with_all_of_them(tmp_path: Path) -> None:
    citations = Citations(joint(tmp_path).repository, "{document} ngày {day}")

    assert citations.cite("19-KH").startswith("Kế hoạch số 19/KH-SA-SB ngày 30/01/2026 của Sở A và Sở B ")
