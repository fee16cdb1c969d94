"""What a kind of target refuses, and what the page about the data shows of each."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from thidua_cli.documents.phrases import limit_with_unit, worded
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml

PAGE = (Path(__file__).parents[2] / "docs" / "data-format.md").read_text(encoding="utf-8")


def sheet_of(text: str) -> tuple[TargetSheet | None, list[str]]:
    data = read_yaml(dedent(text).encode(), "targets.yaml").data
    assert data is not None
    sheet, findings = validate(data, TargetSheet)
    return sheet, [f"{f.at.line} {f.code} {f.message}" for f in findings]


def shown_on_the_page() -> dict[str, AnyTarget]:
    [example] = [e for e in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if e.startswith("targets:")]
    sheet, findings = sheet_of(example)
    assert sheet is not None, findings
    return {target.id: target for target in sheet.targets}


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("between: [80, 75]", "Khoảng between của chỉ tiêu “t” phải gồm mức dưới rồi mức trên."),
        ("between: [75]", "Khoảng between của chỉ tiêu “t” phải gồm mức dưới rồi mức trên."),
        ("between: [75, 80], at_least: 3", "Chỉ tiêu “t” có nhiều mức cần đạt."),
        ("at_least: 3, above: warn", "Chỉ tiêu “t” có khóa above nhưng không có khoảng between."),
        (
            "at_least: {of: [1, 2]}",
            "Mức cần đạt của chỉ tiêu “t” là cặp tử số, mẫu số nhưng chỉ tiêu không phải là tỷ lệ.",
        ),
        (
            "kind: share, at_least: {of: [3, 2]}",
            "Cặp of phải gồm tử số rồi mẫu số, mẫu số lớn hơn 0 và tử số không quá mẫu số.",
        ),
        (
            "kind: share, at_least: 3, compare: printed",
            "Chỉ tiêu “t” có khóa compare nhưng mức cần đạt không phải là cặp tử số, mẫu số.",
        ),
        ("at_least: 3, versions: [{from: 2026-07-01}]", "Lần điều chỉnh này không nói chỉ tiêu thay đổi gì."),
        (
            "at_least: 3, versions: [{from: 2026-07-01, at_least: 4, at_most: 5}]",
            "Lần điều chỉnh này có nhiều mức cần đạt.",
        ),
        (
            "at_least: 3, versions: [{from: 2026-07-01, at_least: 4}, {from: 2026-07-01, at_least: 5}]",
            "Lần điều chỉnh từ 01/7/2026 của chỉ tiêu “t” đứng sai thứ tự.",
        ),
        (
            "at_least: 3, versions: [{from: 2026-07-01, top: 4}]",
            "Lần điều chỉnh từ 01/7/2026 của chỉ tiêu “t” có khóa top không dùng cho loại amount.",
        ),
        (
            "kind: milestone, versions: [{from: 2026-07-01, at_least: 4}]",
            "Lần điều chỉnh từ 01/7/2026 của chỉ tiêu “t” có khóa at_least không dùng cho loại milestone.",
        ),
        (
            "at_least: 3, versions: [{from: 2026-07-01, between: [5, 4]}]",
            "Khoảng between của chỉ tiêu “t” phải gồm mức dưới rồi mức trên.",
        ),
        (
            "at_least: 3, versions: [{from: 2026-07-01, at_least: {of: [1, 2]}}]",
            "Mức cần đạt của chỉ tiêu “t” là cặp tử số, mẫu số nhưng chỉ tiêu không phải là tỷ lệ.",
        ),
        (
            "kind: coverage, exactly: 100, versions: [{from: 2026-07-01, exactly: 90}]",
            "Chỉ tiêu “t” loại coverage phải là đủ 100%.",
        ),
        (
            "at_least: 3, path: [{by: 2028, value: 1}, {by: 2027, value: 2}]",
            "Lộ trình (path) của chỉ tiêu “t” không xếp theo thời gian ở mốc 2027.",
        ),
        *(
            (
                f"at_least: 3, season: {weights}",
                "Trọng số theo tháng (season) phải gồm 12 số, từ tháng 1 đến tháng 12, không âm và không cùng bằng 0.",
            )
            for weights in (
                "[1, 2]",
                "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
                "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]",
            )
        ),
        (
            "at_least: 3, over_time: latest, season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
            "Chỉ tiêu “t” có trọng số theo tháng (season) nhưng lấy số mới nhất (over_time: latest).",
        ),
        (
            "at_least: 3, verdicts: [{as_of: 2027-01-20, on: 2027-01-10, by: A, because: B, verdict: met}]",
            "Ngày đánh giá (on) đứng trước ngày chốt số liệu (as_of).",
        ),
        *(
            (
                f"at_least: 3, {keys}",
                (
                    "Chỉ tiêu “t”: bình quân có trọng số (over_units: weighted) và trọng số (weights) phải đi cùng "
                    "nhau, mỗi trọng số lớn hơn 0."
                ),
            )
            for keys in (
                "over_units: weighted",
                "weights: {a: 1}",
                "over_units: mean, weights: {a: 1}",
                "over_units: weighted, weights: {a: 0}",
            )
        ),
        (
            "kind: share, at_least: 3, over_units: count",
            "Chỉ tiêu “t” đếm các đơn vị đạt (over_units: count) nhưng chưa nói mỗi đơn vị phải đạt gì.",
        ),
        ("kind: qualitative", "Thiếu khóa “level”."),
        ("kind: coverage, at_least: 90", "Chỉ tiêu “t” loại coverage phải là đủ 100%."),
        (
            "kind: reduction, at_least: 3, measured_in: percent, over_time: mean",
            "Chỉ tiêu “t”: over_time: mean không dùng được với measured_in: percent.",
        ),
        (
            "kind: reduction, at_least: 3, measured_in: points, over_time: compound",
            "Chỉ tiêu “t”: over_time: compound không dùng được với measured_in: points.",
        ),
        ("kind: reduction, at_least: 3", "Thiếu khóa “measured_in”."),
        ("kind: growth, at_least: 3, against: {year: 25, value: 1}", "“25” không phải là một năm."),
        ("kind: growth, at_least: 3, against: last-year", "“last-year” không thuộc các giá trị được dùng."),
        (
            "kind: all-of, children: [a]",
            "Chỉ tiêu “t” gồm nhiều tiêu chí nên phải có ít nhất hai mục ở children.",
        ),
        ("at_least: 3, status: restated", "Chỉ tiêu nhắc lại “t” chưa nói nhắc lại chỉ tiêu nào."),
        ("kind: rank, top: 25, at_least: 3", "Ở đây không có khóa nào tên là “at_least”."),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(target: str, message: str) -> None:
    sheet, findings = sheet_of(f"targets:\n  - {{id: t, name: Chỉ tiêu, unit: lượt, {target}}}\n")

    assert (sheet, [line.split(" ", 2)[2] for line in findings]) == (None, [message])


@pytest.mark.parametrize(
    ("id_", "goal", "words"),
    [
        ("xa-nong-thon-moi", "> 39,62% (21/53)", "tỷ lệ xã đạt chuẩn nông thôn mới trên 39,62% (21/53)"),
        (
            "grdp-dau-nguoi",
            "75 - 80\u00a0triệu đồng/người/năm",
            "GRDP bình quân đầu người từ 75 - 80\u00a0triệu đồng/người/năm",
        ),
        ("kinh-te-nen-tang", "7 - 10%", "trong đó kinh tế nền tảng từ 7 - 10%"),
        ("tang-truong-grdp", "≥ 10%/năm", "tốc độ tăng GRDP bình quân ít nhất 10%/năm"),
        ("ho-ngheo", "> 3\u00a0điểm %", "mức giảm tỷ lệ hộ nghèo bình quân mỗi năm trên 3\u00a0điểm %"),
        ("par-index", "hạng ≤ 25", "thứ hạng PAR INDEX trong nhóm 25 dẫn đầu"),
        ("benh-vien", "hoàn thành", "xây dựng mới 01 bệnh viện đa khoa tuyến tỉnh"),
        ("tai-nan-giao-thong", "đủ 2\u00a0tiêu chí", "giảm tai nạn giao thông trên cả 02 tiêu chí"),
        ("par-hoac-dti", "1 trong 2\u00a0tiêu chí", "nhóm 25 ở ít nhất một bảng xếp hạng"),
        ("moi-nguoi-mot-sang-kien", "100%", "tỷ lệ người có sáng kiến được công nhận trong năm đạt 100%"),
    ],
)
def test_each_kind_is_printed_in_words(id_: str, goal: str, words: str) -> None:
    target = shown_on_the_page()[id_]

    assert (limit_with_unit(target.goal, target.unit), worded(target)) == (goal, words)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("between: [75, 80], wording: đạt từ {} triệu đồng", "đạt từ 75 - 80 triệu đồng"),
        (
            "kind: share, more_than: {of: [21, 53]}, wording: trên {}% (21/53 xã)",
            "trên 39,62% (21/53 xã)",
        ),
        ("kind: rank, top: 25, wording: trong nhóm {} tỉnh dẫn đầu", "trong nhóm 25 tỉnh dẫn đầu"),
        ("kind: milestone, wording: xây dựng mới bệnh viện", "xây dựng mới bệnh viện"),
    ],
)
def test_the_words_of_the_plan_are_given_back(keys: str, words: str) -> None:
    sheet, findings = sheet_of(
        "targets:\n  - {id: t, name: A, unit: lượt, " + keys.replace("wording: ", 'wording: "') + '"}\n'
    )

    assert sheet is not None, findings
    assert worded(sheet.targets[0]) == words


def test_a_simple_target_of_every_kind_has_at_most_five_keys() -> None:
    sheet, findings = sheet_of(
        """
        targets:
          - {id: a, name: A, unit: lượt, at_least: 1}
          - {id: b, kind: share, name: B, at_least: 1}
          - {id: c, kind: growth, name: C, at_least: 1, against: previous-year}
          - {id: d, kind: reduction, name: D, at_least: 1, measured_in: points}
          - {id: e, kind: rank, name: E, top: 25}
          - {id: f, kind: milestone, name: F}
          - {id: g, kind: coverage, name: G, exactly: 100}
          - {id: h, kind: all-of, name: H, children: [a, b]}
          - {id: i, kind: any-of, name: I, children: [a, b]}
        """
    )

    assert findings == []
    assert sheet is not None
    assert [t.unit for t in sheet.targets] == [
        "lượt", "%", "%", "điểm %", "hạng", "mốc", "%", "tiêu chí", "tiêu chí",
    ]  # fmt: skip
