"""How a plan begins, and what its prose says at the foot of the page."""

from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.inserting import Blank, blanks_in
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.documents.prose_checks import CHECKS
from thidua_cli.repository.loading import Loaded, load
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Heading, Item, Paragraph, Run, plain_text

DOCUMENTS = """
    - {id: kh-1, type: Kế hoạch, number: 2038/KH-UBND, date: 2025-07-03, issuer: ubnd, subject: triển khai Phong trào}
    - {id: qd-2, type: Quyết định, number: 9/QĐ-UBND, date: 2025-01-24, issuer: ubnd}
    - {id: luat, type: Luật, subject: "Thi đua, khen thưởng"}
    """
CAMPAIGN = """
    name: Phong trào “Đổi mới”
    issuer: so
    document: {{date: 2026-01-30, verb: Triển khai}}
    {opening}
    basis: [{basis}]
    period: {{from: on-issue, to: 2026-12-31}}
    """
FIRST = "Kế hoạch số 2038/KH-UBND ngày 03/7/2025 của UBND tỉnh triển khai Phong trào"
SECOND = "Quyết định số 9/QĐ-UBND ngày 24/01/2025 của UBND tỉnh"
ORDER = "Sở Minh họa ban hành Kế hoạch triển khai Phong trào “Đổi mới” như sau:"


def loaded(tmp_path: Path, opening: str, documents: tuple[str, ...], prose: str = "Hết.") -> Loaded:
    basis = ", ".join(f"{{document: {name}}}" for name in documents)
    files: dict[str, str | bytes] = {
        "data/units/so.yaml": "{id: so, name: Sở Minh họa, symbol: SMH}",
        "data/units/ubnd.yaml": "{id: ubnd, name: UBND tỉnh, symbol: UBND}",
        "data/documents.yaml": DOCUMENTS,
        "data/campaigns/1-KH/campaign.yaml": CAMPAIGN.format(opening=opening, basis=basis),
        "data/campaigns/1-KH/plan.md": prose,
    }
    found = data_directory(tmp_path, files)
    assert found.findings == ()
    return found


def plan(found: Loaded) -> Document:
    folder = found.repository.campaigns["1-KH"]
    return compose_plan(found.repository, folder, date(2026, 11, 21), load_profile("nd30"))


def opening_of(document: Document) -> str:
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    return plain_text(first.runs)


@pytest.mark.parametrize("opening", ["", "opening: basis"])
def test_a_plan_begins_with_a_line_for_each_document_it_rests_on(tmp_path: Path, opening: str) -> None:
    document = plan(loaded(tmp_path, opening, ("kh-1", "qd-2")))

    assert [plain_text(line) for line in document.basis] == [f"Căn cứ {FIRST}", f"Căn cứ {SECOND}"]
    assert opening_of(document) == ORDER


@pytest.mark.parametrize(
    ("documents", "cited"),
    [
        (("kh-1",), FIRST),
        (("kh-1", "qd-2"), f"{FIRST} và {SECOND}"),
        (("qd-2", "kh-1", "luat"), f"{SECOND}; {FIRST}; Luật Thi đua, khen thưởng"),
    ],
)
def test_a_plan_may_name_its_documents_in_one_sentence_instead(
    tmp_path: Path, documents: tuple[str, ...], cited: str
) -> None:
    document = plan(loaded(tmp_path, "opening: implements", documents))

    assert document.basis == ()
    assert opening_of(document) == f"Thực hiện {cited}, {ORDER}"


def test_the_sentence_of_a_plan_that_names_no_document_asks_for_one(tmp_path: Path) -> None:
    document = plan(loaded(tmp_path, "opening: implements", ()))

    assert opening_of(document) == f"Thực hiện văn bản nào của cấp trên?, {ORDER}"
    assert Blank("văn bản nào của cấp trên?", None) in blanks_in(document)


def test_a_document_that_the_sentence_names_is_cited_briefly_from_there_on(tmp_path: Path) -> None:
    document = plan(loaded(tmp_path, "opening: implements", ("qd-2",), 'Theo {{ cite("qd-2") }}.'))

    assert document.blocks[1] == Paragraph((Run("Theo Quyết định số 9/QĐ-UBND."),))


