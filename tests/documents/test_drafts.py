"""What a draft leaves open is empty or asks; what it fills in reads back as it was said."""

import re
import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from building import data_directory
from thidua_cli.documents.drafts import Inherited, PlanAnswers, campaign_drafts, narrative_draft
from thidua_cli.documents.inserting import blanks_in
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.documents.prose_checks import CHECKS
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_sections import answer_to, answers_in, outline_of
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.index import Prose
from thidua_cli.rules.campaigns import lacking
from thidua_cli.typesetting.profile import load_profile

YEAR = Period(date(2027, 1, 1), date(2027, 12, 31), "2027")
ANSWERS = PlanAnswers(name="phong trào thi đua năm 2027", issuer="so", end=YEAR)
UNIT: dict[str, str | bytes] = {"data/units/so.yaml": "{id: so, name: Sở Minh họa, symbol: SMH}"}


def test_a_new_campaign_is_without_a_finding_and_its_plan_asks_for_what_is_open(tmp_path: Path) -> None:
    drafts = {f"data/campaigns/moi/{name}": text for name, text in campaign_drafts(ANSWERS).items()}
    loaded = data_directory(tmp_path, {**UNIT, **drafts})

    assert loaded.findings == ()
    assert [f for check in CHECKS for f in check.run(loaded.repository)] == []
    plan = compose_plan(
        loaded.repository, loaded.repository.campaigns["moi"], date(2027, 1, 2), load_profile("nd30")
    )
    assert tuple(blank.question for blank in blanks_in(plan)) == (
        "phong trào nhằm đạt điều gì?",
        "việc tổ chức phải bảo đảm điều gì?",
        "thi đua những việc gì?",
        "chỉ tiêu thi đua: mức cần đạt, đơn vị tính",
        "đối tượng thi đua: tập thể, cá nhân nào",
        "tiêu chí thi đua",
        "hình thức khen thưởng",
        "giao việc gì cho đơn vị nào, khi nào xong",
        "câu kết: yêu cầu các đơn vị triển khai, phản ánh khó khăn về đâu?",
        "quyền hạn, chức vụ của người ký",
    )


def test_the_examples_of_a_new_campaign_are_right_as_they_stand_and_say_all_that_the_law_asks_for(
    tmp_path: Path,
) -> None:
    drafts = {
        f"data/campaigns/moi/{name}": re.sub(r"(?m)^#(?=  )", "", text)
        for name, text in campaign_drafts(ANSWERS).items()
    }
    files: dict[str, str | bytes] = {
        "data/units/so.yaml": "{id: so, name: Sở, divisions: [{id: phong-a, name: Phòng Một}]}",
        "data/documents.yaml": "- {id: 70-nq-hdnd-2025, type: Nghị quyết, number: 70/NQ-HĐND, issuer: so, subject: s}",
    }
    loaded = data_directory(tmp_path, {**files, **drafts})

    folder = loaded.repository.campaigns["moi"]
    assert (loaded.findings, tuple(lacking(folder))) == ((), ())
    assert folder.campaign.reports[0].last_day == date(2027, 12, 14)
    assert folder.sheet.tasks[0].by == folder.campaign.milestones[0].when
    plan = compose_plan(loaded.repository, folder, date(2027, 1, 2), load_profile("nd30"))
    assert [blank.question for blank in blanks_in(plan)] == [
        "phong trào nhằm đạt điều gì?",
        "việc tổ chức phải bảo đảm điều gì?",
        "thi đua những việc gì?",
        "câu kết: yêu cầu các đơn vị triển khai, phản ánh khó khăn về đâu?",
    ]


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_whatever_the_clerk_says_reads_back_as_it_was_said(text: str) -> None:
    answers = PlanAnswers(name=text, issuer="so", end=YEAR, verb=text, number=text, place=text, slogan=text)

    reading = read_yaml(campaign_drafts(answers)["campaign.yaml"].encode(), "campaign.yaml")
    assert reading.data is not None
    campaign, findings = validate(reading.data, Campaign)
    assert findings == []
    assert campaign is not None
    said = (
        campaign.name,
        campaign.document.verb,
        campaign.document.number,
        campaign.document.place,
        campaign.slogan,
    )
    assert set(said) == {unicodedata.normalize("NFC", text)}


def test_an_authority_of_several_lines_reads_back_line_by_line() -> None:
    taken = Inherited(
        signature={"authority": ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "title": "PHÓ CHỦ TỊCH"}
    )

    reading = read_yaml(campaign_drafts(ANSWERS, taken)["campaign.yaml"].encode(), "campaign.yaml")
    assert reading.data is not None
    campaign, _ = validate(reading.data, Campaign)
    assert campaign is not None
    assert campaign.signature is not None
    assert campaign.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")


def test_a_new_narrative_holds_every_section_unanswered(tmp_path: Path) -> None:
    drafts = {f"data/campaigns/moi/{name}": text for name, text in campaign_drafts(ANSWERS).items()}
    repository = data_directory(tmp_path, {**UNIT, **drafts}).repository
    sender = sender_of(repository, repository.campaigns["moi"])
    draft, campaign = narrative_draft(ReportChoice(sender, "final", YEAR, "vì")), sender.folder.campaign

    loaded = data_directory(tmp_path, {"data/campaigns/moi/reports/so/2027-final.md": draft})
    (narrative,) = loaded.repository.campaigns["moi"].narratives
    assert loaded.findings == ()
    assert (narrative.head.period, narrative.head.kind) == (YEAR, "final")
    answers = answers_in(narrative.prose)
    assert [a.heading for a in answers] == [s.heading for s in outline_of(campaign).in_order]
    assert [answer_to(s, answers) for s in outline_of(campaign).in_order] == [None] * len(answers)


def test_what_is_written_under_a_heading_is_its_answer_without_the_question() -> None:
    prose = Prose("n.md", "# Nguyên nhân\n\n> Hỏi?\n\nMưa lũ.\n\n# Tồn tại, hạn chế\n", first_line=5)

    first, second = answers_in(prose)
    assert (first.heading, first.prose.text.strip(), second.prose.text.strip()) == (
        "Nguyên nhân",
        "Mưa lũ.",
        "",
    )
    assert first.prose.at(first.prose.text.index("Mưa")).line == 9
