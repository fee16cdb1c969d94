"""A known issue turns its finding into a note; one that explains nothing is said."""

from pathlib import Path

from building import data_directory
from rule_cases import run
from thidua_cli.diagnostics.finding import Severity, in_reading_order
from thidua_cli.repository.loading import Loaded
from thidua_cli.rules.catalogue import RULES
from thidua_cli.rules.known_issues import Survey, known_issues_are_current, settle

CODES = frozenset(rule.code for rule in RULES)
CAMPAIGN = """\
name: phong trào thi đua
issuer: so-a
period: {from: 2026-01-01, to: 2026-12-31}
known_issues:
"""
TARGETS = """\
targets:
- {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 23100, plausible: {previous: 2500, most: 3}}
"""
MAGNITUDE = "- {anomaly: 002-A01, rule: TD401, about: targets.khach, because: in như vậy}\n"
ISSUER = "- {anomaly: 002-A03, rule: TD310, about: documents.kh, because: in như vậy}\n"


def loaded_with(tmp_path: Path, issues: str, targets: str = TARGETS, **more: str) -> Loaded:
    files: dict[str, str | bytes] = {
        "data/campaigns/19-KH/campaign.yaml": CAMPAIGN + issues,
        "data/campaigns/19-KH/targets.yaml": targets,
        "data/units/so-a.yaml": "id: so-a\nname: Sở A\nsymbol: SA\n",
        "data/documents.yaml": "- {id: kh, type: Kế hoạch, number: 1/KH-SB, issuer: so-a}\n",
    }
    return data_directory(tmp_path, files | dict(more.items()))


def settled(loaded: Loaded) -> list[str]:
    findings = settle(in_reading_order(run(loaded.repository)), loaded.repository)
    return [f"{f.severity} {f.code} {f.message}" for f in findings if f.code in {"TD401", "TD310"}]


def outdated(loaded: Loaded) -> list[str]:
    survey = Survey(loaded.repository, tuple(run(loaded.repository)), CODES)
    return [f"{f.at} {f.code} {f.message}" for f in known_issues_are_current.run(survey)]


def test_a_finding_that_is_known_becomes_a_note_that_names_the_issue(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, MAGNITUDE)

    assert settled(loaded) == [
        (
            "note TD401 Mức 23.100 nghìn lượt của “khach” gấp 9,2 lần con số trước (2.500), quá 3 lần."
            " (đã biết: 002-A01)"
        ),
        "error TD310 Số “1/KH-SB” mang ký hiệu “SB”, không phải của “Sở A”.",
    ]
    assert outdated(loaded) == []


def test_a_campaign_may_explain_a_document_of_the_register(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, ISSUER)

    assert settled(loaded) == [
        "error TD401 Mức 23.100 nghìn lượt của “khach” gấp 9,2 lần con số trước (2.500), quá 3 lần.",
        "note TD310 Số “1/KH-SB” mang ký hiệu “SB”, không phải của “Sở A”. (đã biết: 002-A03)",
    ]
    assert outdated(loaded) == []


def test_a_campaign_does_not_explain_a_target_of_another(tmp_path: Path) -> None:
    other = CAMPAIGN.removesuffix("known_issues:\n")
    loaded = loaded_with(
        tmp_path,
        MAGNITUDE,
        **{"data/campaigns/khac/campaign.yaml": other, "data/campaigns/khac/targets.yaml": TARGETS},
    )

    assert [words.split()[0] for words in settled(loaded) if "TD401" in words] == ["note", "error"]


def test_an_issue_of_the_whole_campaign_explains_every_note_of_its_rule(tmp_path: Path) -> None:
    loaded = loaded_with(
        tmp_path,
        "- {anomaly: 002-A09, rule: TD404, because: con số trần}\n",
        targets="targets:\n- {id: a, name: A, unit: điểm, reach: 7}\n- {id: b, name: B, unit: điểm, reach: 8}\n",
    )

    found = settle(in_reading_order(run(loaded.repository)), loaded.repository)

    assert [f.about for f in found if "đã biết: 002-A09" in f.message] == ["targets.a", "targets.b"]
    assert outdated(loaded) == []


def test_an_issue_of_the_whole_campaign_hides_nothing_that_weighs_more(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, "- {anomaly: 002-A01, rule: TD401, because: in như vậy}\n")

    assert [words.split()[0] for words in settled(loaded)] == ["error", "error"]
    assert len(outdated(loaded)) == 1


def test_every_finding_keeps_its_place_in_the_list(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, MAGNITUDE)
    findings = in_reading_order(run(loaded.repository))

    after = settle(findings, loaded.repository)

    assert [(f.at, f.code, f.hint, f.about) for f in after] == [
        (f.at, f.code, f.hint, f.about) for f in findings
    ]
    assert {f.severity for f in after if "đã biết" in f.message} == {Severity.NOTE}


def test_an_issue_that_nothing_shows_any_more_is_said(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, MAGNITUDE, targets="targets: []\n")

    assert outdated(loaded) == [
        (
            "data/campaigns/19-KH/campaign.yaml:5:13 TD330 "
            "Vấn đề đã biết “002-A01” không còn: TD401 không thấy gì ở “targets.khach”."
        )
    ]


def test_nothing_is_called_outdated_while_a_unit_is_misspelt(tmp_path: Path) -> None:
    targets = "targets:\n- {id: khac, name: Khác, unit: lượt, at_least: 1, reported_by: [so-aa]}\n"

    assert outdated(loaded_with(tmp_path, MAGNITUDE, targets=targets)) == []


def test_an_issue_of_the_whole_campaign_names_it_so(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, "- {anomaly: 002-A07, rule: TD602, because: gõ sai}\n")

    assert outdated(loaded) == [
        (
            "data/campaigns/19-KH/campaign.yaml:5:13 TD330 "
            "Vấn đề đã biết “002-A07” không còn: TD602 không thấy gì ở cả phong trào."
        )
    ]


def test_a_rule_that_does_not_exist_is_said(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, "- {anomaly: 002-A07, rule: TD410a, because: gõ sai}\n")

    assert outdated(loaded) == [
        (
            "data/campaigns/19-KH/campaign.yaml:5:28 TD330 "
            "Vấn đề đã biết “002-A07” nêu quy tắc “TD410a” không có thật."
        )
    ]


def test_an_entry_without_a_rule_is_only_an_explanation(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, "- {anomaly: 002-A07, because: gõ sai}\n")

    assert outdated(loaded) == []


def test_nothing_is_called_outdated_while_something_cannot_be_read(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, ISSUER, **{"data/documents.yaml": "- id: [\n"})

    assert outdated(loaded) == []


def test_while_a_campaign_cannot_be_read_what_it_may_explain_waits(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, ISSUER, **{"data/campaigns/19-KH/campaign.yaml": "name: ["})

    assert settled(loaded) == []