def test_a_note_calls_functions_and_asks_like_the_rest_of_the_prose(tmp_path: Path) -> None:
    prose = 'Nghị quyết[^1] đại hội.\n\n[^1]: {{ cite("qd-2") }}, [[trang nào?]]'

    document = plan(loaded(tmp_path, "", ("kh-1",), prose))

    note = (Run(f"{SECOND}, "), Run("trang nào?", blank=True))
    assert document.blocks[1] == Paragraph((Run("Nghị quyết", note=note), Run(" đại hội.")))
    assert Blank("trang nào?", None) in blanks_in(document)


@pytest.mark.parametrize(
    ("prose", "message"),
    [
        ("Một\nhai[^2].\n", "2:1 Chú thích “[^2]” chưa có nội dung."),
        ("Một[^1].\n\n[^1]: {{ awards() }}\n", "3:7 Hàm này chèn cả một đoạn nên phải đứng riêng một dòng."),
        ("{{ awards() }}[^1]\n\n[^1]: hai\n", "1:1 Hàm này chèn cả một đoạn nên phải đứng riêng một dòng."),
    ],
)
def test_what_is_wrong_with_a_note_is_found_on_its_line(tmp_path: Path, prose: str, message: str) -> None:
    found = loaded(tmp_path, "", ("kh-1",), prose)

    findings = [finding for check in CHECKS for finding in check.run(found.repository)]

    assert [(f.code, f"{f.at.line}:{f.at.column} {f.message}") for f in findings] == [("TD502", message)]


def test_the_theme_ends_the_sentence_that_opens_the_plan(tmp_path: Path) -> None:
    document = plan(loaded(tmp_path, "theme: Đoàn kết - Phát triển", ("kh-1",)))

    opening = document.blocks[0]
    assert opening == Paragraph(
        (
            Run("Sở Minh họa ban hành Kế hoạch triển khai Phong trào “Đổi mới” với chủ đề: “"),
            Run("Đoàn kết - Phát triển", bold=True),
            Run("”, cụ thể như sau:"),
        )
    )


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        ("when: 2028, event: Đại hội", "năm 2028, gắn với Đại hội"),
        ("when: 2028-06-11", "ngày 11/6/2028"),
        ("event: Đại hội", "gắn với Đại hội"),
    ],
)
def test_prose_draws_a_milestone_as_far_as_it_is_known(tmp_path: Path, milestone: str, words: str) -> None:
    milestones = f"milestones: [{{kind: interim-review, {milestone}}}]"

    document = plan(loaded(tmp_path, milestones, ("kh-1",), 'Sơ kết {{ milestone("interim-review") }}.'))

    assert document.blocks[1] == Paragraph((Run(f"Sơ kết {words}."),))


def test_a_milestone_that_says_nothing_is_a_blank(tmp_path: Path) -> None:
    milestones = "milestones: [{kind: final-review}]"

    document = plan(loaded(tmp_path, milestones, ("kh-1",), 'Tổng kết {{ milestone("final-review") }}.'))

    assert Blank("thời gian của mốc", None) in blanks_in(document)


@pytest.mark.parametrize(("mode", "heading"), [("request", "Đề nghị UBND tỉnh"), ("assign", "UBND tỉnh")])
def test_what_lies_outside_the_hierarchy_is_asked_and_not_ordered(
    tmp_path: Path, mode: str, heading: str
) -> None:
    assignments = f"assignments: [{{units: [ubnd], mode: {mode}, duties: [Phối hợp]}}]"

    document = plan(loaded(tmp_path, assignments, ("kh-1",), "{{ assignments() }}"))

    assert document.blocks[1:] == (Heading(2, (Run(heading),)), Item(1, (Run("Phối hợp."),)))


def test_the_prose_may_name_the_theme_in_the_place_of_the_opening(tmp_path: Path) -> None:
    found = loaded(tmp_path, "theme: Đoàn kết, sáng tạo", ("kh-1",), "# Chủ đề\n\n{{ theme() }}.\n")

    assert opening_of(plan(found)) == ORDER
    assert "Đoàn kết, sáng tạo." in [
        plain_text(b.runs) for b in plan(found).blocks if isinstance(b, Paragraph)
    ]


def test_phases_are_listed_with_their_first_and_last_days(tmp_path: Path) -> None:
    phases = """phases:
      - {name: Giai đoạn 1, from: 2026-Q1, to: 2026-06-30}
      - {name: Giai đoạn 2, from: 2026-H2, to: 2026}"""

    assert items_of(plan(loaded(tmp_path, phases, (), "{{ phases() }}"))) == [
        "Giai đoạn 1: từ quý I năm 2026 đến hết ngày 30/6/2026;",
        "Giai đoạn 2: từ 6 tháng cuối năm 2026 đến hết năm 2026.",
    ]


def test_what_a_unit_passes_on_is_numbered_below_it(tmp_path: Path) -> None:
    assignments = """assignments:
      - units: [ubnd]
        duties: [chỉ đạo chung]
        assignments:
        - units: [so]
          run_in: true
          duties: [tham mưu]
          assignments: [{units: [ubnd], duties: [theo dõi]}]
      - units: [so]
        duties: [tổng hợp]"""
    document = plan(loaded(tmp_path, assignments, (), "# TỔ CHỨC\n\n{{ assignments() }}"))

    headings = [
        (b.level, plain_text(b.runs), plain_text(b.run_in or ()))
        for b in document.blocks
        if isinstance(b, Heading)
    ]
    assert headings == [
        (1, "TỔ CHỨC", ""),
        (2, "UBND tỉnh", ""),
        (3, "Sở Minh họa:", "tham mưu."),
        (4, "UBND tỉnh", ""),
        (2, "Sở Minh họa", ""),
    ]


def test_a_criterion_draws_in_the_documents_and_targets_that_it_names(tmp_path: Path) -> None:
    found = loaded(tmp_path, "", ("kh-1",), '{{ criteria("collective") }}\n')
    (tmp_path / "data/campaigns/1-KH/targets.yaml").write_text(
        """\
targets:
  - {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 120, wording: "đón {} nghìn lượt khách"}
criteria:
  - id: a
    name: Triển khai kế hoạch
    subject: collective
    wording: Triển khai {} và {}; góp phần {}
    documents: [kh-1, qd-2]
    targets: [khach]
  - {id: b, name: Có tên thôi, subject: collective, documents: [qd-2]}
  - {id: c, name: Của cá nhân, subject: individual}
""",
        encoding="utf-8",
    )
    found = load(tmp_path)

    assert found.findings == ()
    # The first is cited in the opening already, hence by number only.
    assert items_of(plan(found)) == [
        f"Triển khai Kế hoạch số 2038/KH-UBND và {SECOND}; góp phần đón 120 nghìn lượt khách;",
        "Có tên thôi.",
    ]
    # A target that a criterion prints is in the plan.
    assert [f for check in CHECKS for f in check.run(found.repository) if f.code == "TD508"] == []


def test_a_superior_has_its_own_lines_above_those_below_it(tmp_path: Path) -> None:
    found = loaded(tmp_path, "", ())
    (tmp_path / "data/units/ubnd.yaml").write_text(
        "id: ubnd\nname: Ủy ban nhân dân tỉnh\nletterhead: [ỦY BAN NHÂN DÂN, TỈNH A]\n"
        "letterhead_as_superior: [UBND TỈNH A]\n",
        encoding="utf-8",
    )
    (tmp_path / "data/units/so.yaml").write_text(
        "{id: so, name: Sở Minh họa, parent: ubnd}", encoding="utf-8"
    )
    found = load(tmp_path)

    assert (plan(found).frame.superior, plan(found).frame.issuer) == (("UBND TỈNH A",), ("Sở Minh họa",))


def items_of(document: Document) -> list[str]:
    return [plain_text(block.runs) for block in document.blocks if isinstance(block, Item)]
